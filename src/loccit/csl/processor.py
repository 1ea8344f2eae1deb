"""The whole document: sources and citations to text, in the numbered steps of the specification."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from loccit.csl.cite import PlacedCite
from loccit.csl.collapse import is_printed, join_cites, linked
from loccit.csl.context import Abbreviation, CiteState
from loccit.csl.disambiguate import disambiguate
from loccit.csl.entries import set_entries
from loccit.csl.group_abbreviations import introduce_abbreviations, shared_abbreviations
from loccit.csl.locale import build_locale
from loccit.csl.locators import own_label
from loccit.csl.narrative import author_part, locator_part, rest_part, says_nothing, with_author, without_author
from loccit.csl.output_tree import Formatting, Node, Output, find, is_empty
from loccit.csl.position import Placing, place_cites
from loccit.csl.rendering import Renderer
from loccit.csl.repeated_years import repeated_narratives, without_year
from loccit.csl.sentence_case import in_sentence_case
from loccit.csl.sentence_start import capitalize_term, starts_sentence
from loccit.csl.sort import sorted_by
from loccit.csl.style import Style
from loccit.csl.typeset import plain_text, typeset
from loccit.model import BibliographyOptions, Citation, Cite, Mark, Marked, Problem, RichText, Source
from loccit.model.dataclass import dataclass, replace
from loccit.model.note_variables import with_note_variables

#: What CSL processors print for a citation that comes out empty.
NO_PRINTED_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """One entry of the bibliography."""

    key: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Processed:
    """The text of every citation, in the order given, and the bibliography in the style's order.

    `authors` are those that stand in the sentence before a note of their own, which a narrative citation becomes; empty
    for all other citations.
    """

    citations: tuple[RichText, ...]
    authors: tuple[RichText, ...]
    bibliography: tuple[BibliographyEntry, ...]
    options: BibliographyOptions
    problems: tuple[Problem, ...] = ()


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
        citations: in document order.  A narrative one has its first cite's author before the brackets, after that
            cite's prefix if it has one; in a note of its own (`own_note`), it has him in `authors` instead.
        locale: BCP 47; else the style's default, else en-US.
        uncited: keys that the bibliography lists without their being cited.
        link_citations: each cite's text leads to `#ref-KEY`.
        link_bibliography: DOI and URL are links.
        omit_repeated_year: a work that is cited in the sentences of a paragraph again is without its year there, if
            nothing else stands in the brackets but a locator (APA 7, section 8.16).
        proper_nouns: names that keep their capitals where titles are put in sentence case.

    Raises:
        KeyError: a key that no source has.
    """
    job = Job(style, sources, locale=locale, proper_nouns=proper_nouns)
    job.cite(citations, uncited)
    if omit_repeated_year:
        job.omit_repeated_years()
    return job.finish(link_citations=link_citations, link_bibliography=link_bibliography)


def _margin(text: RichText) -> int:
    """The width of what stands in an entry's left margin."""
    first = text.nodes[0] if text.nodes else ""
    if isinstance(first, Marked):
        return len(first.content.plain) if first.mark == Mark("display", "left-margin") else _margin(first.content)
    return 0


def _segments(citation: Citation) -> list[list[int]]:
    """Numbers of cites that may change places: "see also" keeps what stands before it from what stands after.

    A cite with a prefix stays where it is, and so does the one whose author stands in the sentence (APA 8.12).  What a
    work was read in goes with it, and is none of them.
    """
    segments: list[list[int]] = [[]]
    for number, cite in enumerate(citation.cites):
        if cite.secondary:
            continue
        if number and cite.prefix:
            segments.append([])
        segments[-1].append(number)
        if cite.prefix or (not number and citation.mode == "narrative"):
            segments.append([])
    return segments


def _secondaries(citation: Citation, number: int) -> Iterator[int]:
    """The numbers of what a cite was read in, which stand behind it."""
    following = range(number + 1, len(citation.cites))
    return takewhile(lambda index: citation.cites[index].secondary, following)


