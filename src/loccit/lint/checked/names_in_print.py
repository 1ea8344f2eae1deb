"""The names of works as a style prints them in citations."""

from __future__ import annotations

from collections.abc import Mapping

from loccit import csl
from loccit.model import Citation, Cite, Source


def names_in_print(
    style: csl.Style, sources: Mapping[str, Source], lang: str
) -> dict[str, str]:
    """Return what an author-date style prints before the year, in brackets, where all
    these works are in one document.
    """
    citations = [Citation((Cite(key),)) for key in sources]
    printed = csl.process(style, sources, citations, locale=lang)
    texts = [each.plain.strip("()") for each in printed.citations]
    names = [text.rpartition(", ")[0] for text in texts]
    return dict(zip(sources, names, strict=True))
