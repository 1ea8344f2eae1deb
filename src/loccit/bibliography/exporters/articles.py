"""Pages of newspapers."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Source

#: Pages of a newspaper: "A1, A4", "B12".
_NEWSPAPER_PAGE = regex(r"[A-Z]{1,2}\.?-?\d+(?:\s?[,;–-]\s?[A-Z]{1,2}\.?-?\d+)*")
#: The dot that ProQuest puts into them: "A.1".
_DOT = regex(r"(?<=[A-Z])\.(?=\d)")


def with_newspaper_pages(source: Source) -> Source:
    """Write "A1" for ProQuest's "A.1"."""
    if source.type != "article-newspaper":
        return source
    page = source.text("page")
    if not _NEWSPAPER_PAGE.fullmatch(page):
        return source
    plain = _DOT.sub("", page)
    return source.with_variables({"page": plain}) if plain != page else source
