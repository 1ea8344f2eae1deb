"""The sources that the essays of these tests cite."""

from __future__ import annotations

import loccit
from loccit import FormattedEssay, Settings

_SOURCES = [
    {"id": "doe2001", "type": "book", "title": "The Book", "publisher": "Press"}
    | {"issued": "2001", "author": [{"family": "Doe", "given": "Zoë"}]},
    {"id": "roe2002", "type": "book", "title": "Q & A: On <it>", "publisher": "Łódź"}
    | {"issued": "2002", "author": [{"family": "Roe", "given": "Ann"}]},
    {"id": "paz2003", "type": "article-journal", "title": "A study"}
    | {"container-title": "The Journal", "volume": "3", "page": "1-9"}
    | {"issued": "2003", "author": [{"family": "Paz", "given": "Eva"}]},
]
LIBRARY = loccit.open_library([], _SOURCES)
NOTES = "chicago-notes-bibliography-subsequent-ibid-17th-edition"


def formatted(
    text: str | bytes, style: str = "apa", *, link_citations: bool | None = None
) -> FormattedEssay:
    """Format an HTML essay."""
    data = text.encode() if isinstance(text, str) else text
    settings = Settings(csl=style, link_citations=link_citations)
    essay = loccit.read_essay(data, "essay.html")
    return loccit.format_essay(essay, LIBRARY, settings)
