"""Values that repeat another, or stand in the wrong place beside it.

Zotero's old field "Number" repeats the issue, MyBib's publisher the site, and a slide's
"meeting" is the site that has it.
"""

from __future__ import annotations

from loccit.model import Source, Value
from loccit.values.dates import read_date

_SERIALS = frozenset(["article-journal", "article-magazine", "article-newspaper"])
_PAGES = frozenset(["post", "post-weblog", "webpage"])
_NUMBERS = ("edition", "issue", "number", "volume")


def without_repetition(source: Source) -> Source:
    """Omit what another value of the source says already.

    >>> article = {"issue": "4", "number": "4", "page": "374-384"}
    >>> without_repetition(Source("x", "article-journal", article)).variables
    {'issue': '4', 'page': '374-384'}
    """
    changed: dict[str, Value | None] = {}
    publisher = source.plain("publisher")
    number = source.text("number")
    if number and source.type in _SERIALS and number == source.text("issue"):
        changed["number"] = None
    if publisher and publisher == source.plain("event-title"):
        changed["publisher"] = None
    is_site = publisher and publisher == source.plain("container-title")
    if source.type in _PAGES and is_site:
        changed["publisher"] = None
    if source.type in _PAGES | _SERIALS:
        changed |= _dates_for_numbers(source)
    return source.with_variables(changed) if changed else source


def _dates_for_numbers(source: Source) -> dict[str, Value | None]:
    """Omit a day, which EndNote has as the number of pages and newspapers."""
    return {name: None for name in _NUMBERS if _is_day(source.text(name))}


def _is_day(text: str) -> bool:
    date = read_date(text) if " " in text else None
    return date is not None and date.start is not None and bool(date.start.day)
