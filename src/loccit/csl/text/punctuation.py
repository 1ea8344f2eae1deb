"""Settle the seams between pieces of text.

Doubled punctuation and spaces are reduced, and punctuation moves into quotation marks.
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass

#: Pairs of marks of which the first stays.  Both marks of any other pair stay.  The
#: pairs are those of the CSL test suite (punctuation_FullMontyField).
_KEEP_FIRST = frozenset(
    ["::", ";:", "!:", "?:", ":.", "..", ";.", "!.", "?.", ";;", "!!", "??", ",,"]
)
#: Pairs of marks of which the second stays.
_KEEP_SECOND = frozenset([":!", ";!", ":?", ";?"])
#: Marks that end a quotation, so that no full stop follows it.
_ENDS = frozenset(".!?")
_MOVES_INTO_QUOTES = frozenset(".,!?")


@dataclass(slots=True)
class Cell:
    """A piece of text to typeset.

    Attributes:
        closes: it is a closing quotation mark.
        fixed: it stays next to the cell before it, as somebody typed both together.
    """

    text: str
    closes: bool = False
    fixed: bool = False


def meet_all(cells: list[Cell], punctuation_in_quote: bool) -> None:
    """Settle the seams between all cells, from left to right."""
    seen: list[Cell] = []
    for cell in cells:
        if seen and cell.text and not (cell.closes or cell.fixed):
            _meet(seen, cell, punctuation_in_quote)
        if cell.text:
            seen.append(cell)


def _meet(
    seen: list[Cell],
    cell: Cell,
    into_quotes: bool,
) -> None:
    """Settle the seam between the last cell that is not empty and `cell`."""
    while seen and cell.text:
        last = seen[-1]
        if last.closes:
            _meet_quotation(seen, cell, into_quotes)
            return
        first, second = last.text[-1], cell.text[0]
        if first + second in _KEEP_FIRST or (second == " " and first.isspace()):
            cell.text = cell.text[1:]
        elif first + second in _KEEP_SECOND:
            last.text = last.text[:-1]
            if not last.text:
                seen.pop()
        else:
            return


def _meet_quotation(
    seen: list[Cell],
    cell: Cell,
    into_quotes: bool,
) -> None:
    """Settle the seam between closing quotation marks and `cell`.

    Its first marks move into the quotation, or meet the mark that ends it.
    """
    inside = _last_inside(seen)
    if inside is None:
        return
    if into_quotes:
        while cell.text and cell.text[0] in _MOVES_INTO_QUOTES:
            _append_mark(inside, cell.text[0])
            cell.text = cell.text[1:]
    last = inside.text.rstrip()[-1:]  # in French, a space follows it
    if not cell.text or last not in _ENDS:
        return
    if last + cell.text[0] in _KEEP_FIRST:
        cell.text = cell.text[1:]


def _last_inside(seen: list[Cell]) -> Cell | None:
    """The last cell before the closing quotation marks."""
    for cell in reversed(seen):
        if not cell.closes:
            return cell
    return None


def _append_mark(inside: Cell, mark: str) -> None:
    pair = inside.text[-1] + mark
    if pair in _KEEP_SECOND:
        inside.text = inside.text[:-1] + mark
    elif pair not in _KEEP_FIRST:
        inside.text += mark
