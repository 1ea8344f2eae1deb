"""Lists without a heading of their own: the last run of paragraphs that surely are
references.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from loccit.essays.paragraph import Paragraph
from loccit.recognize.source_list.blocks import (
    Block,
    begins_as_entry,
    blocks_of,
    is_prose,
)
from loccit.recognize.source_list.cited import is_cited
from loccit.recognize.source_list.evidence import (
    CERTAIN,
    LIKELY,
    POSSIBLE,
    start_likeness,
)
from loccit.recognize.source_list.lines import Stretch, lines_of

#: So many sure entries make a list; at the end of an essay one does.
_LEAST = 2
#: The least likeness of that one: a name that is surely one, and a year.
_LEAST_ALONE = 2.5
_READ = 400


def unheaded_blocks(
    paragraphs: Sequence[Paragraph], skipped: Collection[int] = ()
) -> list[Block]:
    """Return the last run of blocks that look like references.

    Args:
        paragraphs: those of the essay.
        skipped: the indices of paragraphs that are no such list.
    """
    wholes = [
        Stretch(index, 0, len(paragraph.text))
        for index, paragraph in enumerate(paragraphs)
        if index not in skipped and paragraph.text
    ]
    for run in reversed(_runs(paragraphs, wholes)):
        is_last = run[-1].paragraph == wholes[-1].paragraph
        is_alone = is_last and start_likeness(run[0].text) >= _LEAST_ALONE
        if (is_alone or len(run) >= _LEAST) and _belongs(run, paragraphs):
            return run
    return []


def _runs(
    paragraphs: Sequence[Paragraph], wholes: Sequence[Stretch]
) -> list[list[Block]]:
    """Return the runs of sure entries, with likely ones between them."""
    runs: list[list[Block]] = []
    run: list[Block] = []
    likely: list[Block] = []
    for whole in wholes:
        # Most paragraphs are prose: a look at how they begin is enough.
        if not run and not _may_begin(paragraphs, whole):
            continue
        block = next(blocks_of(paragraphs, [whole]), None)
        if block and _is_sure(block):
            run += [*likely, block] if run else [block]
            likely = []
        elif block and run and _may_be_between(block, run[-1]):
            likely.append(block)
        else:
            runs += [_with_last(run, likely)] if run else []
            run, likely = [], []
    return [*runs, _with_last(run, likely)] if run else runs


def _with_last(run: list[Block], likely: Sequence[Block]) -> list[Block]:
    """Return a run with the likely entries below it, up to the first that begins as no
    entry does.
    """
    return [*run, *takewhile(begins_as_entry, likely)] if len(run) > _LEAST else run


def _may_begin(paragraphs: Sequence[Paragraph], whole: Stretch) -> bool:
    """Return whether a paragraph begins with names and a year."""
    line = next(lines_of(paragraphs, whole), None)
    if line is None:
        return False
    text = paragraphs[line.paragraph].text
    return start_likeness(text[line.start : line.start + _READ]) > POSSIBLE


def _is_sure(block: Block) -> bool:
    if block.is_heading or block.is_cell:
        return False
    return block.score >= CERTAIN and start_likeness(block.text) > POSSIBLE


def _may_be_between(block: Block, above: Block) -> bool:
    if block.is_heading or block.is_cell or is_prose(block):
        return False
    return block.score >= LIKELY and block.is_item == above.is_item


def _belongs(run: Sequence[Block], paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether a run is of cited works: below a heading that says something else
    it may be of an author's own.
    """
    first = run[0].paragraph
    if not first or paragraphs[first - 1].kind != "heading":
        return True
    return is_cited(run, paragraphs)
