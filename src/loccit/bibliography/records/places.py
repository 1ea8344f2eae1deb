"""The places in a record, and the problems that all record formats report there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loccit.bibliography.records.lines import Line, Record
from loccit.model import Place, Problem

#: Longer stray text is cut off in messages.
_LONGEST_EXCERPT = 40


class Places:
    """The places in a text.

    Args:
        path: of its file.
        locate: returns the line and column of an offset in the text.
    """

    def __init__(self, path: str, locate: Callable[[int], tuple[int, int]]) -> None:
        self._path = path
        self._locate = locate

    def at(self, position: int) -> Place:
        return Place(self._path, *self._locate(position))

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
