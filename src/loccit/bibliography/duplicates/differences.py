"""What tells that two works of one title are two."""

from __future__ import annotations

from collections.abc import Callable

from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.place import alike, same_place

#: The registrant of JSTOR's DOIs, which articles have beside those of their publishers.
_JSTOR = "10.2307/"
#: Numbers that part works of one title.
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
#: Those that a work in several volumes has not, and each volume has.
_PARTS = ("volume", "part-number", "volume-title")
#: What appears in a year; all else appears on the day that it says.
_IN_A_YEAR = frozenset(
    [
        *(
            "article",
            "article-journal",
            "book",
            "chapter",
            "collection",
            "dataset",
            "entry",
            "entry-dictionary",
        ),
        *(
            "entry-encyclopedia",
            "motion_picture",
            "paper-conference",
            "review",
            "review-book",
            "software",
            "thesis",
        ),
    ]
)
#: What part of its pages a book may be said to have.
_NEARLY = 0.97
_ONLINE = frozenset(["webpage", "post", "post-weblog"])


def are_different(one: ComparedSource, other: ComparedSource) -> bool:
    """Whether anything tells that two works of one title are two."""
    return any(differ(one, other) for differ in _DIFFERENCES)


def _dois(one: ComparedSource, other: ComparedSource) -> bool:
    """Two DOIs are two works: a preprint and what became of it, a part and the next, an
    article and its correction.
    """
    from_jstor = one.doi.startswith(_JSTOR) != other.doi.startswith(_JSTOR)
    return _differ(one.doi, other.doi) and not (from_jstor and same_place(one, other))


def _kinds(one: ComparedSource, other: ComparedSource) -> bool:
    """A book is none of its chapters; but a paper in proceedings may be entered as in a
    journal.
    """
    in_one = {one.kind, other.kind} == {"in a journal", "in a book"} and alike(
        one.container, other.container
    )
    return one.kind != other.kind and not in_one


def _years(one: ComparedSource, other: ComparedSource) -> bool:
    """Next year's report, another edition; but an article may have been online a year
    before.
    """
    if one.year is None or other.year is None:
        return False
    same_book = one.isbns & other.isbns and one.edition == other.edition
    return abs(one.year - other.year) > (
        1 if same_book or same_place(one, other) else 0
    )


def _days(one: ComparedSource, other: ComparedSource) -> bool:
    """The next month's release, the next day's column."""
    on_a_day = not {one.source.type, other.source.type} <= _IN_A_YEAR
    return on_a_day and any(
        left and right and left != right
        for left, right in zip(one.day, other.day, strict=True)
    )


def _numbers(one: ComparedSource, other: ComparedSource) -> bool:
    return any(_differ(one.number(name), other.number(name)) for name in _NUMBERS)


def _parts(one: ComparedSource, other: ComparedSource) -> bool:
    """A volume is not the whole; that of an article is its journal's."""
    return one.kind == "whole" and any(
        one.number(name) != other.number(name) for name in _PARTS
    )


def _editions(one: ComparedSource, other: ComparedSource) -> bool:
    """A second edition is not the first; but it may be left out, where it is but a
    number.
    """
    if one.edition == other.edition:
        return False
    missing = not (one.edition and other.edition)
    return not (
        missing
        and ((one.edition or other.edition).isdecimal() or one.isbns & other.isbns)
    )


def _pages(one: ComparedSource, other: ComparedSource) -> bool:
    return one.kind != "whole" and _differ(one.first_page, other.first_page)


def _lengths(one: ComparedSource, other: ComparedSource) -> bool:
    """Another edition has another number of pages; the preface's may be counted or not."""
    if one.length is None or other.length is None:
        return False
    short, long = sorted((one.length, other.length))
    return short < long * _NEARLY and not _are_one_printing(one, other)


def _containers(one: ComparedSource, other: ComparedSource) -> bool:
    """A reprint in another book, a talk's abstract and the article."""
    both = one.container and other.container
    return (
        bool(both)
        and not alike(one.container, other.container)
        and not same_place(one, other)
    )


def _publishers(one: ComparedSource, other: ComparedSource) -> bool:
    both = one.kind == "whole" and one.publisher and other.publisher
    return (
        bool(both)
        and not alike(one.publisher, other.publisher)
        and not _are_one_printing(one, other)
    )


def _are_one_printing(one: ComparedSource, other: ComparedSource) -> bool:
    return bool(one.isbns & other.isbns) and one.year == other.year


def _translations(one: ComparedSource, other: ComparedSource) -> bool:
    return (
        bool(one.translators and other.translators)
        and one.translators != other.translators
    )


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