def in_order(citation: Citation, order: Sequence[int]) -> Citation:
    """The citation with its cites in the order they are printed in."""
    return replace(citation, cites=tuple(citation.cites[index] for index in order))


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
        self.locale = build_locale(locale or style.default_locale or "en-US", style.locales)
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
        self.yearless: frozenset[int] = frozenset()  # numbers of citations that leave the year out

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
        # 3 sort inside citations (before positions: "ibid" goes by what stands before it in print)
        orders = [self.order(citation) for citation in citations]
        printed = [in_order(citation, order) for citation, order in zip(citations, orders, strict=True)]
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
                for index, (cite, placing) in enumerate(zip(citation.cites, row, strict=True))
            ]
            for number, (citation, row) in enumerate(zip(printed, rows, strict=True))
        ]

    def collect(self, citations: Iterable[Citation], uncited: Iterable[str]) -> None:
        """The sources, numbered in the order of the bibliography or of their first citation."""
        style, renderer = self.style, self.renderer
        cited = dict.fromkeys(cite.key for citation in citations for cite in citation.cites)
        read = dict.fromkeys(cite.key for citation in citations for cite in citation.works_read)
        self.keys = list(dict.fromkeys([*read, *uncited]))
        self.unlisted = tuple(cited.keys() - set(self.keys)) if len(cited) > len(read) else ()
        # of a large library only what is cited is looked at
        renderer.take({key: self._prepared(self.library[key]) for key in (*self.keys, *self.unlisted)})
        renderer.number(self.keys)
        self.keys = self._sorted_keys()
        if style.bibliography is not None and style.bibliography.sort_keys and self.sort_bibliography:
            renderer.number(self.keys)

    def tell_apart(self, printed: Iterable[Citation]) -> None:
        """The states of the sources, of which those of their cites are made."""
        first_notes: dict[str, int] = {}
        for citation in printed:
            for cite in citation.cites:
                first_notes.setdefault(cite.key, citation.note)
        self.states = disambiguate(self.renderer, self.keys, self.unlisted, first_notes)

    def introductions(self, printed: Sequence[Citation]) -> Mapping[tuple[int, int], Abbreviation]:
        """What becomes of the abbreviations of groups, by citation and cite number."""
        if not self.style.citation_options.group_abbreviations:
            return {}
        return introduce_abbreviations(self.renderer.sources, printed)

    def omit_repeated_years(self) -> None:
        """Finds the citations in a sentence that need no year, for one stands before in the paragraph."""

        def authors_of(key: str) -> str:
            names = find(self.renderer.cite(key, self.states[key]).output, "names", "title")
            return plain_text(names, self.locale) if names is not None else ""

        self.yearless = frozenset(repeated_narratives(self.originals, self.states, authors_of))

    def placed(self, cite: Cite, placing: Placing, abbreviation: Abbreviation) -> PlacedCite:
        """A cite with all that it knows about itself."""
        locator = own_label(cite.locator, self.locale.lang, self.library[cite.key].type) if cite.locator else None
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

    def order(self, citation: Citation) -> list[int]:
        """The numbers of the citation's cites in the order they are printed in."""
        keys, cites = self.style.citation.sort_keys, citation.cites
        if not keys or len(cites) < 2:
            return list(range(len(cites)))
        order: list[int] = []
        for segment in _segments(citation):
            order += sorted_by(
                segment, keys, lambda number: self.renderer.sort_values(cites[number].key, in_bibliography=False)
            )
        return [number for first in order for number in (first, *_secondaries(citation, first))]

    def finish(self, *, link_citations: bool = False, link_bibliography: bool = False) -> Processed:
        """Steps 6 to 10: the text."""
        texts: dict[object, tuple[RichText, RichText]] = {}
        rows: list[tuple[RichText, RichText]] = []
        for number, (citation, cites) in enumerate(zip(self.originals, self.citations, strict=True)):
            yearless = number in self.yearless
            place = (bool(citation.note), citation.own_note, citation.begins, citation.ends, citation.possessive)
            key = (citation.mode, tuple((placed.cite, placed.state) for placed in cites), place, yearless)
            if key not in texts:
                texts[key] = self.texts(citation, cites, link_citations, yearless=yearless)
            rows.append(texts[key])
        # 10 the bibliography
        outputs = set_entries(self.renderer, self.keys, self.states)
        entries = tuple(
            BibliographyEntry(key, typeset(output, self.locale, addresses=link_bibliography))
            for key, output in outputs.items()
        )
        return self.processed(rows, entries)

    def processed(self, rows: Sequence[tuple[RichText, RichText]], entries: tuple[BibliographyEntry, ...]) -> Processed:
        """The whole, of the citations' texts and authors and of the bibliography's entries."""
        widest = max((_margin(entry.text) for entry in entries), default=0)
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
                "no-printed-form", f"The style prints nothing for {keys}.", advice="Add what the source lacks."
            )

    def texts(
        self, citation: Citation, cites: list[PlacedCite], link: bool, *, yearless: bool = False
    ) -> tuple[RichText, RichText]:
        """A citation's text, and its author's where they stand apart from it."""
        text = typeset(self._citation(citation, cites, link, yearless), self.locale)
        is_apart = citation.own_note and citation.mode == "narrative"
        return text, typeset(self._author(cites, link), self.locale) if is_apart else RichText()

    def _citation(self, citation: Citation, cites: list[PlacedCite], link: bool, yearless: bool) -> Output:
        # 6 render in full
        for index, placed in enumerate(cites):
            placed.output = self.renderer.cite(placed.key, placed.state).output
            if placed.key in self.unlisted:
                placed.output = with_author(self.renderer, placed)
            first = index == 0 and citation.begins
            if self.style.citation_class == "note" and starts_sentence(placed.cite.prefix, first):
                placed.output = capitalize_term(placed.output)
        if not any(map(is_printed, cites)):
            return Node((NO_PRINTED_FORM,))
        layout = self._layout(citation)
        # 8 author-only and suppress-author
        if citation.mode == "locator-only" and (page := locator_part(cites[0].output)) is not None:
            cites[0].output = page
        if citation.mode == "author-only":
            return author_part(self.renderer, cites[0])
        if citation.mode == "narrative" and not self._names_itself(citation, cites):
            return self._narrative(citation, cites, layout, link, yearless)
        for index, placed in enumerate(cites):
            if placed.cite.mode == "author-only":
                placed.output = author_part(self.renderer, placed)
            elif placed.cite.mode == "suppress-author" or (citation.mode == "suppress-author" and index == 0):
                rest = without_author(placed.output)
                placed.output = placed.output if citation.own_note and says_nothing(rest) else rest
        # 7 group and collapse, 9 join
        return self._in_brackets(join_cites(self.renderer, cites, link), layout)

    def _layout(self, citation: Citation) -> Formatting:
        """The layout's formatting; within a sentence of a footnote, the full stop that closes a note is left out."""
        layout = self.style.citation.formatting
        if citation.ends or not self._is_note(citation):
            return layout
        return replace(layout, suffix=layout.suffix.removesuffix("."))

    def _names_itself(self, citation: Citation, cites: list[PlacedCite]) -> bool:
        """Whether the names stand in a citation already, as in a footnote: in a sentence there, no more are needed."""
        return self._is_note(citation) and not citation.own_note and find(cites[0].output, "names") is not None

    def _is_note(self, citation: Citation) -> bool:
        return self.style.citation_class == "note" and bool(citation.note)

    def _narrative(
        self, citation: Citation, cites: list[PlacedCite], layout: Formatting, link: bool, yearless: bool
    ) -> Output:
        if citation.own_note and says_nothing(without_author(cites[0].output)):
            joined = join_cites(self.renderer, cites, link)  # an empty footnote would be worse than the author again
        else:
            joined = rest_part(self.renderer, cites, link)
        if yearless:
            joined = without_year(joined)
        rest = self._in_brackets(joined, layout) if not is_empty(joined) else Node(())
        if citation.own_note:
            return rest
        author = self._author(cites, link)
        if is_empty(author):
            return Node((rest, citation.possessive)) if citation.possessive else rest
        if citation.possessive:
            author = Node((author, citation.possessive))
        is_raised = any(mark.name == "vertical-align" for mark in layout.marks)
        delimiter = ", " if self._is_note(citation) else "" if is_raised else " "
        return Node((author, rest), Formatting(delimiter=delimiter))

    def _author(self, cites: list[PlacedCite], link: bool) -> Output:
        """The author in the sentence."""
        author = author_part(self.renderer, cites[0])
        return linked(author, cites[0].key) if link and not is_empty(author) else author

    @staticmethod
    def _in_brackets(output: Output, layout: Formatting) -> Output:
        """The layout's affixes stand within its formatting (CSL 1.0.2, "Affixes")."""
        inner = Node((output,), Formatting(prefix=layout.prefix, suffix=layout.suffix))
        return Node((inner,), Formatting(marks=layout.marks))
