"""The entries of a large .bib file, read by the index that the cache keeps of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from loccit.bibliography.formats.bibtex.entry_text import EntryText
from loccit.bibliography.source_file import KeptIndex


class IndexedEntries:
    """The entries of a file that was scanned before and has not changed since.

    Raises:
        LookupError, TypeError, ValueError, AttributeError: the index is broken.
    """

    def __init__(self, index: KeptIndex) -> None:
        self._index = index
        self.strings: dict[str, str] = index.head["strings"]
        self.preambles: list[str] = index.head["preambles"]
        self._types: list[str] = index.head["types"]
        self._errors: dict[int, str] = {
            int(number): error for number, error in index.head["errors"].items()
        }
        self._bodies = index.columns["body"]
        self._kinds = index.columns["type"]
        self._citable = index.columns["citable"]

    @cached_property
    def keys(self) -> list[str]:
        keys = self._index.keys
        if len(self._citable) == len(keys):
            return list(keys)  # some may be replaced by other ones
        return [keys[number] for number in self._citable]

    def __getitem__(self, index: int) -> EntryText:
        return self._entry(self._citable[index])

    def find(self, key: str) -> EntryText | None:
        number = self._by_key.get(key)
        return None if number is None else self._entry(number)

    def malformed(self) -> Iterator[EntryText]:
        return map(self._entry, self._errors)

    def position(self, number: int, offset: int) -> tuple[int, int]:
        return self._index.position(number, offset)

    def file_text(self) -> str:
        return self._index.file_text()

    def index(self) -> None:
        return None

    def _entry(self, number: int) -> EntryText:
        return EntryText(
            number,
            self._index.keys[number],
            self._types[self._kinds[number]],
            self._index.text(number),
            self._bodies[number],
            self._errors.get(number, ""),
        )

    @cached_property
    def _by_key(self) -> dict[str, int]:
        keys = self._index.keys
        return dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
