"""Where a cite stands among the others: first, subsequent, ibid, near a note (CSL
1.0.2, "Choose", `position`).
"""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.context import Position
from loccit.model import Citation, Cite


@dataclass(frozen=True, slots=True)
class Placing:
    """A cite's position, whether an earlier one is in a note nearby, and the note of
    the first.
    """

    position: Position = "first"
    near_note: bool = False
    first_note: int = 0


def place_cites(
    citations: Sequence[Citation], near_note_distance: int
) -> list[list[Placing]]:
    """The placing of every cite, citation by citation, in document order."""
    first_notes: dict[str, int] = {}
    last_notes: dict[str, int] = {}
    placings: list[list[Placing]] = []
    for citation, number in zip(citations, citations_before(citations), strict=True):
        row: list[Placing] = []
        previous = None if number is None else citations[number]
        for index, cite in enumerate(citation.cites):
            if cite.key not in first_notes:
                first_notes[cite.key] = citation.note
                row.append(Placing())
            else:
                position = _position(citation, index, previous)
                distance = citation.note - last_notes[cite.key]
                near = (
                    bool(citation.note)
                    and bool(last_notes[cite.key])
                    and distance <= near_note_distance
                )
                row.append(
                    Placing(position, near or not citation.note, first_notes[cite.key])
                )
            last_notes[cite.key] = citation.note
        placings.append(row)
    return placings


def place_again(
    row: Sequence[Placing], citation: Citation, previous: Citation | None
) -> list[Placing]:
    """The placings of a citation of which, or of the one before, the locators may have
    changed and nothing else.
    """
    return [
        placing
        if placing.position == "first"
        else replace(placing, position=_position(citation, index, previous))
        for index, placing in enumerate(row)
    ]


def citations_before(citations: Sequence[Citation]) -> list[int | None]:
    """For every citation the number of the one that its "ibid." would point back to.

    It points back within the running text, or from note to note: a note's citations
    count together.
    """
    before: list[int | None] = []
    last_in_text: int | None = None
    last_in_notes: int | None = None
    keys_of_note: dict[int, set[str]] = {}
    for number, citation in enumerate(citations):
        if not citation.note:
            before.append(last_in_text)
            last_in_text = number
            continue
        leads = last_in_notes is not None and _leads_to(
            citations[last_in_notes], citation, keys_of_note
        )
        before.append(last_in_notes if leads else None)
        last_in_notes = number
        keys_of_note.setdefault(citation.note, set()).update(
            cite.key for cite in citation.cites
        )
    return before


def _position(citation: Citation, index: int, previous: Citation | None) -> Position:
    """The position of a cite that is not the first of its source."""
    before = _cite_before(citation, index, previous)
    return (
        _repeated(before, citation.cites[index]) if before is not None else "subsequent"
    )


def _cite_before(
    citation: Citation, index: int, previous: Citation | None
) -> Cite | None:
    """The cite that "ibid." would point at: the one before, or the only one of the
    citation before.
    """
    if index:
        return citation.cites[index - 1]
    if previous is None:
        return None
    last = previous.cites[-1] if previous.cites else None
    return (
        last
        if last is not None and all(cite.key == last.key for cite in previous.cites)
        else None
    )


def _leads_to(
    previous: Citation, citation: Citation, keys_of_note: dict[int, set[str]]
) -> bool:
    """Whether "ibid." would be understood of the citation before: in the same note, or
    alone in the note before.
    """
    distance = citation.note - previous.note
    return distance == 0 or (distance == 1 and len(keys_of_note[previous.note]) == 1)


def _repeated(before: Cite, cite: Cite) -> Position:
    if before.key != cite.key:
        return "subsequent"
    if before.locator is None:
        return "ibid-with-locator" if cite.locator else "ibid"
    if cite.locator is None:
        return "subsequent"
    return "ibid" if cite.locator == before.locator else "ibid-with-locator"
