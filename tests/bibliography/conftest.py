"""Cases that people can read: beside `test_x.py` stands `test_x.txt`, with

# what the case is about
input
.
what is expected of it
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if not {"given", "expected"} <= set(metafunc.fixturenames):
        return
    file = metafunc.module.__file__
    assert file
    text = Path(file).with_suffix(".txt").read_text("utf-8")
    cases = re.findall(
        r"^# (.+)\n((?:.*\n)*?)\.\n((?:(?!# ).*\n)*)", text, re.MULTILINE
    )
    assert len(cases) == len(re.findall("^# ", text, re.MULTILINE)), (
        "a case without its dot"
    )
    metafunc.parametrize(
        ("given", "expected"),
        [
            pytest.param(given.rstrip("\n"), expected.strip(), id=title)
            for title, given, expected in cases
        ],
    )
