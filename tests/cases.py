r"""Cases that people can read: one notation, one reader.

Beside `test_x.py` stands `test_x.txt`:

    Words before the first title say what the file is about.

    # The title of a case
    what is given
    .
    what is expected
    . problem
    another expectation, by its name

A test that asks for `given` and `expected` (or `title`, or `case` for all of it) runs
once for each case.  Short ones may be the rows of a table instead, each a case:

    # A title for all of them
    given => expected
    given => expected

A `#` or a dot that begins a line of a text is written `\#` or `\.`, and a space at the
end of a row `␣`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_TITLE = re.compile(r"^#(?: (.*))?\n", re.MULTILINE)
_SECTION = re.compile(r"^\.(?: (.+))?\n", re.MULTILINE)
_ESCAPED = re.compile(r"^\\(?=[#.])", re.MULTILINE)
_ARROW = " => "


class Case(NamedTuple):
    """One case of a file.

    Attributes:
        title: what it is about.
        given: the text before the first dot.
        sections: the texts after the dots by their names; that of a bare dot is
            `expected`.
    """

    title: str
    given: str
    sections: Mapping[str, str]

    @property
    def expected(self) -> str:
        return self.sections["expected"]


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a file.

    Raises:
        ValueError: the file has no case, or one of them expects nothing.
    """
    _, *pieces = _TITLE.split(path.read_text("utf-8"))
    cases: list[Case] = []
    for title, body in zip(pieces[::2], pieces[1::2], strict=True):
        cases += _table(title, body) if _ARROW in body else [_case(title, body)]
    if not cases:
        raise ValueError(f"{path.name} has no cases")
    return cases


def _case(title: str, body: str) -> Case:
    given, *rest = _SECTION.split(body)
    sections = {
        name or "expected": _text(text).strip()
        for name, text in zip(rest[::2], rest[1::2], strict=True)
    }
    if not sections:
        raise ValueError(f"the case {title!r} has no dot")
    return Case(title, _text(given), sections)


def _table(title: str, body: str) -> Iterator[Case]:
    for line in body.splitlines():
        if line.strip():
            given, _, expected = line.partition(_ARROW)
            yield Case(title, _cell(given), {"expected": _cell(expected)})


def _text(text: str) -> str:
    return _ESCAPED.sub("", text).rstrip("\n")


def _cell(text: str) -> str:
    return text.strip().replace("␣", " ")
