"""What sources rendered to before: rendering takes most of the time."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.csl.citations.sort import SortValues
from loccit.csl.elements.context import CiteState
from loccit.csl.elements.tally import NamesList
from loccit.csl.output_tree import Output

#: How many renderings of a source are remembered at most.  A document that is edited
#: for hours would fill the memory.
_MOST_RENDERINGS = 64


@dataclass(frozen=True, slots=True)
class Rendered:
    """The output of a source.

    Attributes:
        lists: the lists of names in it.
        conditions: how many `disambiguate` conditions it met.
    """

    output: Output
    lists: tuple[NamesList, ...]
    conditions: int = 0


class Renderings:
    """What a source rendered to before."""

    __slots__ = ("cites", "entries", "sort_values", "texts")

    def __init__(self) -> None:
        self.cites: dict[CiteState, Rendered] = {}
        self.entries: dict[CiteState, Rendered] = {}
        self.texts: dict[CiteState, str] = {}
        #: For the bibliography (None), and for cites that show so many names.
        self.sort_values: dict[tuple[int, ...] | None, SortValues] = {}

    def make_room(self) -> None:
        """Forget all renderings if there are too many."""
        if len(self.cites) + len(self.entries) + len(self.texts) >= _MOST_RENDERINGS:
            self.entries.clear()
            self.forget_cites()

    def forget_cites(self) -> None:
        """Forget the cites."""
        self.cites.clear()
        self.texts.clear()
