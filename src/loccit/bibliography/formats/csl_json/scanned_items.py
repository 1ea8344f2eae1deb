"""The items of a text, in JSON or YAML: all are parsed once for their keys and places,
and each is parsed again when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats.csl_json.items import (
    give_keys,
    is_citable,
    key_of,
    not_cited,
)
from loccit.bibliography.kept_problems import keep_problems
from loccit.bibliography.source_file import EntryIndex
from loccit.model import Place, Problem, Range, Span
from loccit.text_files.positions import Positions


class ItemSyntax(NamedTuple):
    """How an item is read from its own text.

    Attributes:
        read: returns the item, given its text and the place where that begins.
        member: finds a member, given its name after these.
    """

    read: Callable[[str, Place], Mapping[str, object]]
    member: Callable[[str, Place, str], Span | None]


class FoundItem(NamedTuple):
    """What was found in a list of items, and from where to where it is."""

    value: object
    start: int
    end: int


class ScannedItems:
    """The items of a text; see `Items`.

    Args:
        module: the name of the format's module.
        text: the text of the file.
        path: the file's name.
        found: the items in it.
        syntax: how they are written.
    """

    def __init__(
        self,
        module: str,
        text: str,
        path: str,
        found: Iterable[FoundItem],
        syntax: ItemSyntax,
    ) -> None:
        self.text = text
        self.keys: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.made_keys: Mapping[int, str] = {}
        self.problems: list[Problem] = []
        self._module = module
        self._path = path
        self._syntax = syntax
        self._positions = Positions(text)
        for item, start, end in found:
            if isinstance(item, Mapping) and is_citable(item):
                self.keys.append(key_of(item))
                self.spans.append((start, end))
            else:
                self.problems.append(not_cited(item, self._place(start)))
        self.made_keys, problems = give_keys(self, path)
        self.problems += problems

    def __getitem__(self, index: int) -> Mapping[str, object]:
        start, end = self.spans[index]
        return self._syntax.read(self.text[start:end], self.place(index))

    def place(self, index: int) -> Place:
        return self._place(self.spans[index][0])

    def range_of(self, index: int, name: str) -> Range:
        start, end = self.spans[index]
        place = self.place(index)
        span = self._syntax.member(self.text[start:end], place, name)
        if span is None:
            return Range(place)
        return Range(self._place(start + span.start), self._place(start + span.end))

    def file_text(self) -> str:
        return self.text

    def index(self) -> EntryIndex:
        """Return the places of the citable items, and the problems of the file."""
        head = {
            "problems": keep_problems(self.problems),
            "made": list(self.made_keys.items()),
        }
        return EntryIndex(self._module, self.text, self.spans, self.keys, {}, head)

    def _place(self, position: int) -> Place:
        return Place(self._path, *self._positions.at(position))
