"""A document that is being written: after a change, only what changes is set again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit._startup.dataclass import dataclass, field, replace
from loccit.csl.citations.citation_text import CitationText
from loccit.csl.citations.cite_order import in_order
from loccit.csl.citations.entries import entry_state, set_entries
from loccit.csl.citations.position import (
    Placing,
    citations_before,
    place_again,
    place_cites,
)
from loccit.csl.citations.renderer import Rendered
from loccit.csl.elements.context import Abbreviation, CiteState
from loccit.csl.processed import BibliographyEntry, Processed
from loccit.csl.processor import Document, abbreviations_in
from loccit.csl.styles.style import Style
from loccit.csl.text.typeset import typeset
from loccit.model import Citation, RichText, Source


@dataclass(frozen=True, slots=True)
class Changes:
    """What an editor has to update.

    Attributes:
        citations: the texts of citations that are new or changed, by their number after
            the change.
        authors: likewise the authors of narrative citations with a note of their own.
        entries: the texts of bibliography entries that are new or changed, by key.
        order: the keys of all entries in order, if an entry was added, removed or moved;
            else None.
    """

    citations: Mapping[int, RichText]
    authors: Mapping[int, RichText]
    entries: Mapping[str, RichText]
    order: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Row:
    """A citation and what it was set by.

    Attributes:
        order: the numbers of its cites in the order of print.
        printed: the citation in that order.
        text: None until it is set.
    """

    citation: Citation
    order: list[int]
    printed: Citation
    placings: list[Placing] = field(default_factory=list)
    abbreviations: list[Abbreviation] = field(default_factory=list)
    text: CitationText | None = None

    def is_set_by(
        self,
        placings: list[Placing],
        abbreviations: list[Abbreviation],
    ) -> bool:
        """Return whether the text was set by the same positions and abbreviations."""
        if self.text is None or self.placings != placings:
            return False
        return self.abbreviations == abbreviations

    def cites_any(self, keys: set[str]) -> bool:
        """Return whether the citation cites any of the sources."""
        return bool(keys) and any(cite.key in keys for cite in self.citation.cites)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the bibliography and what it was set by.

    Attributes:
        above: the rendering of the entry above, if it matters.
        text: None if nothing is printed.
    """

    rendered: Rendered
    above: Rendered | None
    text: RichText | None


