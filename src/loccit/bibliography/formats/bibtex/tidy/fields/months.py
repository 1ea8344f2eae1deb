"""Write months as BibTeX's abbreviations, which each style prints in its own way.

See BibTeXing, 3.2, `month`.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit
from loccit.values.dates import MONTHS

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ABBREVIATIONS = {
    **dict(zip(_NAMES, MONTHS, strict=True)),
    **{month: month for month in MONTHS},
    **{str(number): month for number, month in enumerate(MONTHS, 1)},
    **{f"{number:02}": month for number, month in enumerate(MONTHS, 1)},
    "sept": "sep",
}


def _months(entry: TidyEntry) -> Iterator[Edit]:
    tex = entry.tex("month")
    if tex is None:
        return
    month = _ABBREVIATIONS.get(tex.strip("{} ").rstrip(".").lower())
    # A file may define an abbreviation of that name to mean something else.
    if month and month not in entry.context.strings:
        yield entry.put("month", month)


ACTION = Action(
    "months",
    "Write months as BibTeX's abbreviations: `{January}` and `1` become `jan`.",
    of_entry=_months,
)
