"""Series of working papers, and the kind of a paper that they name.

Zotero saves a working paper with its kind and its series ("Working Paper", "Working
Paper Series"), RePEc with the series as the kind ("NBER Working Papers").
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.model import Source

_SERIES = regex(r" series$", re.IGNORECASE)
_PAPERS = regex(r"\b(Paper|Report|Brief|Memorandum|Bulletin)s$", re.IGNORECASE)
_PAPER = regex(r"\b(?:paper|report|brief|memorandum|bulletin)$", re.IGNORECASE)


def with_kind_of_series(source: Source) -> Source:
    """Name the kind of a numbered report once: "Working Paper No. 4509".

    >>> paper = {"number": "4509", "collection-title": "Working Paper Series"}
    >>> with_kind_of_series(Source("x", "report", paper)).variables
    {'number': '4509', 'genre': 'Working Paper'}
    """
    if source.type != "report" or not source.text("number"):
        return source
    genre = _one(source.text("genre"))
    series = _one(source.text("collection-title"))
    if not genre and _PAPER.search(series):
        return source.with_variables({"genre": series, "collection-title": None})
    if genre and series.lower().endswith(genre.lower()):
        return source.with_variables({"genre": series, "collection-title": None})
    return source.with_variables({"genre": genre})


def _one(series: str) -> str:
    """Return the word for one paper of a series."""
    return _PAPERS.sub(r"\1", _SERIES.sub("", series))
