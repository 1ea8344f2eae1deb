"""Two entries beside each other, in what differs, 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

#: The width of the names of fields, and of each of the two columns; two spaces part
#: them.
_NAME, _COLUMN = 16, 30


def side_by_side(rows: Iterable[tuple[str, str, str]]) -> str:
    """Rows of a name and two values, each value in lines of its own column.

    >>> print(side_by_side([("", "doe", "doe2010"), ("publisher", "ACME", "")]))
                      doe                             doe2010
    publisher         ACME                            -
    """
    lines: list[str] = []
    for name, one, other in rows:
        left, right = (wrap(value, _COLUMN) or ["-"] for value in (one, other))
        for number in range(max(len(left), len(right))):
            cells = [
                cell[number] if number < len(cell) else "" for cell in (left, right)
            ]
            lines.append(
                f"{'' if number else name:{_NAME}}  {cells[0]:{_COLUMN}}  {cells[1]}".rstrip()
            )
    return "\n".join(lines)
