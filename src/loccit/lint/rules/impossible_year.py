"""A year that can't be right: in the future, or before there were journals.

A digit was mistyped, or is one too many. Two years ahead are let pass, for what is in press.

    @article{pettit2004, date = {20004}}

Look it up again:

    @article{pettit2004, date = {2004}}
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from loccit.lint.entry import Entry, Fault

#: The first journals are of 1665; pages of the web of 1990.
_FIRST = {"article-journal": ("no journals", 1665), "accessed": ("no web pages", 1990)}
_AHEAD = 2


def check(entry: Entry) -> Iterator[Fault]:
    now = datetime.date.today().year
    for variable, ahead in (("issued", _AHEAD), ("accessed", 1), ("original-date", 0)):
        date = entry.source.date(variable)
        if not date or not date.start:
            continue
        year = date.start.year
        missing, first = _FIRST.get(entry.source.type if variable == "issued" else variable, ("", year))
        if year > now + ahead:
            yield Fault(f"The year {year} is in the future.", variable, "Look it up again.")
        elif year < first:
            yield Fault(f"In the year {year} there were {missing} yet.", variable, "Look it up again.")
