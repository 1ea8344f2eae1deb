"""Step 2: the position of a cite among the others (CSL 1.0.2, "Choose", `position`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
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
    notes = Notes(near_note_distance)
    placings: list[list[Placing]] = []
    for citation, number in zip(citations, citations_before(citations), strict=True):
        previous = None if number is None else citations[number]
        placings.append(place_citation(citation, previous, notes))
    return placings


class Notes:
    """The notes of the first and of the last cite of each source."""

    def __init__(self, near_note_distance: int) -> None:
        self.near_note_distance = near_note_distance
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}

    def is_first(self, cite: Cite) -> bool:
        """Return whether the source was not cited before."""
        return cite.key not in self.first

    def add(self, key: str, note: int) -> None:
        """Note that a source is cited in a note, or in the text (0)."""
        self.first.setdefault(key, note)
        self.last[key] = note

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


def place_citation(
    citation: Citation,
    previous: Citation | None,
    notes: Notes,
) -> list[Placing]:
    """The placings of a citation's cites.

    Args:
        previous: the citation that its "ibid." would refer to.
        notes: of the cites before, to which these are added.
    """
    placings: list[Placing] = []
    for index, cite in enumerate(citation.cites):
        if notes.is_first(cite):
            placings.append(Placing())
        else:
            position = _position(citation, index, previous)
            placings.append(notes.placing(cite, citation.note, position))
        notes.add(cite.key, citation.note)
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
            refers = refers_to(last, citation, cites_in_note[last.note])
            before.append(last_in_notes if refers else None)
        last_in_notes = number
        cites_in_note[citation.note] += len(citation.cites)
    return before


def refers_to(previous: Citation, citation: Citation, cites_in_note: int) -> bool:
    """Return whether "ibid." would refer to the citation before it in notes.

    That one is in the same note, or alone in the note before (Chicago 14.34).

    Args:
        cites_in_note: how many cites there are in that one's note up to this citation.
    """
    distance = citation.note - previous.note
    if distance == 0:
        return True
    return distance == 1 and cites_in_note == 1


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
