"""The footnotes that an essay has of its own."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Notes:
    """An essay's footnotes, numbered from 1 as readers will see them.

    Attributes:
        references: by number, where each is first referred to; the end of the essay for one that nothing refers to.
        labels: the labels in use; no new footnote may take one of them.
    """

    references: tuple[int, ...] = ()
    labels: frozenset[str] = frozenset()
