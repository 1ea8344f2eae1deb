"""Put entries of a typed list into another order, or into one without bullets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loccit._startup.dataclass import replace
from loccit.essays.document import EntryStretch
from loccit.lint.checked.essay import CheckedEssay
from loccit.model import Edit, Span


def rearranged(
    essay: CheckedEssay, stretch: EntryStretch, blocks: Sequence[Span]
) -> tuple[Edit, ...]:
    """Return the edits that put entries, as they are typed, in the place of a stretch;
    none if a program makes it.

    Args:
        stretch: the entries that are there.
        blocks: the places of those that are to be there.
    """
    if essay.is_kept(stretch.span, stretch.part):
        return ()
    text, part = essay.essay.document.parts[stretch.part], stretch.part
    there = sorted(blocks)
    between = [text[one.end : two.start] for one, two in pairwise(there)]
    is_whole = (there[0].start, there[-1].end) == (stretch.span.start, stretch.span.end)
    if is_whole and not any(each.strip() for each in between):
        pieces = _interleaved([each.of(text) for each in blocks], between)
        return (Edit(stretch.span, "".join(pieces), part),)
    return _replaced(essay, stretch, blocks)


def _interleaved(entries: Sequence[str], between: Sequence[str]) -> Iterator[str]:
    """Yield entries with what is between them, which stays in its place."""
    for entry, gap in zip(entries, (*between, ""), strict=True):
        yield entry
        yield gap


def _replaced(
    essay: CheckedEssay, stretch: EntryStretch, blocks: Sequence[Span]
) -> tuple[Edit, ...]:
    """Let the format put the entries there; the essay ends as it did."""
    document = essay.essay.document
    edits = document.replace_stretch(stretch, blocks, essay.output, anchors=False)
    return tuple(replace(edit, new=_ended_alike(edit, essay)) for edit in edits)


def _ended_alike(edit: Edit, essay: CheckedEssay) -> str:
    """Return the new text of an edit, without a newline at the end of the essay."""
    old = essay.essay.document.parts[edit.part][edit.span.start : edit.span.end]
    return edit.new if old.endswith("\n") else edit.new.rstrip("\r\n")
