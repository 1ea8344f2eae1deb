"""Reviews whose titles say so, for styles that print "review of" themselves."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.model import Source

_REVIEW_OF = regex(r"(?:a )?(?:book )?review of (?:the book )?(?=\S)", re.IGNORECASE)
_REVIEWS = frozenset(["review", "review-book"])


def without_review_of(source: Source, locale: Locale) -> Source:
    """Leave "Review of" out of the title of a review.

    >>> from loccit.csl.locales.locale import load_locale
    >>> review = Source("x", "review-book", {"title": "Review of Peat Bogs"})
    >>> without_review_of(review, load_locale("en-US")).text("title")
    'Peat Bogs'
    """
    title = source.text("title")
    found = _REVIEW_OF.match(title)
    if source.type not in _REVIEWS or found is None or source.text("reviewed-title"):
        return source
    return source.with_variables({"title": title[found.end() :]})
