"""Titles that some databases put in two pairs of braces, so that no style can set them
in its own case.

An abbreviation keeps them, and so does what a command in them is for (`{\\em ...}`).
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.converters import TITLE
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.latex.commands import DECLARATIONS
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit

_TITLES = frozenset(field.field for field in FIELDS if field.converter is TITLE) | {
    "subtitle",
    "booksubtitle",
}
_BRACE = regex(r"[{}]")
_DECLARED = regex(rf"\{{\s*\\(?:{'|'.join(DECLARATIONS)})(?![A-Za-z])")


def _double_braces(entry: OneEntry) -> Iterator[Edit]:
    for name in entry.parts.fields:
        typed = title = entry.tex(name) if name in _TITLES else None
        while (
            title
            and _in_braces(title)
            and not _DECLARED.match(title)
            and not tex_to_text(title).isupper()
        ):
            title = title[1:-1].strip()
        if title and title != typed:
            yield entry.put_tex(name, title)


def _in_braces(title: str) -> bool:
    """Whether the first brace is closed by the last."""
    depth = 0
    for brace in _BRACE.finditer(title):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return title.startswith("{") and brace.end() == len(title)
    return False


ACTION = Action(
    "double-braces",
    "Titles in one pair of braces where they have two, so that a style may change their capitals.",
    of_entry=_double_braces,
    keeps_meaning=False,
)
