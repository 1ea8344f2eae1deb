"""A document that is being written: after each change only what it changes is set anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.citations.cite_order import cite_order, in_order
from loccit.csl.citations.entries import entry_state, set_entries
from loccit.csl.citations.position import (
    Placing,
    citations_before,
    place_again,
    place_cites,
)
from loccit.csl.citations.renderer import Rendered
from loccit.csl.elements.context import Abbreviation
from loccit.csl.processed import BibliographyEntry, Processed
from loccit.csl.processor import Job
from loccit.csl.styles.style import Style
from loccit.csl.text.typeset import typeset
from loccit.model import Citation, RichText, Source


@dataclass(frozen=True, slots=True)
class Changes:
    """What an editor has to show anew.

    Attributes:
        citations: by their number after the change, the texts of citations that are new or read otherwise than before.
        authors: likewise the authors of narrative citations with a note of their own.
        entries: by key, the texts of bibliography entries that are new or read otherwise.
        order: the keys of all entries in their order, if entries have come, gone or moved; else None.
    """

    citations: Mapping[int, RichText]
    authors: Mapping[int, RichText]
    entries: Mapping[str, RichText]
    order: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Row:
    """A citation with what it was set by; its text and author, once they are set."""

    citation: Citation
    order: list[int]
    printed: Citation
    placings: list[Placing] = field(default_factory=list)
    abbreviations: list[Abbreviation] = field(default_factory=list)
    texts: tuple[RichText, RichText] | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry's text (None if nothing is printed), its rendering, and that of the
    entry above if it matters.
    """

    rendered: Rendered
    above: Rendered | None
    text: RichText | None


