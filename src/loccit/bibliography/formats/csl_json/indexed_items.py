"""The items of a large CSL-JSON file, found with the index that the cache keeps."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.formats.csl_json import item_of
from loccit.bibliography.kept_problems import kept_problems
from loccit.bibliography.source_file import KeptIndex
from loccit.model import Place, Range
from loccit.text_files.json_places import member_span


class IndexedItems:
    """The items of a file that has not changed since its index was made.

    Raises:
        LookupError, TypeError, ValueError: the index is damaged.
    """

    def __init__(self, index: KeptIndex) -> None:
        self._index = index
        self.keys = index.keys
        self.made_keys: dict[int, str] = dict(index.head["made"])
        self.problems = kept_problems(index)

    def __getitem__(self, index: int) -> Mapping[str, object]:
        return item_of(self._index.text(index), self._index.path)

    def place(self, index: int) -> Place:
        return Place(self._index.path, *self._index.position(index))

    def range_of(self, index: int, name: str) -> Range:
        span = member_span(self._index.text(index), 0, name)
        if span is None:
            return Range(self.place(index))
        return Range(self._place(index, span.start), self._place(index, span.end))

    def file_text(self) -> str:
        return self._index.file_text()

    def index(self) -> None:
        return None

    def _place(self, index: int, offset: int) -> Place:
        return Place(self._index.path, *self._index.position(index, offset))
