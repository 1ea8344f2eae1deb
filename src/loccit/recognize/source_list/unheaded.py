"""Lists without a heading of their own: the last run of paragraphs that surely are
references.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from loccit.essays.paragraph import Paragraph
from loccit.recognize.source_list.blocks import Block, blocks_of, is_prose
from loccit.recognize.source_list.cited import is_cited
from loccit.recognize.source_list.evidence import (
    CERTAIN,
    LIKELY,
    POSSIBLE,
    start_likeness,
)
from loccit.recognize.source_list.lines import Stretch

#: So many sure entries make a list; at the end of an essay one does.
_LEAST = 2


def unheaded_blocks(
    paragraphs: Sequence[Paragraph], skipped: Collection[int] = ()
) -> list[Block]:
    """Return the last run of blocks that look like references.

    Args:
        paragraphs: those of the essay.
        skipped: the indices of paragraphs that are no such list.
    """
    stretches = [
        Stretch(index, 0, len(paragraph.text))
        for index, paragraph in enumerate(paragraphs)
        if index not in skipped
    ]
    blocks = [*blocks_of(paragraphs, stretches)]
    for run in reversed(_runs(blocks)):
        is_last = run[-1] is blocks[-1]
        if _is_list(run, is_last=is_last) and _belongs(run, blocks, paragraphs):
            return run
    return []


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the runs of sure entries, with likely ones between them."""
    runs: list[list[Block]] = []
    run: list[Block] = []
    likely: list[Block] = []
    for block in blocks:
        if _is_sure(block):
            run += [*likely, block] if run else [block]
            likely = []
        elif run and _may_be_between(block, run[-1]):
            likely.append(block)
        else:
            runs += [run] if run else []
            run, likely = [], []
    return [*runs, run] if run else runs


def _is_sure(block: Block) -> bool:
    if block.is_heading or block.is_cell:
        return False
    return block.score >= CERTAIN and start_likeness(block.text) > POSSIBLE


def _may_be_between(block: Block, above: Block) -> bool:
    if block.is_heading or block.is_cell or is_prose(block):
        return False
    return block.score >= LIKELY and block.is_item == above.is_item


def _is_list(run: Sequence[Block], *, is_last: bool) -> bool:
    return len(run) >= _LEAST or is_last


def _belongs(
    run: Sequence[Block], blocks: Sequence[Block], paragraphs: Sequence[Paragraph]
) -> bool:
    """Return whether a run is of cited works: below a heading that says something else
    it may be of an author's own.
    """
    first = blocks.index(run[0])
    if first == 0 or not blocks[first - 1].is_heading:
        return True
    return is_cited(run, paragraphs)
