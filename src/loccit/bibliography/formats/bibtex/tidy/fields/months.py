"""Months by BibTeX's abbreviations, which every style prints in its own way (BibTeXing,
3.2, `month`).
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit
from loccit.values.dates import MONTHS

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_TYPED = (
    dict(zip(_NAMES, MONTHS, strict=True))
    | {month: month for month in MONTHS}
    | {str(number): month for number, month in enumerate(MONTHS, 1)}
    | {f"{number:02}": month for number, month in enumerate(MONTHS, 1)}
    | {"sept": "sep"}
)


def _months(entry: OneEntry) -> Iterator[Edit]:
    typed = entry.tex("month")
    month = _TYPED.get(typed.strip("{} ").rstrip(".").lower()) if typed else None
    if month and month not in entry.file.strings:
        yield entry.put("month", month)


ACTION = Action(
    "months",
    "Months by BibTeX's abbreviations: `{January}` and `1` become `jan`.",
    of_entry=_months,
)
