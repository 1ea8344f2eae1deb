"""The sources of one document in print: entries, and citations of any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loccit.csl.citations.cite_order import in_order
from loccit.csl.citations.position import Placing
from loccit.csl.elements.context import Abbreviation
from loccit.csl.printed_parts import PrintedEntry, entries_of
from loccit.csl.processor import Document
from loccit.csl.styles.style import Style
from loccit.model import Citation, Cite, RichText, Source


class PrintedSources:
    """Sources that are all listed in one document, and distinguished from each other.

    >>> from loccit.csl import load_style
    >>> works = [Source(key, "book", {"title": key}) for key in ("Emma", "Persuasion")]
    >>> printed = PrintedSources(load_style("apa"), {work.key: work for work in works})
    >>> printed.citation([Cite("Emma")]).plain
    '(Emma, n.d.)'
    """

    def __init__(
        self,
        style: Style,
        sources: Mapping[str, Source],
        *,
        locale: str | None = None,
    ) -> None:
        """Take sources by key.

        Args:
            locale: as for `process`.
        """
        self._document = Document(style, sources, locale=locale)
        self._document.cite([], sources)

    def citation(self, cites: Sequence[Cite]) -> RichText:
        """Return a citation in brackets, as if no source had been cited before."""
        document, citation = self._document, Citation(tuple(cites))
        ordered = in_order(citation, document.cite_order(citation))
        placings = [Placing() for _ in cites]
        abbreviations: list[Abbreviation] = ["" for _ in cites]
        placed = document.place(ordered, placings, abbreviations)
        return document.known_texts(link=False).text(ordered, placed).text

    def entries(self) -> Iterator[PrintedEntry]:
        """Yield the entries, in the order of the style."""
        return entries_of(self._document)
