"""Step 2 in a document that is edited: the positions that a change can change."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.csl.changes.rows import Row, Rows
from loccit.csl.citations.position import Notes, Placing, place_citation, refers_to


class Positions:
    """The positions of cites, row by row."""

    def __init__(self, rows: Rows, near_note_distance: int) -> None:
        self._rows = rows
        self._near_note_distance = near_note_distance

    def of(self, row: Row) -> list[Placing]:
        """The placings of a row's cites."""
        notes = Notes(self._near_note_distance)
        for key in row.keys:
            before = self._rows.citing_before(key, row)
            if before:
                notes.add(key, before[0].citation.note)
                notes.add(key, before[-1].citation.note)
        previous = self._previous(row)
        printed = previous.printed if previous is not None else None
        return place_citation(row.printed, printed, notes)

    def around(self, row: Row) -> Iterator[Row]:
        """The rows whose positions depend on a row, and the row itself."""
        yield row
        yield from self._followers(row)
        for key in row.keys:
            citing = self._rows.citing(key)
            if citing[0] is row:
                yield from citing
            following = self._rows.next_citing(key, row)
            if following is not None:
                yield following

    def _followers(self, row: Row) -> Iterator[Row]:
        """The rows whose "ibid." depends on a row.

        In notes it also depends on how many cites the note before has.
        """
        if not row.citation.note:
            following = self._rows.in_text.after(row)
            if following is not None:
                yield following
            return
        for each in self._rows.in_note(row.citation.note):
            if each.place >= row.place:
                following = self._rows.in_notes.after(each)
                if following is not None:
                    yield following

    def _previous(self, row: Row) -> Row | None:
        """The row that the "ibid." of a row would refer to."""
        if not row.citation.note:
            return self._rows.in_text.before(row)
        previous = self._rows.in_notes.before(row)
        if previous is None:
            return None
        count = self._cites_in_note(previous.citation.note, row)
        return previous if refers_to(previous.citation, row.citation, count) else None

    def _cites_in_note(self, note: int, end: Row) -> int:
        """How many cites there are in a note before a row."""
        count = 0
        for row in self._rows.in_note(note):
            if row.place < end.place:
                count += len(row.citation.cites)
        return count
