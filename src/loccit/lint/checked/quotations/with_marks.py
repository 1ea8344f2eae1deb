"""Put a quotation into other marks."""

from __future__ import annotations

from loccit.lint.checked.essay import CheckedEssay
from loccit.lint.checked.quotations.quotation import Quotation
from loccit.model import Edit


def with_marks(
    essay: CheckedEssay, quotation: Quotation, opening: str, closing: str
) -> tuple[Edit, ...]:
    """Return the edits that give a quotation other marks, "" for none; none if it can't
    be changed.  French marks lose the blanks inside them.
    """
    edits: list[tuple[Edit, ...]] = []
    for stretch in quotation.stretches:
        inner = stretch.text[1:].lstrip()
        end = stretch.end - len(inner)
        edits.append(
            essay.retyped(stretch.paragraph.mapped, stretch.start, end, opening)
        )
    last = quotation.last
    start = last.start + len(last.text[:-1].rstrip())
    edits.append(essay.retyped(last.paragraph.mapped, start, last.end, closing))
    return tuple(each for made in edits for each in made) if all(edits) else ()
