"""Escape characters that are special in TeX, where nobody means TeX's sense."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.tidy.actions import TEXT_FIELDS, Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit

#: Not an `&` that begins an HTML entity: `loccit check --fix` replaces the whole of it.
_BARE = regex(r"(?<!\\)([%#]|&(?!#?\w+;))")
#: A formula or a URL, in which such a character may well be meant.
_MEANT = regex(r"\$|://|\\(?:url|href|path)\b")


def _escape(entry: TidyEntry) -> Iterator[Edit]:
    for name in entry.parts.fields:
        tex = entry.tex(name) if name in TEXT_FIELDS else None
        if tex and _BARE.search(tex) and not _MEANT.search(tex):
            yield entry.put_tex(name, _BARE.sub(r"\\\1", tex))


ACTION = Action(
    "escape",
    r"Escape a bare `&`, `%` or `#` for TeX: `&` becomes `\&`.",
    of_entry=_escape,
)
