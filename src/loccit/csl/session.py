"""A document that is being written: after a change, only what changes is set again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import starmap

from loccit._startup.dataclass import dataclass
from loccit.csl.changes.distinctions import Distinctions
from loccit.csl.changes.entries import Entries
from loccit.csl.changes.garbage import no_garbage_collection, take_for_old
from loccit.csl.changes.given_names import GivenNames
from loccit.csl.changes.introductions import Introductions
from loccit.csl.changes.listed import ListedSources
from loccit.csl.changes.positions import Positions
from loccit.csl.changes.rows import Row, Rows, place_of
from loccit.csl.citations.citation_text import CitationText
from loccit.csl.citations.cite_order import in_order
from loccit.csl.citations.known_texts import KnownTexts
from loccit.csl.processed import BibliographyEntry, Processed
from loccit.csl.processor import Document
from loccit.csl.styles.style import Style
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
        proper_nouns: Sequence[str] = (),
    ) -> None:
        """Set the document as it is.

        Args:
            sources: all that citations may cite; others can be added later.
            locale, uncited, link_citations, link_bibliography, proper_nouns: as for
                `process`.

        Raises:
            UnknownKey: no source has one of the keys.  It is a `KeyError` too.
        """
        self._sources = {source.key: source for source in sources}
        self._document = Document(
            style, self._sources, locale=locale, proper_nouns=proper_nouns
        )
        self._link_citations = link_citations
        rows = self._rows = Rows()
        for citation in citations:
            rows.insert(len(rows.all.rows), Row(citation))
        document = self._document
        self._listed = ListedSources(document, rows, uncited)
        self._given_names = GivenNames(document.renderer, self._listed)
        self._distinctions = Distinctions(document.renderer, rows, self._listed)
        document.states = self._distinctions.states
        distance = style.citation_options.near_note_distance
        self._positions = Positions(rows, distance)
        self._introductions = Introductions(document.renderer, rows)
        self._entries = Entries(document, link=link_bibliography)
        self._renew(set(rows.all.rows), set(), set())
        take_for_old()

    @property
    def processed(self) -> Processed:
        """All citations and the bibliography."""
        rows = self._rows.all.rows
        self._document.citations = [row.citation for row in rows]
        texts = [row.text for row in rows if row.text is not None]
        entries = list(starmap(BibliographyEntry, self._entries.texts()))
        return self._document.processed(texts, entries)

    def insert(self, index: int, citation: Citation) -> Changes:
        """Insert a citation before the one of that number; the caller numbers notes.

        Raises:
            UnknownKey: no source has a key that it cites; the document stays as it was.
        """
        self._refuse_unknown(citation)
        row = Row(citation)
        count = len(self._rows.all.rows)
        self._rows.insert(slice(index, None).indices(count)[0], row)
        return self._renew({row}, set(self._around(row)), row.keys)

    def remove(self, index: int) -> Changes:
        """Remove a citation."""
        row = self._rows.all.rows[index]
        around = set(self._around(row))
        around.discard(row)
        self._rows.remove(row)
        return self._renew(set(), around, row.keys)

    def replace(self, index: int, citation: Citation) -> Changes:
        """Replace a citation by another.

        Raises:
            UnknownKey: no source has a key that it cites; the document stays as it was.
        """
        self._refuse_unknown(citation)
        row = self._rows.all.rows[index]
        keys: set[str] = set()
        if _effects(row.citation) != _effects(citation):
            keys = row.keys | {cite.key for cite in citation.cites}
        around = set(self._around(row))
        self._rows.replace(row, citation)
        around.update(self._around(row))
        return self._renew({row}, around, keys)

    def set_source(self, source: Source) -> Changes:
        """Add a source that can be cited, or change one."""
        self._sources[source.key] = source
        if source.key not in self._document.states:
            return Changes({}, {}, {}, None)
        return self._renew(set(), set(), {source.key})

    def list_uncited(self, keys: Sequence[str]) -> Changes:
        """List these sources without a citation, instead of those before.

        Raises:
            UnknownKey: no source has one of the keys; the document stays as it was.
        """
        for key in keys:
            self._document.source(key)
        return self._renew(set(), set(), self._listed.list_uncited(keys))

    def _refuse_unknown(self, citation: Citation) -> None:
        for cite in citation.cites:
            self._document.source(cite.key)

    def _around(self, row: Row) -> Iterator[Row]:
        """The rows that a row may change if it is inserted, replaced or removed."""
        yield from self._positions.around(row)
        yield from self._introductions.around(row)

    @no_garbage_collection()
    def _renew(self, rows: set[Row], around: set[Row], keys: set[str]) -> Changes:
        """Go through all steps for whatever may have changed.

        Args:
            rows: those that are new.
            around: those whose positions may have changed.
            keys: of the sources that are cited elsewhere than before, or are changed.
        """
        moved = self._moved(keys)
        changed = self._changed(moved)
        rows = {*rows, *self._rows.citing_any(changed)}
        for row in rows:
            if self._put_in_order(row):
                around.update(self._positions.around(row))
        around.update(self._rows.citing_any(self._introductions.update(changed)))
        all_rows = sorted(rows | around, key=place_of)
        old_texts = {row: row.text for row in all_rows}
        known = self._document.known_texts(link=self._link_citations)
        for row in all_rows:
            self._set(row, known, is_stale=row in rows)
        texts, authors = self._different_texts(old_texts)
        entries = self._entries.update(changed | moved | self._listed.after_gaps)
        order = self._entries.order if self._entries.put_in_order() else None
        return Changes(texts, authors, entries, order)

    def _moved(self, keys: set[str]) -> set[str]:
        """Go through step 1; return the keys of sources with another place or note."""
        moved = self._listed.update(keys)
        return moved | self._distinctions.noted_elsewhere(keys)

    def _changed(self, moved: set[str]) -> set[str]:
        """Go through steps 4 and 5; return the keys of sources that look different."""
        forgotten = self._document.renderer.changed
        self._given_names.update(moved | forgotten)
        changed = self._distinctions.update(moved | forgotten)
        changed |= forgotten
        forgotten.clear()
        return changed

    def _put_in_order(self, row: Row) -> bool:
        """Go through step 3; return whether the cites of the row have a new order."""
        order = self._document.cite_order(row.citation)
        if order == row.order:
            return False
        row.order, row.printed = order, in_order(row.citation, order)
        return True

    def _set(self, row: Row, known: KnownTexts, *, is_stale: bool) -> None:
        """Go through the other steps for a row, if that changes its text."""
        placings = self._positions.of(row)
        abbreviations = self._introductions.of(row)
        if not is_stale and row.is_set_by(placings, abbreviations):
            return
        row.placings, row.abbreviations = placings, abbreviations
        cites = self._document.place(row.printed, placings, abbreviations)
        row.text = known.text(row.citation, cites)

    def _different_texts(
        self,
        old_texts: Mapping[Row, CitationText | None],
    ) -> tuple[dict[int, RichText], dict[int, RichText]]:
        """The texts and the authors of rows that are new or changed, by number."""
        texts: dict[int, RichText] = {}
        authors: dict[int, RichText] = {}
        for row, old in old_texts.items():
            if row.text is None or row.text == old:
                continue
            number = self._rows.all.number(row)
            if old is None or row.text.text != old.text:
                texts[number] = row.text.text
            if row.text.author != (old.author if old is not None else RichText()):
                authors[number] = row.text.author
        return texts, authors


def _effects(citation: Citation) -> tuple[object, ...]:
    """The parts of a citation that other citations and the bibliography depend on."""
    cites = [(cite.key, cite.mode, cite.secondary) for cite in citation.cites]
    return citation.note, cites
