"""The section of a list: where it ends, and which of its blocks are entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.recognize.source_list.blocks import (
    LONG_SENTENCES,
    Block,
    begins_as_entry,
    begins_small,
    blocks_of,
    is_complete,
    is_navigation,
    is_prose,
    is_remark,
    is_sub_heading,
    is_title,
)
from loccit.recognize.source_list.evidence import (
    CERTAIN,
    LIKELY,
    POSSIBLE,
    is_address,
    start_likeness,
)
from loccit.recognize.source_list.headings import ListHeading
from loccit.recognize.source_list.lines import Stretch, is_year

#: How many blocks in a row may be no entries and yet be in the list: annotations.
_MOST_OTHERS = 3
#: A list is annotated if prose follows one entry in so many.
_ANNOTATED = 3
_LEAST_ADDRESSES = 2
#: The least likeness of a paragraph at the end of a list: more than a link.
_LEAST_AFTER = 1.5
#: So many numbers may be missing in a list.
_MOST_LEFT_OUT = 20
#: The year or page at the end of an entry.
_LONE_NUMBER = regex(r"\d+[.)]")
#: Ends of a line that leave it open.
_OPEN_ENDS = (",", "&", ":", ";", "-", "–")


def section_blocks(
    paragraphs: Sequence[Paragraph],
    heading: ListHeading,
    following: ListHeading | None,
) -> list[Block]:
    """Return the entries below a heading.

    Args:
        paragraphs: those of the essay.
        heading: the heading.
        following: the next one of a list, at which the section ends at the latest.
    """
    blocks = [*blocks_of(paragraphs, _stretches(paragraphs, heading, following))]
    if heading.is_inline and not (blocks and blocks[0].score >= CERTAIN):
        return []
    if not (heading.is_sure or _mostly_likely(blocks)):
        return []
    return entry_blocks(blocks)


def _mostly_likely(blocks: Sequence[Block]) -> bool:
    likely = [block for block in blocks if block.score >= LIKELY]
    return 2 * len(likely) > len(blocks)


def _stretches(
    paragraphs: Sequence[Paragraph],
    heading: ListHeading,
    following: ListHeading | None,
) -> Iterator[Stretch]:
    """Yield the stretches of a section, up to the next heading that is not below this
    one.
    """
    part, start = paragraphs[heading.paragraph].part, heading.end
    for index in range(heading.paragraph, len(paragraphs)):
        paragraph = paragraphs[index]
        is_level = paragraph.level <= (heading.level or 0)
        is_after = index > heading.paragraph and paragraph.kind == "heading"
        if paragraph.part != part or (is_after and is_level):
            return
        if following and index == following.paragraph:
            yield Stretch(index, start, following.start)
            return
        yield Stretch(index, start, len(paragraph.text))
        start = 0


def entry_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Return those of some blocks that are entries, up to where the list ends."""
    if any(block.score >= LIKELY for block in blocks):
        return _with_evidence(blocks, LIKELY)
    if any(block.score >= POSSIBLE for block in blocks):
        return _with_evidence(blocks, POSSIBLE)
    return _titles(blocks)


def _with_evidence(blocks: Sequence[Block], least: float) -> list[Block]:
    """Return the entries of a list in which some blocks surely are entries."""
    blocks = _with_addresses(_with_open_ends(_with_numbers_inside(blocks)))
    likely = [block for block in blocks if block.score >= least]
    are_items = 2 * len([block for block in likely if block.is_item]) > len(likely)
    is_annotated = _is_annotated(blocks[: blocks.index(likely[-1])], len(likely))
    kept: list[Block] = []
    others: list[Block] = []
    for block in blocks:
        is_entry = _is_entry(block, least, are_items=are_items and not others)
        if block.continues or (
            is_entry and (begins_as_entry(block) or not is_annotated)
        ):
            kept += _between(others, kept, is_annotated=is_annotated)
            kept.append(_joined(block, kept))
            others = []
        elif not block.is_cell:
            others.append(block)
        if len([other for other in others if other.score < POSSIBLE]) > _MOST_OTHERS:
            break
    return [*kept, *_last(others, kept)] if kept else []


def _is_annotated(blocks: Sequence[Block], entries: int) -> bool:
    """Return whether prose follows many of the entries."""
    prose = [block for block in blocks if is_prose(block)]
    return _ANNOTATED * len(prose) > entries


def _with_numbers_inside(blocks: Sequence[Block]) -> list[Block]:
    """Note which numbered items go on with the item above: a line of a wrapped entry may
    begin with its year or volume.
    """
    joined = [*blocks[:1]]
    number = blocks[0].lines[0].number if blocks else None
    for above, block in pairwise(blocks):
        own = block.lines[0].number
        is_lone = _LONE_NUMBER.fullmatch(block.text) is not None
        is_open = not is_complete(above.text)
        continues = is_lone and is_open
        if above.is_item and own is not None:
            is_first = number is None and own > 1
            continues = (is_first and is_open) or _is_far(own, number or 0)
        continues = continues or _is_definition(above, block)
        joined.append(block._replace(continues=continues))
        number = number if continues or own is None else own
    return joined


