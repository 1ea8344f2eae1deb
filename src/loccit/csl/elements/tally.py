"""What rendering a source counts and collects on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.model import Name

if TYPE_CHECKING:
    from loccit.csl.elements.name_options import NameOptions


@dataclass(frozen=True, slots=True)
class NamesList:
    """A list of names, and how many of them cs:names showed: disambiguation needs it."""

    names: tuple[Name, ...]
    shown: int
    options: NameOptions


class Snapshot(NamedTuple):
    """The state of a Tally before an element is tried."""

    called: int
    found: int
    suppressed: frozenset[str]
    lists: int


class Tally:
    """The counts of one rendering.

    Attributes:
        called: how many variables were called; cs:group and cs:names decide by it.
        found: how many of these had a value.
        suppressed: variables that cs:substitute has used, and that print nothing else.
        lists: the lists of names that were printed.
        conditions: how many `disambiguate` conditions were met.
        numbered: the citation number was called.
    """

    __slots__ = (
        "called",
        "conditions",
        "found",
        "lists",
        "numbered",
        "suppressed",
    )

    def __init__(self) -> None:
        self.called = 0
        self.found = 0
        self.suppressed: set[str] = set()
        self.lists: list[NamesList] = []
        self.conditions = 0
        self.numbered = False

    def count(self, *, found: bool) -> None:
        """Count a variable that was called, with a value or without."""
        self.called += 1
        if found:
            self.found += 1

    def snapshot(self) -> Snapshot:
        """The state now, to come back to."""
        suppressed = frozenset(self.suppressed)
        return Snapshot(self.called, self.found, suppressed, len(self.lists))

    def undo(self, before: Snapshot) -> None:
        """Forget what was counted and collected since."""
        self.called = before.called
        self.found = before.found
        self.suppressed = set(before.suppressed)
        del self.lists[before.lists :]

    def count_as_one(self, before: Snapshot, found: bool) -> None:
        """Count all variables that were called since as a single one."""
        self.called = before.called + 1
        self.found = before.found + (1 if found else 0)
