"""What the citations of an essay print, kept from one version to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.drafting.opened.moved import print_alike
from loccit.drafting.opened.reading import ReadCitation, Reading, whole_reading
from loccit.formatting.draft import Draft
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.formatting.render import Rendered, fit_processed, fitted, render, unchanged
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
        self._processed: csl.Processed | None = None
        self._library: Library | None = None
        self._sources: dict[str, Source] = {}
        self._uncited: tuple[str, ...] = ()
        self._items: list[ReadCitation] = []
        #: One for each item, or None where it is new.
        self._rows: list[_Row | None] = []

    def printed(self, reading: Reading) -> Printed:
        """Return what a version prints, as `format_essay` does."""
        # A session knows nothing of years that are left out.
        if reading.draft.settings.omit_repeated_year:
            rendered = render(reading.draft)
            return Printed(rendered.citations, rendered.entries)
        with self._lock:
            processed = self._processed_now(reading)
            rows = self._fit(processed)
        by_item = {id(row.printed): row.formatted for row in rows}
        citations = [
            by_item.get(id(each.printed)) or unchanged(each.printed)
            for each in reading.citations
        ]
        entries = [Entry(each.key, each.text) for each in processed.bibliography]
        return Printed(citations, entries)

    def render(self, draft: Draft) -> Rendered:
        """Return what a version that was read as a whole prints, as `render` does."""
        if draft.settings.omit_repeated_year:
            return render(draft)
        with self._lock:
            return fit_processed(draft, self._processed_now(whole_reading(draft)))

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

    def _processed_now(self, reading: Reading) -> csl.Processed:
        """Return what the processor makes of a version."""
        items = [*reading.in_order]
        first, last = self._different(items)
        count = len(self._items) - first - last
        new = items[first : len(items) - last]
        self._items = items
        asked = _asked(reading)
        if not self._session or asked != self._asked or count + len(new) > _MANY:
            self._asked = asked
            self._session = self._begun(reading)
            self._processed = self._session.processed
        elif self._update(self._session, reading, first, count, new):
            self._processed = self._session.processed
        assert self._processed
        return self._processed

    def _update(
        self,
        session: csl.Session,
        reading: Reading,
        first: int,
        count: int,
        new: Sequence[ReadCitation],
    ) -> bool:
        """Put citations in the place of so many others; return whether anything is
        different.
        """
        is_different = self._set_sources(session, reading, new)
        if count or new:
            is_different = True
            _replace(session, first, count, [each.printed for each in new])
            self._rows[first : first + count] = [None] * len(new)
        if reading.uncited != self._uncited:
            is_different = True
            self._uncited = reading.uncited
            session.list_uncited(self._uncited)
        return is_different

    def _begun(self, reading: Reading) -> csl.Session:
        """Set an essay from the beginning."""
        draft = reading.draft
        items = reading.in_order
        self._rows = [None] * len(items)
        self._library, self._uncited = reading.library, reading.uncited
        self._sources = reading.sources_of(items)
        return csl.Session(
            draft.style,
            self._sources.values(),
            [each.printed.citation for each in items],
            locale=draft.settings.lang,
            uncited=self._uncited,
            link_citations=bool(draft.settings.link_citations),
            link_bibliography=True,
            proper_nouns=draft.settings.proper_nouns,
        )

    def _different(self, items: Sequence[ReadCitation]) -> tuple[int, int]:
        """Return how many items are as before at the beginning, and at the end."""
        most = min(len(items), len(self._items))
        first = _count_alike(zip(self._items, items, strict=False))
        first = min(first, most)
        backwards = zip(reversed(self._items), reversed(items), strict=False)
        return first, min(_count_alike(backwards), most - first)

    def _set_sources(
        self, session: csl.Session, reading: Reading, new: Sequence[ReadCitation]
    ) -> bool:
        """Set the sources that may have changed: those of new citations, or all of
        another library; return whether one has.
        """
        sources = reading.sources_of(new)
        if reading.library is not self._library:
            sources = reading.sources_of(self._items) | sources
        changed = {
            key: source
            for key, source in sources.items()
            if self._sources.get(key) != source
        }
        for source in changed.values():
            session.set_source(source)
        self._sources |= changed
        self._library = reading.library
        return bool(changed)


def _asked(reading: Reading) -> tuple[object, ...]:
    """Return what a session can't change once it has begun."""
    settings = reading.draft.settings
    links = bool(settings.link_citations)
    return reading.draft.style, settings.lang, links, settings.proper_nouns


def _replace(
    session: csl.Session, first: int, count: int, new: Sequence[ResolvedCitation]
) -> None:
    """Put citations in the place of so many others."""
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
