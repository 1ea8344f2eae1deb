"""Write page ranges as BibTeX's own styles print them (BibTeXing, 3.2, `pages`)."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit

#: A plain or Roman number, perhaps with letters around it (S12, e1003, 436S). A page
#: with a hyphen of its own (A-1) is none: nobody can tell it from a range.
_PAGE = r"(?:[A-Za-z]{0,3}\d+[A-Za-z]?|[ivxlcdm]+|[IVXLCDM]+)"
_RANGE = regex(rf"({_PAGE})\s*(?:-{{1,3}}|[‐-―])\s*({_PAGE})")
_COMMA = regex(r"(\s*[,;]\s*)")


def _dashes(entry: TidyEntry) -> Iterator[Edit]:
    pages = entry.tex("pages")
    if pages is None:
        return
    new = "".join(map(_with_dash, _COMMA.split(pages)))
    if new != pages:
        yield entry.put_tex("pages", new)


def _with_dash(part: str) -> str:
    found = _RANGE.fullmatch(part)
    if found is None:
        return part
    return f"{found[1]}--{found[2]}"


ACTION = Action(
    "dashes",
    "Write page ranges with two hyphens: `12-15` and `12–15` become `12--15`.",
    of_entry=_dashes,
)
