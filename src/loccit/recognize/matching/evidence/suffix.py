"""The letter after a year, which distinguishes works of one author and year."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_SAME = 1.5
_OTHER = -8.0
#: With another letter, it is another work until somebody says it is not.
_DOUBTFUL = 0.6
#: Where a letter is missing, so may be the work.
_UNSURE = 0.9
_IN_ORDER = 1.5
_NOT_TYPED = -0.3
_NOT_LISTED = -1.5


def suffix(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence of the letter after the year."""
    typed, known = asked.cite.suffix, work.suffix
    if typed and known:
        if typed == known:
            yield Evidence(_SAME, Reason("same-letter", f"the letter is {known}"))
        else:
            text = f"the letter after the year there is {known}"
            yield Evidence(_OTHER, Reason("other-letter", text), _DOUBTFUL)
    elif typed and work.implied_suffix:
        yield _in_order(typed, work.implied_suffix)
    elif typed:
        text = f"there is no letter {typed} after the year"
        yield Evidence(_NOT_LISTED, Reason("letter-not-listed", text), _UNSURE)
    elif known:
        text = f"there the letter {known} follows the year"
        yield Evidence(_NOT_TYPED, Reason("letter-not-typed", text), REPAIRED)


def _in_order(typed: str, implied: str) -> Evidence:
    if typed == implied:
        text = f"letter {typed} by the order of the list"
        return Evidence(_IN_ORDER, Reason("letter-by-order", text), REPAIRED)
    text = f"letter {implied} by the order of the list"
    return Evidence(-_IN_ORDER, Reason("letter-by-order", text), REPAIRED)
