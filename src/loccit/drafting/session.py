"""What the citations of an essay print, kept from one version to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.drafting.moved import print_alike
from loccit.drafting.reading import ReadCitation, Reading
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.formatting.render import fitted, render, unchanged
from loccit.formatting.resolve import ResolvedCitation
from loccit.formatting.unprinted import as_written
from loccit.model import RichText, Source
from loccit.output import Entry

#: With more changes at once, setting the essay anew is quicker.
_MANY = 100


class Printed(NamedTuple):
    """What an essay prints at one version.

    Attributes:
        citations: in document order, with the places that they had when they were read.
        entries: of the list, in its order.
    """

    citations: Sequence[FormattedCitation]
    entries: Sequence[Entry]


class _Row(NamedTuple):
    """A citation that is rendered, what the processor returned for it, and that in its
    place in the essay.
    """

    printed: ResolvedCitation
    text: RichText
    author: RichText
    formatted: FormattedCitation

    def is_of(self, item: ReadCitation, text: RichText, author: RichText) -> bool:
        """Return whether this is still how the citation is printed."""
        is_same = self.text is text and self.author == author
        return is_same and self.printed is item.printed


class EssaySession:
    """Prints the versions of an essay one after the other: what a change leaves alone is
    not set again.  Threads may ask at the same time.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: tuple[object, ...] = ()
        self._session: csl.Session | None = None
        self._library: Library | None = None
        self._sources: dict[str, Source] = {}
        self._uncited: tuple[str, ...] = ()
        self._items: list[ReadCitation] = []
        #: One for each item, or None where it is new.
        self._rows: list[_Row | None] = []

    def printed(self, reading: Reading) -> Printed:
        """Return what a version prints, as `format_essay` does."""
        if (
            reading.draft.settings.omit_repeated_year
        ):  # of which a session knows nothing
            rendered = render(reading.draft)
            return Printed(rendered.citations, rendered.entries)
        with self._lock:
            processed = self._updated(reading).processed
            rows = self._fit(processed)
        by_item = {id(row.printed): row.formatted for row in rows}
        citations = [
            by_item.get(id(each.printed)) or unchanged(each.printed)
            for each in reading.citations
        ]
        entries = [Entry(each.key, each.text) for each in processed.bibliography]
        return Printed(citations, entries)

    def _fit(self, processed: csl.Processed) -> Sequence[_Row]:
        """Fit each text to its place in the essay, if it is another one than before."""
        texts = zip(processed.citations, processed.authors, strict=True)
        rows = zip(self._items, self._rows, texts, strict=True)
        fit = [
            row if row and row.is_of(item, text, author) else _row(item, text, author)
            for item, row, (text, author) in rows
        ]
        self._rows = [*fit]
        return fit

    def _updated(self, reading: Reading) -> csl.Session:
        """Return the session after what has changed since it was asked last."""
        settings = reading.draft.settings
        asked = (
            reading.draft.style,
            settings.lang,
            bool(settings.link_citations),
            settings.proper_nouns,
        )
        items = [*reading.in_order]
        first, last = self._different(items)
        old, new = (
            self._items[first : len(self._items) - last],
            items[first : len(items) - last],
        )
        if self._session is None or asked != self._asked or len(old) + len(new) > _MANY:
            self._asked = asked
            return self._begun(reading)
        self._set_sources(reading, new)
        self._replace(self._session, first, len(old), [each.printed for each in new])
        self._items = items
        self._rows[first : first + len(old)] = [None] * len(new)
        if reading.uncited != self._uncited:
            self._uncited = reading.uncited
            self._session.list_uncited(self._uncited)
        return self._session

    def _begun(self, reading: Reading) -> csl.Session:
        """Set an essay from the beginning."""
        draft = reading.draft
        self._items = [*reading.in_order]
        self._rows = [None] * len(self._items)
        self._library, self._uncited = reading.library, reading.uncited
        self._sources = reading.sources_of(self._items)
        self._session = csl.Session(
            draft.style,
            self._sources.values(),
            [each.printed.citation for each in self._items],
            locale=draft.settings.lang,
            uncited=self._uncited,
            link_citations=bool(draft.settings.link_citations),
            link_bibliography=True,
            proper_nouns=draft.settings.proper_nouns,
        )
        return self._session

    def _different(self, items: Sequence[ReadCitation]) -> tuple[int, int]:
        """Return how many items are as before at the beginning, and at the end."""
        most = min(len(items), len(self._items))
        first = _count_alike(zip(self._items, items, strict=False))
        first = min(first, most)
        backwards = zip(reversed(self._items), reversed(items), strict=False)
        return first, min(_count_alike(backwards), most - first)

    def _set_sources(self, reading: Reading, new: Sequence[ReadCitation]) -> None:
        """Set the sources that may have changed: those of new citations, or all of
        another library.
        """
        assert self._session
        sources = reading.sources_of(new)
        if reading.library is not self._library:
            sources = reading.sources_of(self._items) | sources
        for key, source in sources.items():
            if self._sources.get(key) != source:
                self._session.set_source(source)
        self._sources |= sources
        self._library = reading.library

    @staticmethod
    def _replace(
        session: csl.Session, first: int, count: int, new: Sequence[ResolvedCitation]
    ) -> None:
        """Put citations in the place of some others."""
        for index in range(first, first + min(count, len(new))):
            session.replace(index, new[index - first].citation)
        for index in range(first + count, first + len(new)):
            session.insert(index, new[index - first].citation)
        for _ in range(count - len(new)):
            session.remove(first + len(new))


def _count_alike(pairs: Iterable[tuple[ReadCitation, ReadCitation]]) -> int:
    """Return how many pairs print alike before the first one that does not."""
    count = 0
    for one, other in pairs:
        if one.printed is not other.printed and not print_alike(
            one.printed.citation, other.printed.citation
        ):
            break
        count += 1
    return count


def _row(item: ReadCitation, text: RichText, author: RichText) -> _Row:
    formatted = as_written(fitted(item.printed, text, author, item.draft))
    return _Row(item.printed, text, author, formatted)
