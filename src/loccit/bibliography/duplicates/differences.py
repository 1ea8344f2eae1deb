"""Evidence that two works with the same title are different works."""

from __future__ import annotations

from collections.abc import Callable

from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.place import alike, same_place

#: The registrant of JSTOR's DOIs, which articles have besides their publishers' DOIs.
_JSTOR = "10.2307/"
#: Numbers that distinguish works with the same title.
_NUMBERS = (
    "volume",
    "issue",
    "number",
    "part-number",
    "chapter-number",
    "collection-number",
    "version",
    "section",
)
#: Variables that each volume of a work has, and the whole work does not.
_PARTS = ("volume", "part-number", "volume-title")
#: Types that are dated by year; all others are dated by day.
_IN_A_YEAR = frozenset(
    """
    article article-journal book chapter collection dataset entry entry-dictionary
    entry-encyclopedia motion_picture paper-conference review review-book software thesis
    """.split()  # noqa: SIM905
)
#: The fraction of its pages that another count of the same book may have.
_NEARLY = 0.97
_ONLINE = frozenset(["webpage", "post", "post-weblog"])


def are_different(one: ComparedSource, other: ComparedSource) -> bool:
    """Return whether there is evidence that two works with the same title differ."""
    return any(differ(one, other) for differ in _DIFFERENCES)


def _dois(one: ComparedSource, other: ComparedSource) -> bool:
    """Different DOIs are different works: a preprint and the article, two parts, an
    article and its correction.  But JSTOR has DOIs of its own.
    """
    if not _differ(one.doi, other.doi):
        return False
    one_from_jstor = one.doi.startswith(_JSTOR) != other.doi.startswith(_JSTOR)
    return not (one_from_jstor and same_place(one, other))


def _kinds(one: ComparedSource, other: ComparedSource) -> bool:
    """A chapter is not its book; but a paper in proceedings may be entered as in a
    journal.
    """
    if one.kind == other.kind:
        return False
    if {one.kind, other.kind} == {"in a journal", "in a book"}:
        return not alike(one.container, other.container)
    return True


def _years(one: ComparedSource, other: ComparedSource) -> bool:
    """Another year is next year's report or another edition; but an article may have
    been online a year earlier.
    """
    if one.year is None or other.year is None:
        return False
    same_book = one.isbns & other.isbns and one.edition == other.edition
    tolerance = 1 if same_book or same_place(one, other) else 0
    return abs(one.year - other.year) > tolerance


def _days(one: ComparedSource, other: ComparedSource) -> bool:
    """Another day is the next release or the next column."""
    if {one.source.type, other.source.type} <= _IN_A_YEAR:
        return False
    return any(
        left and right and left != right
        for left, right in zip(one.day, other.day, strict=True)
    )


def _numbers(one: ComparedSource, other: ComparedSource) -> bool:
    return any(_differ(one.number(name), other.number(name)) for name in _NUMBERS)


def _parts(one: ComparedSource, other: ComparedSource) -> bool:
    """A volume is not the whole work; the volume of an article is its journal's."""
    if one.kind != "whole":
        return False
    return any(one.number(name) != other.number(name) for name in _PARTS)


def _editions(one: ComparedSource, other: ComparedSource) -> bool:
    """A second edition is not the first; but people leave the number of an edition
    out.
    """
    if one.edition == other.edition:
        return False
    if one.edition and other.edition:
        return True
    given = one.edition or other.edition
    return not (given.isdecimal() or one.isbns & other.isbns)


def _pages(one: ComparedSource, other: ComparedSource) -> bool:
    return one.kind != "whole" and _differ(one.first_page, other.first_page)


def _lengths(one: ComparedSource, other: ComparedSource) -> bool:
    """Another edition has another number of pages; some counts include the preface."""
    if one.length is None or other.length is None:
        return False
    short, long = sorted((one.length, other.length))
    return short < long * _NEARLY and not _are_one_printing(one, other)


def _containers(one: ComparedSource, other: ComparedSource) -> bool:
    """Another container is a reprint, or the article after the abstract of a talk."""
    if not (one.container and other.container):
        return False
    return not (alike(one.container, other.container) or same_place(one, other))


def _publishers(one: ComparedSource, other: ComparedSource) -> bool:
    if one.kind != "whole" or not (one.publisher and other.publisher):
        return False
    same = alike(one.publisher, other.publisher)
    return not (same or _are_one_printing(one, other))


def _are_one_printing(one: ComparedSource, other: ComparedSource) -> bool:
    return bool(one.isbns & other.isbns) and one.year == other.year


def _translations(one: ComparedSource, other: ComparedSource) -> bool:
    if not (one.translators and other.translators):
        return False
    return one.translators != other.translators


def _languages(one: ComparedSource, other: ComparedSource) -> bool:
    return _differ(one.language, other.language)


def _theses(one: ComparedSource, other: ComparedSource) -> bool:
    return one.kind == "thesis" and _differ(
        one.source.plain("genre"), other.source.plain("genre")
    )


def _addresses(one: ComparedSource, other: ComparedSource) -> bool:
    return one.kind in _ONLINE and _differ(one.address, other.address)


_DIFFERENCES: tuple[Callable[[ComparedSource, ComparedSource], bool], ...] = (
    _dois,
    _kinds,
    _years,
    _numbers,
    _parts,
    _editions,
    _pages,
    _lengths,
    _containers,
    _publishers,
    _days,
    _translations,
    _languages,
    _theses,
    _addresses,
)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other
