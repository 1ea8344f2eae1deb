"""One cite on its way through the processor."""

from __future__ import annotations

from dataclasses import field

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import CiteState
from loccit.csl.output_tree import Node, Output
from loccit.model import Cite


@dataclass(slots=True)
class PlacedCite:
    """A cite, what it knows about itself, and what it renders to."""

    cite: Cite
    state: CiteState
    output: Output = field(default_factory=lambda: Node(()))

    @property
    def key(self) -> str:
        """The source's key."""
        return self.cite.key
