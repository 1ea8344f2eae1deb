"""Step 2: the position of a cite among the others (CSL 1.0.2, "Choose", `position`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.context import Position
from loccit.model import Citation, Cite


@dataclass(frozen=True, slots=True)
class Placing:
    """The position of a cite.

    Attributes:
        near_note: an earlier cite of the source is in a note nearby.
        first_note: the note of the source's first cite, 0 if it has none before.
    """

    position: Position = "first"
    near_note: bool = False
    first_note: int = 0


def place_cites(
    citations: Sequence[Citation],
    near_note_distance: int,
) -> list[list[Placing]]:
    """The placing of every cite, citation by citation, in document order."""
    numbering = _Notes(near_note_distance)
    placings: list[list[Placing]] = []
    for citation, number in zip(citations, citations_before(citations), strict=True):
        previous = None if number is None else citations[number]
        row: list[Placing] = []
        for index, cite in enumerate(citation.cites):
            if numbering.is_first(cite):
                row.append(Placing())
            else:
                position = _position(citation, index, previous)
                row.append(numbering.placing(cite, citation.note, position))
            numbering.add(cite, citation.note)
        placings.append(row)
    return placings


class _Notes:
    """The notes of the first and of the last cite of each source."""

    def __init__(self, near_note_distance: int) -> None:
        self.near_note_distance = near_note_distance
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}

    def is_first(self, cite: Cite) -> bool:
        return cite.key not in self.first

    def add(self, cite: Cite, note: int) -> None:
        """Note that a source is cited in a note, or in the text (0)."""
        self.first.setdefault(cite.key, note)
        self.last[cite.key] = note

    def placing(
        self,
        cite: Cite,
        note: int,
        position: Position,
    ) -> Placing:
        """The placing of a cite whose source was cited before."""
        is_near = self._is_near(self.last[cite.key], note)
        return Placing(position, is_near, self.first[cite.key])

    def _is_near(self, last: int, note: int) -> bool:
        if not note:
            return True
        return bool(last) and note - last <= self.near_note_distance


def place_again(
    row: Sequence[Placing],
    citation: Citation,
    previous: Citation | None,
) -> list[Placing]:
    """The placings of a citation after locators changed, in it or in the one before."""
    placings: list[Placing] = []
    for index, placing in enumerate(row):
        if placing.position != "first":
            position = _position(citation, index, previous)
            placing = replace(placing, position=position)
        placings.append(placing)
    return placings


def citations_before(citations: Sequence[Citation]) -> list[int | None]:
    """For every citation, the number of the one that its "ibid." would refer to.

    It refers to the running text, or from note to note.
    """
    before: list[int | None] = []
    last_in_text: int | None = None
    last_in_notes: int | None = None
    cites_in_note: Counter[int] = Counter()
    for number, citation in enumerate(citations):
        if not citation.note:
            before.append(last_in_text)
            last_in_text = number
            continue
        if last_in_notes is None:
            before.append(None)
        else:
            last = citations[last_in_notes]
            refers = _refers_to(last, citation, cites_in_note)
            before.append(last_in_notes if refers else None)
        last_in_notes = number
        cites_in_note[citation.note] += len(citation.cites)
    return before


def _refers_to(
    previous: Citation,
    citation: Citation,
    cites_in_note: Mapping[int, int],
) -> bool:
    """Return whether "ibid." would refer to a citation.

    That one is in the same note, or alone in the note before (Chicago 14.34).
    """
    distance = citation.note - previous.note
    if distance == 0:
        return True
    return distance == 1 and cites_in_note[previous.note] == 1


def _position(
    citation: Citation,
    index: int,
    previous: Citation | None,
) -> Position:
    """The position of a cite that is not the first of its source."""
    before = _cite_before(citation, index, previous)
    if before is None:
        return "subsequent"
    return _repeated(before, citation.cites[index])


def _cite_before(
    citation: Citation,
    index: int,
    previous: Citation | None,
) -> Cite | None:
    """The cite that "ibid." would refer to.

    The one before, or the only one of the citation before.
    """
    if index:
        return citation.cites[index - 1]
    if previous is None or len(previous.cites) != 1:
        return None
    return previous.cites[0]


def _repeated(before: Cite, cite: Cite) -> Position:
    """The position of a cite right after another."""
    if before.key != cite.key:
        return "subsequent"
    if before.locator is None:
        return "ibid-with-locator" if cite.locator else "ibid"
    if cite.locator is None:
        return "subsequent"
    return "ibid" if cite.locator == before.locator else "ibid-with-locator"
