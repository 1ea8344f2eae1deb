"""Page ranges as BibTeX's own styles print them (BibTeXing, 3.2, `pages`)."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit

#: A range of plain numbers, perhaps with letters before or behind (S12, e1003, 436S),
#: or of Roman ones; where a part has a hyphen of its own (A-1) nobody can tell.
_PAGE = r"(?:[A-Za-z]{0,3}\d+[A-Za-z]?|[ivxlcdm]+|[IVXLCDM]+)"
_RANGE = regex(rf"({_PAGE})\s*(?:-{{1,3}}|[‐-―])\s*({_PAGE})")
_COMMA = regex(r"(\s*[,;]\s*)")


def _dashes(entry: OneEntry) -> Iterator[Edit]:
    pages = entry.tex("pages")
    if pages is not None:
        typed = "".join(
            _RANGE.sub(r"\1--\2", part) if _RANGE.fullmatch(part) else part
            for part in _COMMA.split(pages)
        )
        if typed != pages:
            yield entry.put_tex("pages", typed)


ACTION = Action(
    "dashes",
    "Page ranges with two hyphens: `12-15` and `12–15` become `12--15`.",
    of_entry=_dashes,
)
