"""How a style prints what an essay cites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit.essays import Essay, ReferenceList
from loccit.formatting.reference_list import find_list, list_title
from loccit.model import Source
from loccit.workspace.settings import Settings


class Printing(NamedTuple):
    """A style in a language, with what the settings change.

    Attributes:
        settings: those of the essay.
    """

    style: csl.Style
    settings: Settings
    lang: str

    @property
    def in_notes(self) -> bool:
        """Whether the style cites in footnotes."""
        return self.style.citation_class == "note"

    @property
    def sorts_list(self) -> bool:
        """Whether the style sorts the list, and not the order of citations."""
        layout = self.style.bibliography
        return layout is None or bool(layout.sort_keys)

    @property
    def locator_words(self) -> Mapping[str, str]:
        """What announces a place in a source, and the place's CSL term."""
        return csl.locator_terms(self.lang, self.style.locales)

    @property
    def list_title(self) -> str:
        """What heads the list."""
        title = self.settings.reference_section_title
        return title or list_title(self.style, self.lang)

    def find_list(self, essay: Essay) -> ReferenceList:
        """Find where the list of an essay is or goes."""
        return find_list(essay, self.lang, self.list_title)

    def list_of(self, sources: Mapping[str, Source]) -> Iterable[csl.BibliographyEntry]:
        """Print the list of some sources."""
        processed = csl.process(
            self.style,
            sources,
            [],
            locale=self.settings.lang,
            uncited=[*sources],
            link_bibliography=True,
            proper_nouns=self.settings.proper_nouns,
        )
        return processed.bibliography
