"""Sources and citations of a document to text, in the numbered steps of the
specification.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit.csl.citations.citation_text import NO_PRINTED_FORM, CitationText
from loccit.csl.citations.cite_order import cite_order, in_order
from loccit.csl.citations.disambiguate import disambiguate
from loccit.csl.citations.entries import set_entries
from loccit.csl.citations.group_abbreviations import (
    introduce_abbreviations,
    shared_abbreviations,
)
from loccit.csl.citations.known_texts import KnownTexts
from loccit.csl.citations.position import Placing, place_cites
from loccit.csl.citations.prepare_sources import PreparedSources
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.citations.repeated_years import repeated_narratives
from loccit.csl.citations.sort import significant_keys, sorted_by
from loccit.csl.elements.context import Abbreviation, CiteState
from loccit.csl.locales.locale import build_locale
from loccit.csl.locales.locators import own_label
from loccit.csl.output_tree import find
from loccit.csl.processed import BibliographyEntry, Processed, left_margin
from loccit.csl.styles.style import SortKey, Style
from loccit.csl.text.typeset import plain_text, typeset
from loccit.errors import UnknownKey
from loccit.model import Citation, Cite, Problem, Source


def process(
    style: Style,
    sources: Mapping[str, Source],
    citations: Sequence[Citation],
    *,
    locale: str | None = None,
    uncited: Iterable[str] = (),
    link_citations: bool = False,
    link_bibliography: bool = False,
    omit_repeated_year: bool = False,
    proper_nouns: Sequence[str] = (),
) -> Processed:
    """Set the citations and the bibliography of a document in a style.

    Args:
        sources: by key.
        citations: in document order.  For a narrative citation, the first cite's author
            precedes the parentheses, after that cite's prefix; for one with a note of
            its own (`own_note`), the author is returned in `authors` instead.
        locale: a BCP 47 tag; by default the style's, else en-US.
        uncited: keys to list in the bibliography without a citation.
        link_citations: make each cite a link to `#ref-KEY`.
        link_bibliography: make DOI and URL links.
        omit_repeated_year: omit the year of a work that is cited again in the sentences
            of a paragraph, if the brackets have nothing else but a locator (APA 7,
            section 8.16).
        proper_nouns: names that keep their capitals in sentence case.

    Raises:
        UnknownKey: no source has a key that is cited or in `uncited`.  It is a
            `KeyError` too.
    """
    if not isinstance(style, Style):
        raise TypeError("style is not a Style; load_style('apa') loads one")
    if not isinstance(sources, Mapping):
        raise TypeError("sources are a dict, by key")
    document = Document(style, sources, locale=locale, proper_nouns=proper_nouns)
    document.cite(citations, uncited)
    if omit_repeated_year:
        document.omit_repeated_years()
    return document.finish(
        link_citations=link_citations,
        link_bibliography=link_bibliography,
    )


class Document:
    """One document on its way through the steps.

    Attributes:
        sort_keys: of the bibliography.
        keys: of the sources that are listed, in the order of the bibliography.
        unlisted: the keys of works that are known only through others.
        states: by key, what distinguishes the cites of a source from those of others.
        citations: in document order.
        placed: the cites of each citation, in the order of print.
        without_year: the numbers of the citations that omit their year.
    """

    def __init__(
        self,
        style: Style,
        sources: Mapping[str, Source],
        *,
        locale: str | None = None,
        abbreviations: Mapping[str, Mapping[str, str]] | None = None,
        sort_bibliography: bool = True,
        proper_nouns: Sequence[str] = (),
    ) -> None:
        self.style = style
        self.sources = sources
        lang = locale or style.default_locale or "en-US"
        self.locale = build_locale(lang, style.locales)
        self.renderer = Renderer(style, self.locale, abbreviations=abbreviations)
        self.sort_keys: Sequence[SortKey] = ()
        if style.bibliography is not None and sort_bibliography:
            self.sort_keys = significant_keys(style.bibliography.sort_keys)
        self.keys: list[str] = []
        self.unlisted: list[str] = []
        self.states: Mapping[str, CiteState] = {}
        self.citations: Sequence[Citation] = ()
        self.placed: list[list[PlacedCite]] = []
        self.without_year: frozenset[int] = frozenset()
        self._prepared = PreparedSources(style, self.locale, proper_nouns)

    def cite(
        self,
        citations: Sequence[Citation],
        uncited: Iterable[str] = (),
        placings: Mapping[tuple[int, int], Placing] | None = None,
    ) -> None:
        """Go through steps 1 to 5: find the state of every cite.

        Args:
            placings: by citation and cite number; these replace calculated ones.

        Raises:
            UnknownKey: no source has one of the keys.
        """
        self.citations = citations
        # 1 number the sources
        self.number_sources(citations, uncited)
        # 4 and 5 render without locators, and disambiguate; before 3, as cites sort by
        # the names that they show
        self.disambiguate(citations)
        # 3 sort inside citations; before 2, as "ibid." depends on the order of print
        orders = [self.cite_order(citation) for citation in citations]
        printed = list(map(in_order, citations, orders))
        # 2 positions
        rows = place_cites(printed, self.style.citation_options.near_note_distance)
        for (number, index), placing in (placings or {}).items():
            rows[number][orders[number].index(index)] = placing
        introductions = self.introductions(printed)
        self.placed = []
        for number, (citation, row) in enumerate(zip(printed, rows, strict=True)):
            abbreviations = abbreviations_in(citation, number, introductions)
            self.placed.append(self.place(citation, row, abbreviations))

    def number_sources(
        self,
        citations: Sequence[Citation],
        uncited: Iterable[str],
    ) -> None:
        """Number the sources in the order of the bibliography.

        In a style without one, or one that is not sorted, in the order of citations.
        """
        self._find_keys(citations, uncited)
        # of a large library, only the cited sources are read
        sources: dict[str, Source] = {}
        for key in [*self.keys, *self.unlisted]:
            sources[key] = self.prepared(key)
        self.renderer.set_sources(sources)
        self.renderer.number(self.keys)
        self.sort_sources()

    def _find_keys(
        self,
        citations: Sequence[Citation],
        uncited: Iterable[str],
    ) -> None:
        """Find the keys that are listed, in the order of their first citation."""
        listed: dict[str, None] = {}
        cited: dict[str, None] = {}
        for citation in citations:
            for cite in citation.listed_cites:
                listed[cite.key] = None
            for cite in citation.cites:
                cited[cite.key] = None
        listed.update(dict.fromkeys(uncited))
        self.keys = list(listed)
        self.unlisted = [key for key in cited if key not in listed]

    def source(self, key: str) -> Source:
        """The source with a key.

        Raises:
            UnknownKey: no source has it.
        """
        source = self.sources.get(key)
        if source is None:
            advice = "Add the source, or correct the key."
            raise UnknownKey(f"No source has the key `{key}`.", advice=advice)
        return source

    def prepared(self, key: str) -> Source:
        """The source with a key as it is rendered.

        Raises:
            UnknownKey: no source has it.
        """
        return self._prepared.prepared(self.source(key))

    def sort_sources(self) -> None:
        """Sort and number the sources as the bibliography does."""
        if not self.sort_keys:
            return
        values_of = self.renderer.entry_sort_values
        self.keys = sorted_by(self.keys, self.sort_keys, values_of)
        self.renderer.number(self.keys)

    def cite_order(self, citation: Citation) -> list[int]:
        """The numbers of a citation's cites in the order of print."""
        return cite_order(self.renderer, citation, self.states)

    def disambiguate(self, citations: Iterable[Citation]) -> None:
        """Find the states of the sources."""
        first_notes: dict[str, int] = {}
        for citation in citations:
            for cite in citation.cites:
                first_notes.setdefault(cite.key, citation.note)
        self.states = disambiguate(self.renderer, self.keys, self.unlisted, first_notes)

    def introductions(
        self,
        printed: Sequence[Citation],
    ) -> Mapping[tuple[int, int], Abbreviation]:
        """Whether cites introduce abbreviations of groups, by citation and cite number."""
        if not self.style.citation_options.group_abbreviations:
            return {}
        return introduce_abbreviations(self.renderer.sources, printed)

    def place(
        self,
        citation: Citation,
        placings: Sequence[Placing],
        abbreviations: Sequence[Abbreviation],
    ) -> list[PlacedCite]:
        """The cites of a citation with their states."""
        return list(map(self._placed, citation.cites, placings, abbreviations))

    def _placed(
        self,
        cite: Cite,
        placing: Placing,
        abbreviation: Abbreviation,
    ) -> PlacedCite:
        locator = cite.locator
        if locator is not None:
            source_type = self.source(cite.key).type
            locator = own_label(locator, self.locale.lang, source_type)
        found = self.states[cite.key]
        state = CiteState(
            placing.position,
            placing.near_note,
            placing.first_note,
            locator,
            found.year_suffix,
            found.names_shown,
            found.given_levels,
            found.disambiguate,
            abbreviation=abbreviation,
        )
        return PlacedCite(cite, state)

    def omit_repeated_years(self) -> None:
        """Find the narrative citations that need no year."""
        numbers = repeated_narratives(self.citations, self.states, self._authors)
        self.without_year = frozenset(numbers)

    def _authors(self, key: str) -> str:
        """The names that a cite shows, or the title in their place."""
        output = self.renderer.cite(key, self.states[key]).output
        names = find(output, "names", "title")
        return plain_text(names, self.locale) if names is not None else ""

    def finish(
        self,
        *,
        link_citations: bool = False,
        link_bibliography: bool = False,
    ) -> Processed:
        """Go through steps 6 to 10: set the text."""
        known = self.known_texts(link=link_citations)
        texts: list[CitationText] = []
        for number, citation in enumerate(self.citations):
            omits_year = number in self.without_year
            cites = self.placed[number]
            texts.append(known.text(citation, cites, omits_year=omits_year))
        # 10 the bibliography
        return self.processed(texts, self._entries(link_bibliography))

    def _entries(self, link: bool) -> list[BibliographyEntry]:
        outputs = set_entries(self.renderer, self.keys, self.states)
        entries: list[BibliographyEntry] = []
        for key, output in outputs.items():
            text = typeset(output, self.locale, addresses=link)
            entries.append(BibliographyEntry(key, text))
        return entries

    def known_texts(self, *, link: bool) -> KnownTexts:
        """The texts of citations."""
        return KnownTexts(self.renderer, self.unlisted, link=link)

    def processed(
        self,
        texts: Sequence[CitationText],
        entries: Sequence[BibliographyEntry],
    ) -> Processed:
        """The result, from the texts of the citations and of the entries."""
        margin = max((left_margin(entry.text) for entry in entries), default=0)
        return Processed(
            citations=tuple([each.text for each in texts]),
            authors=tuple([each.author for each in texts]),
            bibliography=tuple(entries),
            options=replace(self.style.bibliography_options, max_offset=margin),
            problems=tuple(self._problems(texts)),
        )

    def _problems(self, texts: Sequence[CitationText]) -> Iterator[Problem]:
        if self.style.citation_options.group_abbreviations:
            yield from shared_abbreviations(self.renderer.sources)
        empty: dict[str, None] = {}
        for citation, each in zip(self.citations, texts, strict=True):
            if each.text.nodes == (NO_PRINTED_FORM,):
                empty[", ".join([cite.key for cite in citation.cites])] = None
        for keys in empty:
            message = f"The style prints nothing for {keys}."
            yield Problem(
                "no-printed-form",
                message,
                advice="Add what the source lacks.",
            )


def abbreviations_in(
    citation: Citation,
    number: int,
    introductions: Mapping[tuple[int, int], Abbreviation],
) -> list[Abbreviation]:
    """Whether the cites of a citation introduce abbreviations, cite by cite."""
    nothing: Abbreviation = ""
    if not introductions:
        return [nothing] * len(citation.cites)
    indexes = range(len(citation.cites))
    return [introductions.get((number, index), nothing) for index in indexes]
