"""The shapes of typed citations, one a file; the folder is the list.

A module has `find`, which yields what may be a citation of its shape in a passage, and
reads nothing but the passage and the essay's lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from loccit._startup.plugins import modules_in
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible


class Shape(Protocol):
    """What a module of this folder has."""

    def find(self, passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
        """Yield what may be a citation of this shape."""


@cache
def shapes() -> tuple[Shape, ...]:
    """Return every shape, by name."""
    return tuple(cast(Shape, module) for module in modules_in(__name__))
