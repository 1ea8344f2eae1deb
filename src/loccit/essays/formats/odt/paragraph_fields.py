"""The live citations of a paragraph while it is read."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.odt.live_marks import LiveMark, LiveMarks
from loccit.essays.live_citations import Kind
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import LiveField, Run, is_partly_inserted

_DELETED = "It is deleted, but the deletion is not accepted yet."
_GOES_ON = "It goes on over several paragraphs."
_CHANGED = "Changes are tracked in it; accept or reject them."


class _Begun(NamedTuple):
    """A mark whose end is not reached.

    Attributes:
        start: where its text begins.
        deletions: how many deleted texts precede it.
    """

    mark: LiveMark
    start: int
    deletions: int


class ParagraphFields:
    """Finds the live citations of a paragraph.

    Attributes:
        found: those that were found so far.
    """

    def __init__(self, marks: LiveMarks, note: int) -> None:
        """Prepare to read a paragraph.

        Args:
            marks: the live citations of the part.
            note: the number of the footnote that the paragraph is in.
        """
        self.found: list[LiveField] = []
        self._marks = marks
        self._note = note
        self._begun: dict[int, _Begun] = {}
        self._deletions = 0

    def see(self, element: Element, start: int, end: int, runs: list[Run]) -> None:
        """Look at an element that was read.

        Args:
            element: the element.
            start, end: where its text begins and ends.
            runs: those of the paragraph so far.
        """
        if element.tag == "text:change":
            self._see_deletion(element, start)
        if begun := self._marks.starts.get(element.start):
            self._begun[begun.whole.start] = _Begun(begun, start, self._deletions)
        ended = self._marks.ends.get(element.start)
        if ended and ended.whole.start in self._begun:
            self._close(self._begun.pop(ended.whole.start), end, runs)

    def finish(self, length: int) -> list[LiveField]:
        """Return all, and the marks that go on in another paragraph."""
        for mark, start, _ in self._begun.values():
            end = start if mark.what == "list" else length
            self._add(mark, mark.what, start, end, _GOES_ON)
        return self.found

    def begin_list(self, mark: LiveMark) -> None:
        """Take the paragraph for the first one of a list in a section."""
        self._add(mark, "list", 0, 0)

    def _see_deletion(self, element: Element, position: int) -> None:
        """Keep the live citations that were deleted in a place."""
        self._deletions += 1
        for mark in self._marks.deleted(element.get("text:change-id")):
            self._add(mark, "leftover", position, position, _DELETED)

    def _close(self, begun: _Begun, end: int, runs: list[Run]) -> None:
        mark, start, deletions = begun
        is_changed = deletions < self._deletions or is_partly_inserted(runs, start, end)
        self._add(mark, mark.what, start, end, _CHANGED if is_changed else "")

    def _add(
        self, mark: LiveMark, what: Kind, start: int, end: int, obstacle: str = ""
    ) -> None:
        place, whole = mark.place, mark.whole
        self.found.append(
            LiveField(mark.code, what, start, end, place, whole, self._note, obstacle)
        )