def _is_far(number: int, above: int) -> bool:
    """Return whether a number does not go on with those of the items above."""
    return number > above + _MOST_LEFT_OUT and not is_year(above, None)


def _is_definition(above: Block, block: Block) -> bool:
    """Return whether names and a year are defined by a title."""
    is_inside = above.is_item or above.is_in_item
    is_term = above.score >= LIKELY and not (is_inside or is_sub_heading(above))
    return is_term and block.is_in_item and start_likeness(block.text) < POSSIBLE


def _with_open_ends(blocks: Sequence[Block]) -> list[Block]:
    """Note which blocks go on with an open line above, in a list with blank lines
    between the lines of its entries: some begin with small letters.
    """
    if not any(_is_second_half(above, block) for above, block in pairwise(blocks)):
        return [*blocks]
    joined = [*blocks[:1]]
    for above, block in pairwise(blocks):
        is_open = above.score >= POSSIBLE and not is_complete(above.text)
        is_own = block.is_item or block.is_heading or block.is_cell
        is_new = is_own or begins_as_entry(block)
        goes_on = is_open and (not is_new or _are_names_alone(above, block))
        joined.append(block._replace(continues=block.continues or goes_on))
    return joined


def _are_names_alone(above: Block, block: Block) -> bool:
    """Return whether a block has more of the names that the one above begins with."""
    is_plain = not (block.is_item or block.is_heading)
    return is_plain and above.score < LIKELY and above.text.endswith(_OPEN_ENDS)


def _is_second_half(above: Block, block: Block) -> bool:
    return (
        begins_small(block.text)
        and above.score >= POSSIBLE
        and not (above.is_item or block.is_item or is_complete(above.text))
    )


def _with_addresses(blocks: Sequence[Block]) -> list[Block]:
    """Note which addresses go on with the reference above them: in a list where each
    address has a paragraph of its own.
    """
    joined = [*blocks[:1]]
    for above, block in pairwise(blocks):
        alone = is_address(block.text) and not is_address(above.text)
        is_bare = alone and " " not in block.text and not block.is_item
        continues = is_bare and above.score >= LIKELY
        joined.append(block._replace(continues=block.continues or continues))
    addresses = [block for block in blocks if is_address(block.text)]
    below = [block for block in joined if block.continues and is_address(block.text)]
    return joined if len(addresses) == len(below) >= _LEAST_ADDRESSES else [*blocks]


def _is_entry(block: Block, least: float, *, are_items: bool) -> bool:
    if block.is_heading or is_remark(block):
        return False
    if block.is_cell and block.score == start_likeness(block.text):  # names alone
        return False
    if block.score >= least:
        return True
    return are_items and block.is_item and not is_prose(block)


def _between(
    others: Sequence[Block], kept: Sequence[Block], *, is_annotated: bool
) -> Iterator[Block]:
    """Yield the entries among blocks that are surely in the list, but may be headings
    or annotations.
    """
    for block in others:
        if is_sub_heading(block):
            continue
        if is_prose(block) and (is_annotated or len(block.text) > LONG_SENTENCES):
            continue
        is_named = is_title(block) and (block.is_item or block.score > 0)
        is_set_apart = begins_as_entry(block) or is_named
        if kept or block.score >= POSSIBLE or is_set_apart:
            yield _joined(block, kept)


def _last(others: Sequence[Block], kept: Sequence[Block]) -> Iterator[Block]:
    """Yield the entries among the last blocks of a section, after the last sure one;
    mere titles only in a list that has others.
    """
    are_loose = any(block.score < POSSIBLE for block in kept)
    least = POSSIBLE if kept[-1].is_item else _LEAST_AFTER
    for block in others:
        joined = _joined(block, kept)
        may_be = block.score >= least or (are_loose and is_title(block))
        if not (may_be or joined.continues) or _is_outside(block):
            return
        if block.is_item != kept[-1].is_item and not joined.continues:
            return
        yield joined


def _is_outside(block: Block) -> bool:
    is_about_essay = is_remark(block) or is_navigation(block)
    return is_sub_heading(block) or is_prose(block) or is_about_essay


def _joined(block: Block, kept: Sequence[Block]) -> Block:
    """Note whether a block goes on with the entry above it."""
    if not kept or block.is_item or block.is_cell or block.continues:
        return block
    is_sure = block.score >= LIKELY and start_likeness(block.text) >= POSSIBLE
    above = kept[-1]
    if above.lines and not is_sure and _is_open(above, block):
        return block._replace(continues=True)
    return block


def _is_open(above: Block, block: Block) -> bool:
    if above.text.endswith(_OPEN_ENDS) and above.score < CERTAIN:
        return True
    return begins_small(block.text)


def _titles(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a list of mere titles, which end where the layout changes."""
    titles: list[Block] = []
    for block in blocks:
        if titles and block.is_item != titles[0].is_item:
            break
        is_named = is_title(block) or (block.is_item and block.score > 0)
        if not is_named or is_prose(block):
            break
        titles.append(block)
    return titles
