"""The items of a large file in JSON or YAML, found with the index that the cache keeps."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.formats.csl_json.scanned_items import ItemSyntax
from loccit.bibliography.kept_problems import kept_problems
from loccit.bibliography.source_file import KeptIndex
from loccit.model import Place, Range


class IndexedItems:
    """The items of a file that has not changed since its index was made; see `Items`.

    Args:
        index: the index.
        syntax: how items are written.

    Raises:
        LookupError, TypeError, ValueError: the index is damaged.
    """

    def __init__(self, index: KeptIndex, syntax: ItemSyntax) -> None:
        self._index = index
        self._syntax = syntax
        self.keys = index.keys
        self.made_keys: dict[int, str] = dict(index.head["made"])
        self.problems = kept_problems(index)

    def __getitem__(self, index: int) -> Mapping[str, object]:
        return self._syntax.read(self._index.text(index), self.place(index))

    def place(self, index: int) -> Place:
        return self._place(index, 0)

    def range_of(self, index: int, name: str) -> Range:
        place = self.place(index)
        span = self._syntax.member(self._index.text(index), place, name)
        if span is None:
            return Range(place)
        return Range(self._place(index, span.start), self._place(index, span.end))

    def file_text(self) -> str:
        return self._index.file_text()

    def index(self) -> None:
        return None

    def _place(self, index: int, offset: int) -> Place:
        return Place(self._index.path, *self._index.position(index, offset))
