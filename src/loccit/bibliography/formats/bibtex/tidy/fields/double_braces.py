"""Unwrap titles that some databases put in two pairs of braces.

No style can change the capitals of such a title. Acronyms keep their braces, and so
does a group with a command for all of it (`{\\em ...}`).
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.converters import TITLE
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.latex.commands import DECLARATIONS
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit

_TITLES = frozenset(row.field for row in FIELDS if row.converter is TITLE)
_TITLES_AND_SUBTITLES = _TITLES | {"subtitle", "booksubtitle"}
_BRACE = regex(r"[{}]")
#: A declaration's effect ends with its group: without the braces it would run on.
_DECLARED = regex(rf"\{{\s*\\(?:{'|'.join(DECLARATIONS)})(?![A-Za-z])")


def _double_braces(entry: TidyEntry) -> Iterator[Edit]:
    for name in entry.parts.fields:
        if name not in _TITLES_AND_SUBTITLES:
            continue
        title = entry.tex(name)
        if title is None:
            continue
        new = _unwrapped(title)
        if new and new != title:
            yield entry.put_tex(name, new)


def _unwrapped(title: str) -> str:
    while _is_wrapped(title):
        title = title[1:-1].strip()
    return title


def _is_wrapped(title: str) -> bool:
    return (
        _is_in_braces(title)
        and not _DECLARED.match(title)
        and not tex_to_text(title).isupper()
    )


def _is_in_braces(title: str) -> bool:
    """Return whether the last brace closes the first."""
    if not title.startswith("{"):
        return False
    depth = 0
    for brace in _BRACE.finditer(title):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(title)
    return False


ACTION = Action(
    "double-braces",
    "Remove the second pair of braces around titles, so that a style can change their "
    "capitals.",
    of_entry=_double_braces,
    keeps_meaning=False,
)
