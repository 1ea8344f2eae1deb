"""A file of records, read at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from loccit._startup.dataclass import replace
from loccit.bibliography.keys import make_keys
from loccit.bibliography.records.lines import Line, Record
from loccit.bibliography.source_file import Reading, Sources
from loccit.model import Place, Problem, Source
from loccit.text_files.positions import Positions

#: A source, and what is to be said of its record.
_OfRecord: TypeAlias = tuple[Source, Sequence[Problem]]


class RecordFile(Sources):
    """Sources, each with what is to be said of its record."""

    def __init__(
        self, readings: Sequence[_OfRecord], problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__(_with_keys([source for source, _ in readings]), problems)
        self._of_sources = [of_source for _, of_source in readings]

    def read(self, index: int) -> Reading:
        source, problems = super().read(index)
        return Reading(source, (*self._of_sources[index], *problems))


def read_records(
    records: Iterable[Record],
    places: Places,
    read_record: Callable[[list[Line], Places], _OfRecord],
) -> RecordFile:
    """A file of records as they stand in its text; lines without a tag in them belong
    to none.
    """
    readings: list[_OfRecord] = []
    stray: list[Problem] = []
    for record in records:
        stray += [places.stray(line) for line in record if not line.tag]
        if lines := [line for line in record if line.tag]:
            readings.append(read_record(lines, places))
    return RecordFile(readings, stray)


def _with_keys(sources: Sequence[Source]) -> list[Source]:
    """The sources, with keys made up for those without; a key that stands in the file
    is never taken by another.
    """
    keys = make_keys(
        (source for source in sources if not source.key),
        {source.key for source in sources},
    )
    return [
        source if source.key else replace(source, key=next(keys)) for source in sources
    ]


class Places:
    """Tells the places of a file, and makes the problems that all tagged formats have."""

    def __init__(self, text: str, path: str) -> None:
        self._positions = Positions(text)
        self._path = path

    def at(self, position: int) -> Place:
        return Place(self._path, *self._positions.at(position))

    def not_kept(self, left: Sequence[Line], record: Record) -> list[Problem]:
        """A note of what is left of a record: CSL has no variable for it, or its
        variable has a value already.
        """
        if not left:
            return []
        typed = {line.position: line.tag for line in record}
        tags = ", ".join(
            f"`{tag}`" for tag in dict.fromkeys(typed[line.position] for line in left)
        )
        message = f"There is no place for what stands at {tags} in this record; it is not kept."
        return [Problem("not-kept", message, self.at(left[0].position), "note")]

    def stray(self, line: Line) -> Problem:
        """A note of text that belongs to no record."""
        start = " ".join(line.text.split())
        start = f"{start[:40]}…" if len(start) > 40 else start
        return Problem(
            "stray-text",
            f"This belongs to no source: “{start}”.",
            self.at(line.position),
            "note",
        )

    def unknown_type(self, line: Line) -> Problem:
        """A warning of a type that the format does not have."""
        message = (
            f"The type `{line.text}` is not known; the source is read as a document."
        )
        return Problem(
            "unknown-type",
            message,
            self.at(line.position),
            "warning",
            "Give it the type that it has.",
        )
