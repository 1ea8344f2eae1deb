"""Write months as BibTeX's abbreviations, which each style prints in its own way.

See BibTeXing, 3.2, `month`.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit
from loccit.values.date_words import month_number
from loccit.values.dates import MONTHS


def _months(entry: TidyEntry) -> Iterator[Edit]:
    tex = entry.tex("month")
    number = month_number(tex.strip("{} ")) if tex else None
    if number is None:
        return
    month = MONTHS[number - 1]
    # A file may define an abbreviation of that name to mean something else.
    if month not in entry.context.strings:
        yield entry.put("month", month)


ACTION = Action(
    "months",
    "Write months as BibTeX's abbreviations: `{January}` and `1` become `jan`.",
    of_entry=_months,
)
