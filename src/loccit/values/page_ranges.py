"""Read ranges of pages as people and formats write them; CSL-JSON has one hyphen."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

_DASH = regex(r"\s*(?:[-‐-―−]\s*)+")
#: Pages that somebody has yet to look up: "417--??".
_UNKNOWN = regex(r"[-‐-―\s]*\?\?+")
#: Words that join numbers, "12 and 14", in the languages that students write in; without
#: those that mean "in" or "of" in another.
CONJUNCTIONS = (
    "and", "or", "to", "through", "und", "oder", "bis", "et", "ou", "y", "e", "o", "en", "och", "og", "eller",
    "ja", "и", "u.",
)  # fmt: skip
#: What has more hyphens is a page with one of its own ("A-12"), or several ranges.
_RANGE = regex(r"([^\s,;&–-]+)[–-]([^\s,;&–-]+)")
#: A range typed with a dash whose last page lacks the letters of the first: "D105--19".
#: With a hyphen, CSL's processors take it for the name of one page.
_UNEQUAL = regex(r"([A-Za-z]+\d+)\s*(?:--+|[‒-―])\s*(\d+)(?!\w)")
_LETTERED = regex(r"[A-Za-z]+\d+")


class PageRange(NamedTuple):
    """The first and the last page of a range."""

    first: str
    last: str


def read_pages(text: str) -> str:
    """Return pages with a hyphen in their ranges, as far as that is clear.

    >>> read_pages("1241--1299, 1301 – 1305"), read_pages("97--97"), read_pages("417--??")
    ('1241-1299, 1301-1305', '97', '417')
    >>> read_pages("D105--19"), read_pages("D105-19")
    ('D105–19', 'D105-19')
    """
    typed = _UNKNOWN.sub("", text) if "??" in text else text
    pages = _DASH.sub("-", typed.strip())
    for first, last in _UNEQUAL.findall(typed):
        pages = pages.replace(f"{first}-{last}", f"{first}–{last}")
    first, _, last = pages.partition("-")
    return first if first == last else pages


def page_range(text: str) -> PageRange | None:
    """Return the ends of a range; None if the text is not one range.

    >>> page_range("12–15"), page_range("12-15, 18")
    (PageRange(first='12', last='15'), None)
    """
    found = _RANGE.fullmatch(read_pages(text))
    return PageRange(found[1], found[2]) if found else None


def join_pages(first: str, last: str) -> str:
    """Return the range of a first and a last page, either of which may be missing.

    One of the two may already be the whole range.

    >>> join_pages("12", "15"), join_pages("12", ""), join_pages("12-15", "15")
    ('12-15', '12', '12-15')
    """
    if not first or not last or first == last or first.endswith(f"-{last}"):
        return first or last
    if last.startswith(f"{first}-"):
        return last
    dash = "–" if _LETTERED.fullmatch(first) and last.isdecimal() else "-"
    return f"{first}{dash}{last}"


def full_last_page(first: str, last: str) -> str:
    """Return a shortened last page in full.

    >>> full_last_page("1241", "99"), full_last_page("98", "101")
    ('1299', '101')
    """
    return first[: max(0, len(first) - len(last))] + last