class Session:
    """The citations and the bibliography of a document while it is edited.

    At any time the session's `processed` is what `process` would make of the same
    document.

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
        """Sets the document as it is.

        Args:
            sources: all that citations may cite; others can come later.
            locale, uncited, link_citations, link_bibliography: as of `process`.

        Raises:
            KeyError: a key that no source has.
        """
        self._sources = {source.key: source for source in sources}
        self._job = Job(style, self._sources, locale=locale)
        self._uncited = tuple(uncited)
        self._link_citations, self._link_bibliography = (
            link_citations,
            link_bibliography,
        )
        self._rows: list[_Row] = []
        self._before: list[int | None] = []
        self._entries: dict[str, _Entry] = {}
        given = list(citations)
        self._renew(given, [None] * len(given))

    @property
    def processed(self) -> Processed:
        """All citations and the bibliography."""
        self._job.originals = self._citations()
        texts = [row.texts for row in self._rows if row.texts is not None]
        entries = tuple(
            BibliographyEntry(key, text) for key, text in _texts(self._entries).items()
        )
        return self._job.processed(texts, entries)

    def insert(self, index: int, citation: Citation) -> Changes:
        """Puts a citation before that of the number `index`; notes are numbered by the
        caller.

        Raises:
            KeyError: it cites a key that no source has; the document stays as it was.
        """
        citations, rows = self._citations(), self._rows
        citations.insert(index, citation)
        return self._renew(citations, [*rows[:index], None, *rows[index:]])

    def remove(self, index: int) -> Changes:
        """Takes a citation out."""
        citations = self._citations()
        del citations[index]
        return self._renew(citations, [*self._rows[:index], *self._rows[index + 1 :]])

    def replace(self, index: int, citation: Citation) -> Changes:
        """Puts a citation in the place of another.

        Raises:
            KeyError: it cites a key that no source has; the document stays as it was.
        """
        old = self._rows[index]
        if _cited(citation) == _cited(old.citation):
            order = cite_order(self._job.renderer, citation)
            if order == old.order:
                return self._touch(index, citation)
        citations = self._citations()
        citations[index] = citation
        return self._renew(
            citations, [*self._rows[:index], None, *self._rows[index + 1 :]]
        )

    def set_source(self, source: Source) -> Changes:
        """Adds a source that may be cited, or changes one that is."""
        self._sources[source.key] = source
        if source.key not in self._job.states:
            return Changes({}, {}, {}, None)
        return self._renew(self._citations(), self._rows)

    def _citations(self) -> list[Citation]:
        return [row.citation for row in self._rows]

    def _touch(self, index: int, citation: Citation) -> Changes:
        """Sets a citation that cites what it cited, and those that point back to it
        with "ibid.".
        """
        rows = list(self._rows)
        rows[index] = replace(
            rows[index],
            citation=citation,
            printed=in_order(citation, rows[index].order),
        )
        for number in (
            index,
            *(number for number, before in enumerate(self._before) if before == index),
        ):
            row, before = rows[number], self._before[number]
            placings = place_again(
                row.placings,
                row.printed,
                None if before is None else rows[before].printed,
            )
            rows[number] = self._set(row, placings, row.abbreviations)
        return self._take(rows, self._rows, self._entries)

    def _renew(self, citations: list[Citation], olds: Sequence[_Row | None]) -> Changes:
        """Goes through all the steps, and sets what may not read as it did in the row
        of `olds`.
        """
        job, old_states = self._job, self._job.states
        for cite in (cite for citation in citations for cite in citation.cites):
            self._sources[
                cite.key
            ]  # a key that no source has is refused before anything changes
        job.renderer.changed.clear()
        job.collect(citations, self._uncited)
        rows = [
            self._ordered(citation, old)
            for citation, old in zip(citations, olds, strict=True)
        ]
        printed = [row.printed for row in rows]
        placings = place_cites(printed, job.style.citation_options.near_note_distance)
        job.tell_apart(printed)
        introductions = job.introductions(printed)
        changed = job.renderer.changed | {
            key for key, state in job.states.items() if old_states.get(key) != state
        }
        for number, (row, places) in enumerate(zip(rows, placings, strict=True)):
            states: list[Abbreviation] = [""] * len(places)
            if introductions:
                states = [
                    introductions.get((number, index), "")
                    for index in range(len(places))
                ]
            same = (
                row.texts is not None
                and row.placings == places
                and row.abbreviations == states
            )
            if not same or _cites_any(row.printed, changed):
                rows[number] = self._set(row, places, states)
        self._before = citations_before(printed)
        return self._take(rows, olds, dict(self._renewed_entries()))

    def _ordered(self, citation: Citation, old: _Row | None) -> _Row:
        """A citation with its cites in order: as it was, if none of its sources
        changed.
        """
        if old is not None and not _cites_any(citation, self._job.renderer.changed):
            return old
        order = cite_order(self._job.renderer, citation)
        return _Row(citation, order, in_order(citation, order))

    def _set(
        self, row: _Row, placings: list[Placing], abbreviations: list[Abbreviation]
    ) -> _Row:
        cites = list(map(self._job.placed, row.printed.cites, placings, abbreviations))
        texts = self._job.texts(row.citation, cites, self._link_citations)
        return _Row(
            row.citation, row.order, row.printed, placings, abbreviations, texts
        )

    def _renewed_entries(self) -> Iterator[tuple[str, _Entry]]:
        """Key to entry; it is made of its rendering and, where a dash may stand for its
        authors, of the one above.
        """
        job, style = self._job, self._job.style
        above: str | None = None
        above_rendered: Rendered | None = None
        for key in job.keys if style.bibliography is not None else ():
            rendered = job.renderer.entry(key, entry_state(job.states[key]))
            old = self._entries.get(key)
            if (
                old is None
                or old.rendered is not rendered
                or old.above is not above_rendered
            ):
                outputs = set_entries(
                    job.renderer,
                    [above, key] if above is not None else [key],
                    job.states,
                )
                text = (
                    typeset(outputs[key], job.locale, addresses=self._link_bibliography)
                    if key in outputs
                    else None
                )
                old = _Entry(rendered, above_rendered, text)
            yield key, old
            if old.text is not None and style.author_substitute is not None:
                above, above_rendered = key, rendered

    def _take(
        self, rows: list[_Row], olds: Sequence[_Row | None], entries: dict[str, _Entry]
    ) -> Changes:
        """Takes the rows and entries as they are now, and tells what reads otherwise
        than before.
        """
        citations: dict[int, RichText] = {}
        authors: dict[int, RichText] = {}
        for number, (row, old) in enumerate(zip(rows, olds, strict=True)):
            if row is old or row.texts is None:
                continue
            text, author = row.texts
            old_text, old_author = (
                old.texts
                if old is not None and old.texts is not None
                else (None, RichText())
            )
            if text != old_text:
                citations[number] = text
            if author != old_author:
                authors[number] = author
        before, now = _texts(self._entries), _texts(entries)
        self._rows, self._entries = rows, entries
        renewed = {
            key: text
            for key, text in now.items()
            if before.get(key) is not text and before.get(key) != text
        }
        return Changes(
            citations,
            authors,
            renewed,
            tuple(now) if list(now) != list(before) else None,
        )


def _cites_any(citation: Citation, keys: set[str]) -> bool:
    return bool(keys) and any(cite.key in keys for cite in citation.cites)


def _cited(citation: Citation) -> tuple[object, ...]:
    """What other citations and the bibliography depend on."""
    return citation.note, [
        (cite.key, cite.mode, cite.secondary) for cite in citation.cites
    ]


def _texts(entries: Mapping[str, _Entry]) -> dict[str, RichText]:
    return {key: found.text for key, found in entries.items() if found.text is not None}
