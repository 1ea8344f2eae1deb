"""Insert text into an essay."""

from __future__ import annotations

from loccit.essays.mapped_text import MappedText
from loccit.lint.checked.essay import CheckedEssay
from loccit.model import Edit, Span


def inserted(
    essay: CheckedEssay, mapped: MappedText, place: int, new: str
) -> tuple[Edit, ...]:
    """Return the edits that insert a text after the character before `place`; none if
    it can't be inserted, as in a citation that a program keeps.
    """
    before = mapped.span(place - 1, place)
    if before.end - before.start == 1:
        return essay.retyped(mapped, place - 1, place, mapped.text[place - 1] + new)
    # A command that is read as one character: the text goes after it.
    edit = essay.essay.document.typed(Span(before.end, before.end), mapped.part, new)
    return (edit,) if edit else ()
