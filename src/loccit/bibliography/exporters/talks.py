"""Talks: some programs have the year of a talk as its date, and its days as those of the
event.
"""

from __future__ import annotations

from loccit.model import Date, DateParts, Source

_TALKS = frozenset(["speech", "paper-conference"])


def with_days_of_talk(source: Source) -> Source:
    """Date a talk that is in no proceedings by the days of its event (APA 7, 10.5).

    >>> days = Date(DateParts(2001, 2, 3))
    >>> talk = Source("x", "speech", {"event-date": days, "issued": Date(DateParts(2001))})
    >>> with_days_of_talk(talk).date("issued") == days
    True
    """
    if source.type not in _TALKS or source.text("container-title"):
        return source
    days, issued = source.date("event-date"), source.date("issued")
    if days is None or days.start is None:
        return source
    if issued is None or issued == Date(DateParts(days.start.year)):
        return source.with_variables({"issued": days})
    return source
