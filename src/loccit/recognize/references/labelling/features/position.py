"""How far a token is from the beginning and the end."""

from __future__ import annotations

from loccit.recognize.references.labelling.reference import Reference

_NEAR_END = 4
_TENTHS = 8


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add the place of each token."""
    count = len(rows)
    for index, row in enumerate(rows):
        row.append(f"place={index * _TENTHS // count}")
        row.append(f"first={min(index, _NEAR_END)}")
        row.append(f"last={min(count - 1 - index, _NEAR_END)}")
