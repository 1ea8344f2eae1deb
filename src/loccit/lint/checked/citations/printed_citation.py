"""The works of an essay as the style prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from loccit import csl
from loccit.model import Cite, RichText, Source


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
    def _printed(self) -> csl.PrintedSources:
        return csl.PrintedSources(self._style, self._sources, locale=self._lang)

    @cached_property
    def alone(self) -> Mapping[str, str]:
        """What is printed for each work alone, by its key: "(Doe, 2001a)"."""
        return {key: self.together([Cite(key)]).plain for key in self._sources}

    def together(self, cites: Sequence[Cite]) -> RichText:
        """Return what is printed for cites in one pair of brackets."""
        return self._printed.citation(cites)

    @cached_property
    def entries(self) -> Mapping[str, csl.PrintedEntry]:
        """What is printed for each work in the list, by its key, in the style's order."""
        return {each.key: each for each in self._printed.entries()}
