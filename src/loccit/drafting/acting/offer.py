"""Something that can be done at a place."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.drafting.problems.placed import PlacedProblem

#: The Language Server Protocol's names (3.17, "CodeActionKind").
OfferKind = Literal["quickfix", "refactor.rewrite", "source", "source.fixAll.loccit"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done.

    Attributes:
        title: what is done, as a menu has it.
        kind: what sort of change it is.
        argument: what the module's `edits` gets.
        problem: what it fixes, if it fixes something.
        is_preferred: whether it is what people nearly always want.
    """

    title: str
    kind: OfferKind
    argument: str = ""
    problem: PlacedProblem | None = None
    is_preferred: bool = False
