"""Files of records: where each is, and its key, are found at once; a record is read when
it is asked for, from its own text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias

from loccit.bibliography.keys import fill_keys
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.scanned_records import ScannedRecords
from loccit.bibliography.source_file import (
    EntryIndex,
    IndependentEntries,
    Reading,
    Sources,
    fingerprint,
    reading_of,
    text_of_source,
)
from loccit.model import Place, Problem, Range, Source

#: A source, and the problems in its record.
OfRecord: TypeAlias = tuple[Source, Sequence[Problem]]
#: Reads a record from its text, what its file says about all records, and its places.
ReadRecord: TypeAlias = Callable[[str, str, Places], OfRecord]


class Records(Protocol):
    """The records of a file.

    Attributes:
        context: what the file says about all of its records, such as the header of a
            table.
    """

    path: str
    context: str

    @property
    def keys(self) -> Sequence[str]:
        """The key of each record."""

    @property
    def made_keys(self) -> Mapping[int, str]:
        """As in `SourceFile`."""

    @property
    def problems(self) -> Sequence[Problem]:
        """The problems of the file, without those in its records."""

    def text(self, index: int) -> str:
        """Return the text of a record."""

    def position(self, index: int, offset: int = 0) -> tuple[int, int]:
        """Return the line and column of a place in the text of a record."""

    def index(self) -> EntryIndex | None:
        """Return what the cache keeps of the file, if it is worth keeping."""


class RecordFile(IndependentEntries):
    """A file of records; see `SourceFile`."""

    def __init__(self, records: Records, read_record: ReadRecord) -> None:
        self.records = records
        self.keys = list(records.keys)  # some may be replaced by other ones
        self.made_keys = records.made_keys
        self.problems = records.problems
        self._read_record = read_record
        self._looked_at: dict[int, OfRecord] = {}

    def cite_as(self, index: int, key: str) -> None:
        self.keys[index] = key

    def read(self, index: int) -> Reading:
        source, problems = self._looked_at.get(index) or self.record(index)
        return reading_of(source, self.keys[index], problems)

    def title(self, index: int) -> str:
        return self.look_at(index).text("title")

    def place(self, index: int) -> Place:
        return self.record(index)[0].place

    def range_of(self, index: int, name: str) -> Range:
        return Range(self.place(index))

    def index(self) -> EntryIndex | None:
        return self.records.index()

    def text(self, index: int) -> str:
        return text_of_source(self.record(index)[0])

    def fingerprint(self, index: int) -> bytes:
        return fingerprint(self.records.context + self.records.text(index))

    def look_at(self, index: int) -> Source:
        """Read a record, and keep it: who looks at some records soon reads them."""
        found = self._looked_at[index] = self.record(index)
        return found[0]

    def record(self, index: int) -> OfRecord:
        """Read a record; its source has the key of the record itself."""
        records = self.records
        places = Places(records.path, lambda offset: records.position(index, offset))
        return self._read_record(records.text(index), records.context, places)


def read_records(
    records: ScannedRecords,
    read_record: ReadRecord,
    source_for_key: Callable[[int], Source] | None = None,
) -> RecordFile:
    """Return the file of records that were scanned; make keys for those without one.

    Args:
        records: the records, not read.
        read_record: reads one.
        source_for_key: returns a source with what a key is made of, if that was found
            when the records were scanned.
    """
    file = RecordFile(records, read_record)
    made = fill_keys(file.keys, source_for_key or file.look_at)
    file.made_keys = records.made_keys = made
    records.keys = list(file.keys)
    return file


class ReadRecords(Sources):
    """Records that were all read at once, each with its problems."""

    def __init__(
        self, readings: Sequence[OfRecord], problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__([source for source, _ in readings], problems)
        self.made_keys = fill_keys(self.keys, self._sources.__getitem__)
        self._of_sources = [of_source for _, of_source in readings]

    def read(self, index: int) -> Reading:
        source = self._sources[index]
        return reading_of(source, self.keys[index], self._of_sources[index])
