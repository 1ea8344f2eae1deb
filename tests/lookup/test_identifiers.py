"""What people paste is recognized; test_identifiers.txt has the cases: title, what is
pasted, what it is.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.lookup import identify

CASES = Path(__file__).with_suffix(".txt").read_text("utf-8")


def cases() -> list[tuple[str, str]]:
    """Each line that is pasted, and the identifier it is."""
    found = []
    for case in CASES.split("# ")[1:]:
        pasted, _, expected = case.partition("\n")[2].partition("\n.\n")
        found += [(line, expected.strip()) for line in pasted.splitlines()]
    return found


@pytest.mark.parametrize(("pasted", "expected"), cases())
def test_identify(pasted: str, expected: str) -> None:
    found = identify(pasted)
    assert (f"{found.kind} {found.value}" if found else "none") == expected
