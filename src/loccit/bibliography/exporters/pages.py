"""Numbers of pages that were written as pages, and lengths as pages."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Source

#: Whole works: a single number is not a page of theirs.
_WHOLE = frozenset(["book", "dataset", "report", "software", "standard", "thesis"])
_COUNT = regex(r"(?:[ivxlc]+ ?[+,] ?)?\d+(?: ?pp?\.?| pages)?")


def with_page_total(source: Source) -> Source:
    """Read the one number in the pages of a whole work as the number of its pages.

    >>> with_page_total(Source("x", "report", {"page": "37"})).variables
    {'number-of-pages': '37'}
    """
    page = source.text("page")
    if not page or source.type not in _WHOLE or source.text("container-title"):
        return source
    if not _COUNT.fullmatch(page):
        return source
    total = source.text("number-of-pages") or page
    return source.with_variables({"page": None, "number-of-pages": total})
