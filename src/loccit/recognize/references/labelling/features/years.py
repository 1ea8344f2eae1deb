"""Where a token is with regard to the year.

The author is before an early year and the title after it; without one, the author is
before the title, and the publisher or journal near the end.
"""

from __future__ import annotations

from loccit.recognize.references.labelling.reference import Reference

#: A year among the first tokens, or this share of them, is early.
_EARLY_SHARE = 0.5
_FAR = 3


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add where each token is with regard to the first and the last year."""
    years = _years(reference)
    if not years:
        for row in rows:
            row.append("year=none")
        return
    first, last = years[0], years[-1]
    early = first < len(rows) * _EARLY_SHARE
    for index, row in enumerate(rows):
        side = f"year={_side(index, first)},{early}"
        row.append(side)
        row.append(f"{side},{reference.facts[index].kind}")
        row.append(f"last-year={_side(index, last)}")
        row.append(f"to-year={max(-_FAR, min(index - first, _FAR))}")


def _years(reference: Reference) -> list[int]:
    """Return the numbers of the tokens that are years; those in brackets, if any.

    A bracket right after a number may have an issue in it: "376 (1837)".
    """
    years: list[int] = []
    bracketed: list[int] = []
    for index, facts in enumerate(reference.facts):
        if facts.number != "year":
            continue
        years.append(index)
        in_bracket = "(" in reference.tokens[index].before
        if in_bracket and not _follows_number(reference, index):
            bracketed.append(index)
    return bracketed or years


def _follows_number(reference: Reference, index: int) -> bool:
    """Return whether the token before is a number."""
    return index > 0 and reference.facts[index - 1].number.startswith("digits")


def _side(index: int, year: int) -> str:
    if index == year:
        return "at"
    return "before" if index < year else "after"
