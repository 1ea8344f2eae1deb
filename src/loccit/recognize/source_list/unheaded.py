"""Lists without a heading: the last run of paragraphs that surely are references."""

from __future__ import annotations

from collections.abc import Container, Sequence

from loccit.essays.paragraph import Paragraph
from loccit.recognize.source_list.blocks import Block, blocks_of
from loccit.recognize.source_list.evidence import CERTAIN, POSSIBLE, start_likeness

#: So many sure entries make a list; at the end of an essay one does.
_LEAST = 2


def unheaded_blocks(
    paragraphs: Sequence[Paragraph], skipped: Container[int]
) -> list[Block]:
    """Return the last run of blocks that look like references.

    Args:
        paragraphs: those of the essay.
        skipped: the indices of paragraphs that are no such list.
    """
    run: list[Block] = []
    last = len(paragraphs) - 1
    for index in range(last, -1, -1):
        block = _block(paragraphs, index) if index not in skipped else None
        if block is None and not run:
            last = last if paragraphs[index].text.strip() else index - 1
            continue
        if block is None or not _is_sure(block):
            if _is_list(run, last):
                break
            run = []
        else:
            run.append(block)
    return run[::-1] if _is_list(run, last) else []


def _block(paragraphs: Sequence[Paragraph], index: int) -> Block | None:
    if paragraphs[index].kind in ("heading", "note", "cell"):
        return None
    return next(blocks_of(paragraphs, [index]), None)


def _is_sure(block: Block) -> bool:
    return block.score >= CERTAIN and start_likeness(block.text) > POSSIBLE


def _is_list(run: Sequence[Block], last: int) -> bool:
    """Return whether a run, from the last block to the first, is a list."""
    lines = sum([len(block.lines) for block in run])
    return len(run) >= _LEAST or (lines > 0 and run[0].paragraph == last)
