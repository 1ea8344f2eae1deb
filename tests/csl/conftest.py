"""Cases that people can read: `cases/NAME.txt` has lines `input => expected` under
headings that are conditions.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

CASES = Path(__file__).with_name("cases")


def read_cases(name: str) -> Iterator[tuple[str, str, str]]:
    """Heading, input and expected of each case; `#` begins a comment, `␣` is a blank at
    an end.
    """
    heading = ""
    for line in (CASES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            heading = line[3:].strip()
        elif line.strip() and not line.startswith("#"):
            given, _, expected = line.partition("=>")
            yield (
                heading,
                given.strip().replace("␣", " "),
                expected.strip().replace("␣", " "),
            )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test marked `cases(NAME)` runs once for each case of the file."""
    marker = metafunc.definition.get_closest_marker("cases")
    if marker is not None:
        metafunc.parametrize(
            ("heading", "given", "expected"), list(read_cases(marker.args[0]))
        )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "cases(name): run for each case of cases/NAME.txt"
    )
