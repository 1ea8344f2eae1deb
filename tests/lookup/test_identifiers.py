"""What people paste is recognized; each line of a case is pasted by itself."""

from __future__ import annotations

from loccit.lookup import identify


def test_identify(given: str, expected: str) -> None:
    for pasted in given.splitlines():
        found = identify(pasted)
        assert (f"{found.kind} {found.value}" if found else "none") == expected, pasted
