"""Where two pieces of text meet: doubled punctuation and spaces, and punctuation that
moves into quotation marks.
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass

#: Two marks that meet, of which the first is left.  Other pairs both stay.
#: The pairs are those that the CSL test suite lists (punctuation_FullMontyField).
_KEEP_FIRST = frozenset(
    {"::", ";:", "!:", "?:", ":.", "..", ";.", "!.", "?.", ";;", "!!", "??", ",,"}
)
#: Two marks that meet, of which the second is left.
_KEEP_SECOND = frozenset({":!", ";!", ":?", ";?"})
_MOVES_INTO_QUOTES = frozenset(".,!?")


@dataclass(slots=True)
class Cell:
    """A piece of text while it is being set; `closes` marks closing quotation marks.

    `fixed` text stays next to what is before it: both are of one text that somebody
    typed.
    """

    text: str
    closes: bool = False
    fixed: bool = False


def meet_all(cells: list[Cell], punctuation_in_quote: bool) -> None:
    """Settle what meets at every seam between the cells, from left to right."""
    seen: list[Cell] = []
    for cell in cells:
        if seen and cell.text and not (cell.closes or cell.fixed):
            _meet(seen, cell, punctuation_in_quote)
        if cell.text:
            seen.append(cell)


def _meet(seen: list[Cell], cell: Cell, into_quotes: bool) -> None:
    """Settle the seam between the last cell that is not empty and `cell`."""
    while seen and cell.text:
        last = seen[-1]
        if last.closes:
            _meet_quotation(seen, cell, into_quotes)
            return
        pair = last.text[-1] + cell.text[0]
        if pair in _KEEP_FIRST or (pair[0].isspace() and pair[1] == " "):
            cell.text = cell.text[1:]
        elif pair in _KEEP_SECOND:
            last.text = last.text[:-1]
            if not last.text:
                seen.pop()
        else:
            return


def _meet_quotation(seen: list[Cell], cell: Cell, into_quotes: bool) -> None:
    """A cell behind closing quotation marks: its first marks move inside, or meet what
    is inside.
    """
    inside = next((earlier for earlier in reversed(seen) if not earlier.closes), None)
    if inside is None:
        return
    while into_quotes and cell.text and cell.text[0] in _MOVES_INTO_QUOTES:
        mark, cell.text = cell.text[0], cell.text[1:]
        pair = inside.text[-1] + mark
        if pair in _KEEP_SECOND:
            inside.text = inside.text[:-1] + mark
        elif pair not in _KEEP_FIRST:
            inside.text += mark
    if (
        cell.text
        and inside.text[-1] in "!?"
        and inside.text[-1] + cell.text[0] in _KEEP_FIRST
    ):
        cell.text = cell.text[1:]
