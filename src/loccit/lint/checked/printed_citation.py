"""What the style prints in brackets for the works of an essay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from loccit import csl
from loccit.model import Citation, Cite, RichText, Source


class PrintedWorks:
    """The works of an essay in print; each is distinguished from all others."""

    def __init__(
        self, style: csl.Style, lang: str, sources: Mapping[str, Source]
    ) -> None:
        """Take works by their keys, those that are listed and not cited, too."""
        self._style = style
        self._lang = lang
        self._sources = sources

    @cached_property
    def alone(self) -> Mapping[str, str]:
        """What is printed for each work alone, by its key: "(Doe, 2001a)"."""
        keys = [*self._sources]
        printed = self._print([[Cite(key)] for key in keys])
        return {key: text.plain for key, text in zip(keys, printed, strict=True)}

    def together(self, cites: Sequence[Cite]) -> RichText:
        """Return what is printed for cites in one pair of brackets."""
        return self._print([cites])[0]

    def _print(self, clusters: Sequence[Sequence[Cite]]) -> Sequence[RichText]:
        sources = self._sources
        citations = [Citation(tuple(cites)) for cites in clusters]
        return csl.process(
            self._style, sources, citations, locale=self._lang, uncited=[*sources]
        ).citations
