"""Where a cite stands among the others: first, subsequent, ibid, near a note (CSL 1.0.2, "Choose", `position`)."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.csl.context import Position
from loccit.model import Citation, Cite
from loccit.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Placing:
    """A cite's position, whether an earlier one is in a note nearby, and the note of the first."""

    position: Position = "first"
    near_note: bool = False
    first_note: int = 0


def place_cites(citations: Sequence[Citation], near_note_distance: int) -> list[list[Placing]]:
    """The placing of every cite, citation by citation, in document order."""
    first_notes: dict[str, int] = {}
    last_notes: dict[str, int] = {}
    placings: list[list[Placing]] = []
    # "ibid." points back within the running text, or from note to note: a note's citations count together
    last_in_text: Citation | None = None
    last_in_notes: Citation | None = None
    keys_of_note: dict[int, set[str]] = {}
    for citation in citations:
        row: list[Placing] = []
        previous = last_in_notes if citation.note else last_in_text
        if previous is not None and citation.note and not _leads_to(previous, citation, keys_of_note):
            previous = None
        for index, cite in enumerate(citation.cites):
            if cite.key not in first_notes:
                first_notes[cite.key] = citation.note
                row.append(Placing())
            else:
                before = _cite_before(citation, index, previous)
                position = _repeated(before, cite) if before is not None else "subsequent"
                distance = citation.note - last_notes[cite.key]
                near = bool(citation.note) and bool(last_notes[cite.key]) and distance <= near_note_distance
                row.append(Placing(position, near or not citation.note, first_notes[cite.key]))
            last_notes[cite.key] = citation.note
        placings.append(row)
        if citation.note:
            last_in_notes = citation
            keys_of_note.setdefault(citation.note, set()).update(cite.key for cite in citation.cites)
        else:
            last_in_text = citation
    return placings


def _cite_before(citation: Citation, index: int, previous: Citation | None) -> Cite | None:
    """The cite that "ibid." would point at: the one before, or the only one of the citation before."""
    if index:
        return citation.cites[index - 1]
    if previous is None:
        return None
    keys = {cite.key for cite in previous.cites}
    return previous.cites[-1] if len(keys) == 1 else None


def _leads_to(previous: Citation, citation: Citation, keys_of_note: dict[int, set[str]]) -> bool:
    """Whether "ibid." would be understood of the citation before: in the same note, or alone in the note before."""
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
