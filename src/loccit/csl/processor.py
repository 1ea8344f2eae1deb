"""The whole document: sources and citations to text, in the numbered steps of the
specification.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit.csl.citations.citation_text import NO_PRINTED_FORM, citation_text
from loccit.csl.citations.cite_order import cite_order, in_order
from loccit.csl.citations.disambiguate import disambiguate
from loccit.csl.citations.entries import set_entries
from loccit.csl.citations.group_abbreviations import (
    introduce_abbreviations,
    shared_abbreviations,
)
from loccit.csl.citations.position import Placing, place_cites
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.citations.repeated_years import repeated_narratives
from loccit.csl.citations.sort import sorted_by
from loccit.csl.elements.context import Abbreviation, CiteState
from loccit.csl.locales.locale import build_locale
from loccit.csl.locales.locators import own_label
from loccit.csl.output_tree import find
from loccit.csl.processed import BibliographyEntry, Processed, left_margin
from loccit.csl.styles.style import Style
from loccit.csl.text.sentence_case import in_sentence_case
from loccit.csl.text.typeset import plain_text, typeset
from loccit.model import Citation, Cite, Problem, RichText, Source
from loccit.values.note_variables import with_note_variables


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
    """Citations and bibliography of a document in a style.

    Args:
        sources: by key; every key that is cited, or in `uncited`, is among them.
        citations: in document order.  A narrative one has its first cite's author
            before the brackets, after that cite's prefix if it has one; in a note of
            its own (`own_note`), it has him in `authors` instead.
        locale: BCP 47; else the style's default, else en-US.
        uncited: keys that the bibliography lists without their being cited.
        link_citations: each cite's text leads to `#ref-KEY`.
        link_bibliography: DOI and URL are links.
        omit_repeated_year: a work that is cited in the sentences of a paragraph again
            is without its year there, if nothing else stands in the brackets but a
            locator (APA 7, section 8.16).
        proper_nouns: names that keep their capitals where titles are put in sentence
            case.

    Raises:
        KeyError: a key that no source has.
    """
    job = Job(style, sources, locale=locale, proper_nouns=proper_nouns)
    job.cite(citations, uncited)
    if omit_repeated_year:
        job.omit_repeated_years()
    return job.finish(
        link_citations=link_citations, link_bibliography=link_bibliography
    )


class Job:
    """One document's way through the steps."""

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
        self.locale = build_locale(
            locale or style.default_locale or "en-US", style.locales
        )
        self.library = sources
        self.renderer = Renderer(style, self.locale, abbreviations=abbreviations)
        self.sort_bibliography = sort_bibliography
        self.proper_nouns = tuple(proper_nouns)
        self._prepared_sources: dict[str, tuple[Source, Source]] = {}
        self.keys: list[str] = []  # of what is listed
        self.unlisted: tuple[str, ...] = ()  # of works known through others alone
        self.states: Mapping[str, CiteState] = {}
        self.citations: list[list[PlacedCite]] = []
        self.originals: Sequence[Citation] = ()
        self.yearless: frozenset[int] = (
            frozenset()
        )  # numbers of citations that leave the year out

    def cite(
        self,
        citations: Sequence[Citation],
        uncited: Iterable[str] = (),
        placings: Mapping[tuple[int, int], Placing] | None = None,
    ) -> None:
        """Steps 1 to 5: what every cite knows about itself.

        `placings` (by citation and cite number) go before those that are worked out.
        """
        self.originals = citations
        # 1 number the sources
        self.collect(citations, uncited)
        # 3 sort inside citations (before positions: "ibid" goes by what stands before
        # it in print)
        orders = [cite_order(self.renderer, citation) for citation in citations]
        printed = [
            in_order(citation, order)
            for citation, order in zip(citations, orders, strict=True)
        ]
        # 2 positions
        rows = place_cites(printed, self.style.citation_options.near_note_distance)
        for number, index in placings or ():
            rows[number][orders[number].index(index)] = (placings or {})[number, index]
        # 4 and 5 render without locators, and tell apart what looks alike
        self.tell_apart(printed)
        introductions = self.introductions(printed)
        self.citations = [
            [
                self.placed(cite, placing, introductions.get((number, index), ""))
                for index, (cite, placing) in enumerate(
                    zip(citation.cites, row, strict=True)
                )
            ]
            for number, (citation, row) in enumerate(zip(printed, rows, strict=True))
        ]

    def collect(self, citations: Iterable[Citation], uncited: Iterable[str]) -> None:
        """The sources, numbered in the order of the bibliography or of their first
        citation.
        """
        style, renderer = self.style, self.renderer
        cited = dict.fromkeys(
            cite.key for citation in citations for cite in citation.cites
        )
        read = dict.fromkeys(
            cite.key for citation in citations for cite in citation.listed_cites
        )
        self.keys = list(dict.fromkeys([*read, *uncited]))
        self.unlisted = (
            tuple(cited.keys() - set(self.keys)) if len(cited) > len(read) else ()
        )
        # of a large library only what is cited is looked at
        renderer.set_sources(
            {
                key: self._prepared(self.library[key])
                for key in (*self.keys, *self.unlisted)
            }
        )
        renderer.number(self.keys)
        self.keys = self._sorted_keys()
        if (
            style.bibliography is not None
            and style.bibliography.sort_keys
            and self.sort_bibliography
        ):
            renderer.number(self.keys)

    def tell_apart(self, printed: Iterable[Citation]) -> None:
        """The states of the sources, of which those of their cites are made."""
        first_notes: dict[str, int] = {}
        for citation in printed:
            for cite in citation.cites:
                first_notes.setdefault(cite.key, citation.note)
        self.states = disambiguate(self.renderer, self.keys, self.unlisted, first_notes)

    def introductions(
        self, printed: Sequence[Citation]
    ) -> Mapping[tuple[int, int], Abbreviation]:
        """What becomes of the abbreviations of groups, by citation and cite number."""
        if not self.style.citation_options.group_abbreviations:
            return {}
        return introduce_abbreviations(self.renderer.sources, printed)

    def omit_repeated_years(self) -> None:
        """Finds the citations in a sentence that need no year, for one stands before in
        the paragraph.
        """

        def authors_of(key: str) -> str:
            names = find(
                self.renderer.cite(key, self.states[key]).output, "names", "title"
            )
            return plain_text(names, self.locale) if names is not None else ""

        self.yearless = frozenset(
            repeated_narratives(self.originals, self.states, authors_of)
        )

    def placed(
        self, cite: Cite, placing: Placing, abbreviation: Abbreviation
    ) -> PlacedCite:
        """A cite with all that it knows about itself."""
        locator = (
            own_label(cite.locator, self.locale.lang, self.library[cite.key].type)
            if cite.locator
            else None
        )
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

    def _prepared(self, source: Source) -> Source:
        known = self._prepared_sources.get(source.key)
        if known is not None and known[0] is source:
            return known[1]
        prepared = with_note_variables(in_sentence_case(source, self.proper_nouns))
        for prepare in self.style.prepare:
            prepared = prepare(prepared, self.locale)
        self._prepared_sources[source.key] = (source, prepared)
        return prepared

    def _sorted_keys(self) -> list[str]:
        layout = self.style.bibliography
        if layout is None or not self.sort_bibliography:
            return list(self.keys)
        return sorted_by(
            self.keys,
            layout.sort_keys,
            lambda key: self.renderer.sort_values(key, in_bibliography=True),
        )

    def finish(
        self, *, link_citations: bool = False, link_bibliography: bool = False
    ) -> Processed:
        """Steps 6 to 10: the text."""
        texts: dict[object, tuple[RichText, RichText]] = {}
        rows: list[tuple[RichText, RichText]] = []
        for number, (citation, cites) in enumerate(
            zip(self.originals, self.citations, strict=True)
        ):
            yearless = number in self.yearless
            place = (
                bool(citation.note),
                citation.context.own_note,
                citation.context.begins,
                citation.context.ends,
                citation.possessive,
            )
            key = (
                citation.mode,
                tuple((placed.cite, placed.state) for placed in cites),
                place,
                yearless,
            )
            if key not in texts:
                texts[key] = self.texts(
                    citation, cites, link_citations, yearless=yearless
                )
            rows.append(texts[key])
        # 10 the bibliography
        outputs = set_entries(self.renderer, self.keys, self.states)
        entries = tuple(
            BibliographyEntry(
                key, typeset(output, self.locale, addresses=link_bibliography)
            )
            for key, output in outputs.items()
        )
        return self.processed(rows, entries)

    def texts(
        self,
        citation: Citation,
        cites: list[PlacedCite],
        link: bool,
        *,
        yearless: bool = False,
    ) -> tuple[RichText, RichText]:
        """A citation's text, and its author's where they stand apart from it."""
        return citation_text(
            self.renderer,
            self.unlisted,
            citation,
            cites,
            link=link,
            omits_year=yearless,
        )

    def processed(
        self,
        rows: Sequence[tuple[RichText, RichText]],
        entries: tuple[BibliographyEntry, ...],
    ) -> Processed:
        """The whole, of the citations' texts and authors and of the bibliography's
        entries.
        """
        widest = max((left_margin(entry.text) for entry in entries), default=0)
        return Processed(
            tuple(text for text, _ in rows),
            tuple(author for _, author in rows),
            entries,
            replace(self.style.bibliography_options, max_offset=widest),
            tuple(self._problems(text for text, _ in rows)),
        )

    def _problems(self, texts: Iterable[RichText]) -> Iterator[Problem]:
        if self.style.citation_options.group_abbreviations:
            yield from shared_abbreviations(self.renderer.sources)
        empty = [
            ", ".join(cite.key for cite in citation.cites)
            for citation, text in zip(self.originals, texts, strict=True)
            if text.nodes == (NO_PRINTED_FORM,)
        ]
        for keys in dict.fromkeys(empty):
            yield Problem(
                "no-printed-form",
                f"The style prints nothing for {keys}.",
                advice="Add what the source lacks.",
            )
