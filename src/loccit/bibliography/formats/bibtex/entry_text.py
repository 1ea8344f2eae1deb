"""The entries of a .bib file one by one: the text of each, and its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats.bibtex.scan import EntrySpan, scan
from loccit.bibliography.source_file import EntryIndex
from loccit.text_files.positions import Positions


class EntryText(NamedTuple):
    """The text of an entry.

    Attributes:
        number: its number among all entries of the file.
        key: its key, or `""`.
        type: its type in lower case.
        text: from its `@` to the last place where it can have ended.
        body: where its fields begin in the text.
        error: the rule that reports its error, or `""`.
    """

    number: int
    key: str
    type: str
    text: str
    body: int
    error: str


class EntryTexts(Protocol):
    """The entries of a file.

    Those that can be cited are counted from 0 in file order.
    """

    @property
    def keys(self) -> list[str]:
        """The key of each entry that can be cited; `""` if it has none."""

    @property
    def strings(self) -> Mapping[str, str]:
        """The value of each abbreviation, as it is written in the file."""

    @property
    def preambles(self) -> Sequence[str]:
        """The values of `@preamble`, as they are written in the file."""

    def __getitem__(self, index: int) -> EntryText: ...

    def find(self, key: str) -> EntryText | None:
        """Find the first entry with a key, even one that exists only for others."""

    def malformed(self) -> Iterator[EntryText]:
        """Yield every entry with an error."""

    def position(self, number: int, offset: int) -> tuple[int, int]:
        """Return the line and column of a place in an entry's text."""

    def file_text(self) -> str:
        """Return the text of the file."""

    def index(self) -> EntryIndex | None:
        """Return what the cache keeps of the file, if it does not have it already."""


def is_citable(entry: EntrySpan, text: str) -> bool:
    """Return whether an entry has a key, or fields to make one of, and does not exist
    only for others.

    Args:
        entry: the entry.
        text: the file's.
    """
    if entry.type == "xdata":
        return False
    return bool(entry.key) or text.find("=", entry.body, entry.limit) != -1


class ScannedEntries:
    """The entries of a text that has just been scanned.

    >>> entries = ScannedEntries("@string{np = {The New Press}}\\n@book{doe, publisher = np}")
    >>> entries.keys, entries[0].text, tuple(entries.position(0, 11)), dict(entries.strings)
    (['doe'], '@book{doe, publisher = np}', (2, 12), {'np': ' {The New Press}'})
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.scan = scan(text)
        self._positions = Positions(text)
        self.citable = [
            number
            for number, entry in enumerate(self.scan.entries)
            if is_citable(entry, text)
        ]
        self.keys = [self.scan.entries[number].key for number in self.citable]

    @property
    def strings(self) -> dict[str, str]:
        return {
            name: self.text[start:end]
            for name, (start, end) in self.scan.strings.items()
        }

    @property
    def preambles(self) -> list[str]:
        return [self.text[start:end] for start, end in self.scan.preambles]

    def __getitem__(self, index: int) -> EntryText:
        return self._entry(self.citable[index])

    def find(self, key: str) -> EntryText | None:
        number = self._by_key.get(key)
        return None if number is None else self._entry(number)

    def malformed(self) -> Iterator[EntryText]:
        return (
            self._entry(number)
            for number, entry in enumerate(self.scan.entries)
            if entry.error
        )

    def position(self, number: int, offset: int) -> tuple[int, int]:
        return self._positions.at(self.scan.entries[number].start + offset)

    def file_text(self) -> str:
        return self.text

    def index(self) -> EntryIndex:
        """Return the places of all entries.

        Beside its place, each has its type as a number in the list of types, and where
        its fields begin; and there are the numbers of those that can be cited.
        """
        spans = self.scan.entries
        names = list(dict.fromkeys(span.type for span in spans))
        types = {name: number for number, name in enumerate(names)}
        columns = {
            "body": [span.body - span.start for span in spans],
            "type": [types[span.type] for span in spans],
            "citable": self.citable,
        }
        errors = {
            str(number): span.error for number, span in enumerate(spans) if span.error
        }
        return EntryIndex(
            "bibtex",
            self.text,
            [(span.start, span.limit) for span in spans],
            [span.key for span in spans],
            columns,
            {
                "types": names,
                "errors": errors,
                "strings": self.strings,
                "preambles": self.preambles,
            },
        )

    def _entry(self, number: int) -> EntryText:
        key, kind, start, body, limit, error = self.scan.entries[number]
        return EntryText(number, key, kind, self.text[start:limit], body - start, error)

    @cached_property
    def _by_key(self) -> dict[str, int]:
        by_key: dict[str, int] = {}
        for number, entry in enumerate(self.scan.entries):
            by_key.setdefault(entry.key, number)
        return by_key
