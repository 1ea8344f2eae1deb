"""Files of records, which are read whole when they are opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from loccit.bibliography.keys import fill_keys
from loccit.bibliography.records.lines import Line, Record
from loccit.bibliography.source_file import Reading, Sources
from loccit.model import Place, Problem, Source
from loccit.text_files.positions import Positions

#: A source, and the problems in its record.
_OfRecord: TypeAlias = tuple[Source, Sequence[Problem]]
#: Longer stray text is cut off in messages.
_LONGEST_EXCERPT = 40


class RecordFile(Sources):
    """The sources of a file, each with the problems in its record."""

    def __init__(
        self, readings: Sequence[_OfRecord], problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__([source for source, _ in readings], problems)
        self.made_keys = fill_keys(self.keys, self._sources.__getitem__)
        self._of_sources = [of_source for _, of_source in readings]

    def read(self, index: int) -> Reading:
        source, problems = super().read(index)
        return Reading(source, (*self._of_sources[index], *problems))


def read_records(
    records: Iterable[Record],
    places: Places,
    read_record: Callable[[list[Line], Places], _OfRecord],
) -> RecordFile:
    """Read the records of a file with the `read_record` of its format.

    Lines without a tag belong to no record; they are reported as stray text.
    """
    readings: list[_OfRecord] = []
    stray: list[Problem] = []
    for record in records:
        stray += [places.stray(line) for line in record if not line.tag]
        tagged = [line for line in record if line.tag]
        if tagged:
            readings.append(read_record(tagged, places))
    return RecordFile(readings, stray)


class Places:
    """The places in a file, and the problems that all record formats report there."""

    def __init__(self, text: str, path: str) -> None:
        self._positions = Positions(text)
        self._path = path

    def at(self, position: int) -> Place:
        return Place(self._path, *self._positions.at(position))

    def not_kept(self, left: Sequence[Line], record: Record) -> list[Problem]:
        """Report lines that are lost: CSL has no variable for them, or the variable
        already has a value.

        Args:
            left: the lines that were not read.
            record: all lines of the record, with their tags as the file has them.
        """
        if not left:
            return []
        in_file = {line.position: line.tag for line in record}
        distinct = dict.fromkeys(in_file[line.position] for line in left)
        tags = ", ".join(f"`{tag}`" for tag in distinct)
        message = f"loccit does not keep {tags} of this record."
        return [Problem("not-kept", message, self.at(left[0].position), "note")]

    def stray(self, line: Line) -> Problem:
        """Report text that belongs to no record."""
        start = " ".join(line.text.split())
        if len(start) > _LONGEST_EXCERPT:
            start = f"{start[:_LONGEST_EXCERPT]}…"
        message = f"This belongs to no source: “{start}”."
        return Problem("stray-text", message, self.at(line.position), "note")

    def unknown_type(self, line: Line) -> Problem:
        """Report a type that the format does not have."""
        message = (
            f"The type `{line.text}` is not known; the source is read as a document."
        )
        return Problem(
            "unknown-type",
            message,
            self.at(line.position),
            "warning",
            "Give it a type that the format has.",
        )
