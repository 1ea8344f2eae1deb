"""Find where a source and a service's record of the same work differ.

Only what is wrong in one of the two counts: not an abbreviated journal, a particle that is
in another part of a name, a day online before the day in print, or what one of them leaves
out and the other need not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.duplicates import alike, words
from loccit.lookup.verify.asked_work import Record, plain_title
from loccit.lookup.verify.same_people import are_among, are_first, is_same_person
from loccit.model import Date, DateParts, Name, Source, Value
from loccit.recognize.matching import AskedEntry
from loccit.recognize.matching.people import people_of
from loccit.values.names import MAKERS, full_name
from loccit.values.page_ranges import full_last_page, page_range

_PREPRINT = "article"
_WHOLE = "whole"
_IN_JOURNAL = "in a journal"
_IN_BOOK = "in a book"
_DIGITS = regex(r"\d+")
_PAGE = regex(r"\d+(?:[-–]\d+)?")


@dataclass(frozen=True, slots=True)
class Difference:
    """A variable that a source and a record have in different forms.

    Attributes:
        variable: in CSL's terms.
        stored: its value in the source, as text; "" if it has none.
        found: that in the record.
        value: the same as the value of a source.
    """

    variable: str
    stored: str
    found: str
    value: Value

    @property
    def is_addition(self) -> bool:
        """Whether the source merely lacks it."""
        return not self.stored


def find_differences(asked: AskedEntry, record: Record) -> list[Difference]:
    """Return the variables that differ, in the order of a reference.

    Args:
        asked: the source, with the text that it was read from, if it was typed.
        record: of the same work.
    """
    found = [each for compare in _COMPARED for each in compare(asked, record)]
    return [each for each in found if not _is_in_text(each, asked)]


def _is_in_text(difference: Difference, asked: AskedEntry) -> bool:
    """Return whether a typed reference says the same after all, or the variable may have
    been read wrong from it, or it need not say it.
    """
    if not asked.entry.text:
        return False
    if difference.is_addition and difference.variable != "DOI":
        return True
    doubtful = difference.variable in asked.entry.doubtful
    return doubtful or asked.has(words(difference.found))


def _people(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    ours, theirs = asked.people, people_of(record.source)
    if not ours or not theirs:
        return
    if are_first(ours, theirs):
        if len(ours) == len(theirs) or asked.work.has_others:
            return
    elif are_among(theirs, ours) and (len(theirs) == 1 or _is_in_catalog(record)):
        return  # old records name the first author only, and catalogs the main ones
    elif asked.work.has_others and are_among(ours, theirs):
        return  # the last one follows the dots for those left out
    role = _role(asked.entry.source)
    stored = asked.entry.source.names(role)
    names = record.source.names(_role(record.source))
    value = tuple(_as_stored(name, stored) for name in names)
    yield Difference(role, _named(stored), _named(names), value)


def _as_stored(name: Name, stored: tuple[Name, ...]) -> Name:
    """Return a name as the source has it, if it has: services leave out accents, and
    write out given names or not.
    """
    return next((own for own in stored if _are_same(own, name)), name)


def _are_same(*names: Name) -> bool:
    people = people_of(Source("", "document", {"author": names}))
    return len(people) == 2 and is_same_person(*people)


def _role(source: Source) -> str:
    return next(role for role in MAKERS if source.names(role))


def _named(names: tuple[Name, ...]) -> str:
    return ", ".join(map(full_name, names))


def _year(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    ours, theirs = asked.work.years, record.years
    if not ours or not theirs or _is_preprint_of_other(asked, record):
        return
    apart = min(abs(one - other) for one in ours for other in theirs)
    # A book is often dated a year before or after it was printed.
    if apart > (1 if _is_in_catalog(record) else 0):
        year = record.compared.year or min(theirs)
        date = Date(DateParts(year))
        yield Difference("issued", str(ours[0]), str(year), date)


def _is_in_catalog(record: Record) -> bool:
    """Return whether the record is a catalog's of a book, not a publisher's with a DOI."""
    return record.compared.kind == _WHOLE and not record.compared.doi


def _is_preprint_of_other(asked: AskedEntry, record: Record) -> bool:
    """Return whether the record is of the preprint of a work that appeared elsewhere."""
    return record.compared.kind == _PREPRINT != asked.compared.kind


def _title(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    source = asked.entry.source
    ours = plain_title(source.plain("title"))
    if not ours.words or not record.titles:
        return
    found = record.source.plain("title")
    for theirs in record.titles:
        like = ours.like(theirs)
        if like == "same" or (like == "short" and len(ours.words) > len(theirs.words)):
            return
    yield Difference("title", source.plain("title"), found, record.source.text("title"))


def _container(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    kind = asked.compared.kind
    if kind not in (_IN_JOURNAL, _IN_BOOK) or record.compared.kind != kind:
        return
    source = record.source
    further = record.found.also.get("container-title", ())
    texts = [source.plain("container-title"), source.plain("event-title"), *further]
    theirs = [*filter(None, map(words, texts))]
    ours = asked.compared.container
    if not theirs or any(alike(ours, each) for each in theirs):
        return
    stored = asked.entry.source.plain("container-title")
    if stored or kind == _IN_JOURNAL:
        value = source.text("container-title")
        yield Difference("container-title", stored, texts[0], value)


def _numbers(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare volume and issue of an article."""
    if not asked.compared.kind == record.compared.kind == _IN_JOURNAL:
        return
    for variable in ("volume", "issue"):
        stored = asked.entry.source.plain(variable)
        found = record.source.plain(variable)
        if found and _number(stored) != _number(found):
            yield Difference(variable, stored, found, found)


def _number(text: str) -> tuple[str, ...]:
    """Return the digits of a number, or its words: "Suppl. 1" may be typed "S1".

    >>> _number("Suppl. 1") == _number("S1"), _number("XII") == _number("12")
    (True, True)
    """
    found = words(text)
    return tuple(_DIGITS.findall(" ".join(found))) or found


def _pages(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    if asked.compared.kind not in (_IN_JOURNAL, _IN_BOOK):
        return
    if record.compared.kind != asked.compared.kind:
        return
    stored, found = asked.entry.source.plain("page"), record.source.plain("page")
    if not _PAGE.fullmatch(found):
        return
    is_range = _PAGE.fullmatch(asked.compared.pages.replace(":", "-"))
    is_other = is_range and not _are_same_pages(stored, found)
    is_missing = not asked.compared.pages
    if is_other or is_missing:
        yield Difference("page", stored, found, found)


def _are_same_pages(one: str, other: str) -> bool:
    """Return whether pages begin and end on the same, as far as both say it.

    >>> _are_same_pages("1241--99", "1241-1299"), _are_same_pages("12", "12-15")
    (True, True)
    """
    ours, theirs = page_range(one), page_range(other)
    if not ours or not theirs:
        return _DIGITS.findall(one)[:1] == _DIGITS.findall(other)[:1]
    return (ours.first, full_last_page(*ours)) == (
        theirs.first,
        full_last_page(*theirs),
    )


def _doi(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    found = record.source.text("DOI")
    ours, theirs = asked.compared.doi, record.compared.doi
    if theirs and ours != theirs and not _is_preprint_of_other(asked, record):
        yield Difference("DOI", asked.entry.source.text("DOI"), found, found)


_COMPARED: tuple[Callable[[AskedEntry, Record], Iterator[Difference]], ...] = (
    _people,
    _year,
    _title,
    _container,
    _numbers,
    _pages,
    _doi,
)