class Session:
    """The citations and the bibliography of a document while it is edited.

    At any time, `processed` is the same as the result of `process` for the document.

    >>> from loccit.csl import load_style
    >>> from loccit.model import Cite, Date, DateParts, Name
    >>> def book(key, title):
    ...     author, year = (Name("Davis", "Angela"),), Date(DateParts(1981))
    ...     return Source(key, "book", {"author": author, "issued": year, "title": title})
    >>> session = Session(load_style("apa"), [book("a", "Women"), book("b", "Race")], [Citation((Cite("a"),))])
    >>> session.processed.citations[0].plain
    '(Davis, 1981)'
    >>> changes = session.insert(1, Citation((Cite("b"),)))
    >>> {number: text.plain for number, text in changes.citations.items()}, changes.order
    ({0: '(Davis, 1981b)', 1: '(Davis, 1981a)'}, ('b', 'a'))
    """

    def __init__(
        self,
        style: Style,
        sources: Iterable[Source],
        citations: Iterable[Citation] = (),
        *,
        locale: str | None = None,
        uncited: Iterable[str] = (),
        link_citations: bool = False,
        link_bibliography: bool = False,
    ) -> None:
        """Set the document as it is.

        Args:
            sources: all that citations may cite; others can be added later.
            locale, uncited, link_citations, link_bibliography: as for `process`.

        Raises:
            UnknownKey: no source has one of the keys.  It is a `KeyError` too.
        """
        self._sources = {source.key: source for source in sources}
        self._document = Document(style, self._sources, locale=locale)
        self._uncited = tuple(uncited)
        self._link_citations = link_citations
        self._link_bibliography = link_bibliography
        self._rows: list[_Row] = []
        #: For each citation, the number of the one that its "ibid." refers to.
        self._before: list[int | None] = []
        self._entries: dict[str, _Entry] = {}
        given = list(citations)
        self._renew(given, [None] * len(given))

    @property
    def processed(self) -> Processed:
        """All citations and the bibliography."""
        self._document.citations = self._citations()
        texts = [row.text for row in self._rows if row.text is not None]
        entries: list[BibliographyEntry] = []
        for key, text in _texts(self._entries).items():
            entries.append(BibliographyEntry(key, text))
        return self._document.processed(texts, entries)

    def insert(self, index: int, citation: Citation) -> Changes:
        """Insert a citation before the one of that number; the caller numbers notes.

        Raises:
            UnknownKey: no source has a key that it cites; the document stays as it was.
        """
        citations = self._citations()
        rows: list[_Row | None] = list(self._rows)
        citations.insert(index, citation)
        rows.insert(index, None)
        return self._renew(citations, rows)

    def remove(self, index: int) -> Changes:
        """Remove a citation."""
        citations = self._citations()
        rows: list[_Row | None] = list(self._rows)
        del citations[index], rows[index]
        return self._renew(citations, rows)

    def replace(self, index: int, citation: Citation) -> Changes:
        """Replace a citation by another.

        Raises:
            UnknownKey: no source has a key that it cites; the document stays as it was.
        """
        if self._changes_nothing_else(index, citation):
            return self._touch(index, citation)
        citations = self._citations()
        rows: list[_Row | None] = list(self._rows)
        citations[index] = citation
        rows[index] = None
        return self._renew(citations, rows)

    def set_source(self, source: Source) -> Changes:
        """Add a source that can be cited, or change one."""
        self._sources[source.key] = source
        if source.key not in self._document.states:
            return Changes({}, {}, {}, None)
        return self._renew(self._citations(), self._rows)

    def _citations(self) -> list[Citation]:
        return [row.citation for row in self._rows]

    def _changes_nothing_else(self, index: int, citation: Citation) -> bool:
        """Return whether a replacement changes no other citations and no entries.

        Except those that refer to it with "ibid.".
        """
        old = self._rows[index]
        if _effects(citation) != _effects(old.citation):
            return False
        return self._document.cite_order(citation) == old.order

    def _touch(self, index: int, citation: Citation) -> Changes:
        """Set a changed citation again, and those that refer to it with "ibid."."""
        rows = list(self._rows)
        printed = in_order(citation, rows[index].order)
        rows[index] = replace(rows[index], citation=citation, printed=printed)
        rows[index] = self._set_again(rows, index)
        for number, before in enumerate(self._before):
            if before == index:
                rows[number] = self._set_again(rows, number)
        return self._update(rows, self._rows, self._entries)

    def _set_again(self, rows: list[_Row], number: int) -> _Row:
        """A row set with new positions."""
        row, before = rows[number], self._before[number]
        previous = None if before is None else rows[before].printed
        placings = place_again(row.placings, row.printed, previous)
        return self._set(row, placings, row.abbreviations)

    def _renew(self, citations: list[Citation], olds: Sequence[_Row | None]) -> Changes:
        """Go through all steps, and set again whatever may have changed.

        Args:
            olds: the row of each citation before the change; None for a new one.
        """
        for citation in citations:
            for cite in citation.cites:
                self._document.source(cite.key)  # refuse before anything changes
        rows, changed = self._ordered_rows(citations, olds)
        printed = [row.printed for row in rows]
        distance = self._document.style.citation_options.near_note_distance
        placings = place_cites(printed, distance)
        introductions = self._document.introductions(printed)
        for number, row in enumerate(rows):
            abbreviations = abbreviations_in(row.printed, number, introductions)
            is_same = row.is_set_by(placings[number], abbreviations)
            if not is_same or row.cites_any(changed):
                rows[number] = self._set(row, placings[number], abbreviations)
        self._before = citations_before(printed)
        return self._update(rows, olds, dict(self._renewed_entries()))

    def _ordered_rows(
        self,
        citations: list[Citation],
        olds: Sequence[_Row | None],
    ) -> tuple[list[_Row], set[str]]:
        """The rows after steps 1 to 5, and the keys of sources that look different."""
        document = self._document
        old_states = document.states
        changed = document.renderer.changed
        changed.clear()
        document.number_sources(citations, self._uncited)
        document.disambiguate(citations)
        changed = changed | _changed_keys(old_states, document.states)
        rows: list[_Row] = []
        for citation, old in zip(citations, olds, strict=True):
            if old is None or old.cites_any(changed):
                order = document.cite_order(citation)
                old = _Row(citation, order, in_order(citation, order))
            rows.append(old)
        return rows, changed

    def _set(
        self,
        row: _Row,
        placings: list[Placing],
        abbreviations: list[Abbreviation],
    ) -> _Row:
        """The row with its text."""
        document = self._document
        cites = document.place(row.printed, placings, abbreviations)
        text = document.text(row.citation, cites, link=self._link_citations)
        return replace(
            row,
            placings=placings,
            abbreviations=abbreviations,
            text=text,
        )

    def _renewed_entries(self) -> Iterator[tuple[str, _Entry]]:
        """The entries by key, set again if their rendering changed.

        An entry also depends on the one above, if the style substitutes repeated
        authors.
        """
        document = self._document
        if document.style.bibliography is None:
            return
        substitutes = document.style.author_substitute is not None
        above: str | None = None
        above_rendered: Rendered | None = None
        for key in document.keys:
            state = entry_state(document.states[key])
            rendered = document.renderer.entry(key, state)
            entry = self._entries.get(key)
            if (
                entry is None
                or entry.rendered is not rendered
                or entry.above is not above_rendered
            ):
                text = self._entry_text(key, above)
                entry = _Entry(rendered, above_rendered, text)
            yield key, entry
            if substitutes and entry.text is not None:
                above, above_rendered = key, rendered

    def _entry_text(self, key: str, above: str | None) -> RichText | None:
        """The text of an entry after another; None if nothing is printed."""
        document = self._document
        keys = [key] if above is None else [above, key]
        output = set_entries(document.renderer, keys, document.states).get(key)
        if output is None:
            return None
        return typeset(output, document.locale, addresses=self._link_bibliography)

    def _update(
        self,
        rows: list[_Row],
        olds: Sequence[_Row | None],
        entries: dict[str, _Entry],
    ) -> Changes:
        """Store the rows and entries, and return the differences to those before."""
        citations: dict[int, RichText] = {}
        authors: dict[int, RichText] = {}
        for number, (row, old) in enumerate(zip(rows, olds, strict=True)):
            if row is old or row.text is None:
                continue
            before = old.text if old is not None else None
            if before is None or row.text.text != before.text:
                citations[number] = row.text.text
            if row.text.author != (before.author if before else RichText()):
                authors[number] = row.text.author
        old_texts, new_texts = _texts(self._entries), _texts(entries)
        self._rows, self._entries = rows, entries
        changed = _different(old_texts, new_texts)
        return Changes(citations, authors, changed, _new_order(old_texts, new_texts))


def _effects(citation: Citation) -> tuple[object, ...]:
    """The parts of a citation that other citations and the bibliography depend on."""
    cites = [(cite.key, cite.mode, cite.secondary) for cite in citation.cites]
    return citation.note, cites


def _changed_keys(
    old: Mapping[str, CiteState],
    new: Mapping[str, CiteState],
) -> set[str]:
    return {key for key, state in new.items() if old.get(key) != state}


def _texts(entries: Mapping[str, _Entry]) -> dict[str, RichText]:
    """The texts of the entries that are printed."""
    texts: dict[str, RichText] = {}
    for key, entry in entries.items():
        if entry.text is not None:
            texts[key] = entry.text
    return texts


def _new_order(
    old: Mapping[str, RichText],
    new: Mapping[str, RichText],
) -> tuple[str, ...] | None:
    order = tuple(new)
    return order if order != tuple(old) else None


def _different(
    old: Mapping[str, RichText],
    new: Mapping[str, RichText],
) -> dict[str, RichText]:
    """The new texts that differ; most are the same objects."""
    different: dict[str, RichText] = {}
    for key, text in new.items():
        before = old.get(key)
        if before is not text and before != text:
            different[key] = text
    return different
