"""Show where two entries differ, side by side, 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from textwrap import wrap

#: The widths of a field's name and of each column; two spaces separate them.
_NAME, _COLUMN = 16, 30


def side_by_side(rows: Iterable[tuple[str, str, str]]) -> str:
    """Format rows of a name and two values, each value wrapped in its column.

    >>> print(side_by_side([("", "doe", "doe2010"), ("publisher", "ACME", "")]))
                      doe                             doe2010
    publisher         ACME                            -
    """
    lines: list[str] = []
    for name, one, other in rows:
        left = wrap(one, _COLUMN) or ["-"]
        right = wrap(other, _COLUMN) or ["-"]
        for cells in zip_longest([name], left, right, fillvalue=""):
            line = f"{cells[0]:{_NAME}}  {cells[1]:{_COLUMN}}  {cells[2]}"
            lines.append(line.rstrip())
    return "\n".join(lines)
