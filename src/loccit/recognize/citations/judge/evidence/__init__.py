"""The kinds of evidence for a citation and against it, one a file; the folder is the
list.

A module has `weigh`, which yields what it finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.plugins import modules_in
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason


class Evidence(NamedTuple):
    """Something that speaks for a citation or against it.

    Attributes:
        weight: how much, in log odds; negative against it.
        reason: what a person reads.
    """

    weight: float
    reason: Reason


class Kind(Protocol):
    """What a module of this folder has."""

    def weigh(self, possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
        """Yield the evidence of this kind."""


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of evidence, by name."""
    return tuple(cast(Kind, module) for module in modules_in(__name__))
