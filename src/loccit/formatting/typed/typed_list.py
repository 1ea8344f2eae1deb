"""Put the right list in the place of a typed one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays import Essay
from loccit.essays.document import EntryStretch
from loccit.formatting.typed.read import TypedParts
from loccit.model import Edit, Problem, Span
from loccit.output import Entry, Output, plain_text
from loccit.recognize import TypedList

#: Signs before the first word of an entry, and an article that does not count.
_BEFORE_WORD = regex(
    r"[^\w]*(?:\[?\d{1,4}[\].)]+\s+)?[^\w]*(?:(?:the|an?)\s+)?", re.IGNORECASE
)


_NUMBER = regex(r"\A(?:\d{1,4}\\?[.)]|\\?[\[(〔]\d{1,4}\\?[\])〕])\s+")


class Block(NamedTuple):
    """An entry of the new list.

    Attributes:
        content: what is printed, or the place of an entry that stays as it is typed.
        said: what it says, for its place in the list.
        markup: how it is written.
    """

    content: Entry | Span
    said: str
    markup: str = ""


class ListStyle(NamedTuple):
    """How the entries of a list are written.

    Attributes:
        output: writes them as markup.
        anchors: whether citations link to them.
        lang: the language that they are sorted in.
        is_sorted: whether the style sorts them by what they say.
    """

    output: Output
    anchors: bool
    lang: str
    is_sorted: bool


class NewList(NamedTuple):
    """The edits that replace a typed list, and what the writer should know of them."""

    edits: list[Edit]
    problems: list[Problem]


def replace_list(
    essay: Essay,
    parts: TypedParts,
    entries: Sequence[Entry],
    style: ListStyle,
    unlisted: frozenset[str],
    others: Sequence[Edit] = (),
) -> NewList:
    """Replace the entries of a typed list by those that the style prints.

    Entries whose source is not known stay as they are typed, and get their place among
    the others.  What is not an entry stays as it is.

    Args:
        essay: the essay.
        parts: what is typed in it.
        entries: what the style prints, in its order, for all that is cited or listed.
        style: how they are written.
        unlisted: the keys of entries that are in no list yet, as the format finds it.
        others: edits made already.

    Returns:
        No edits if there is no typed list, or it is right already.
    """
    typed = parts.list
    if typed is None or not typed.entries or not entries:
        return NewList([], [])
    blocks = dict(zip(_keys(entries), _blocks(entries, style), strict=True))
    stretches = essay.document.entry_stretches(
        [entry.span for entry in typed.entries], typed.part
    )
    text = essay.document.text.replace("\r\n", "\n").replace("\r", "\n")
    new = unlisted.difference(parts.keys, _likely_keys(parts))
    missing = [
        key for key, block in blocks.items() if key in new and not _is_in(text, block)
    ]
    edits: list[Edit] = []
    for stretch in stretches:
        keys = dict.fromkeys(parts.keys[number] for number in stretch.entries)
        if stretch is stretches[-1]:
            keys.update(dict.fromkeys(missing))
        known = [blocks[key] for key in blocks if key in keys]
        unknown = [*_as_typed(stretch, typed, parts.keys, blocks)]
        if not style.is_sorted:  # their numbers belong to them
            unknown = [_with_number(block, essay, typed.part) for block in unknown]
        listed = [block.content for block in _merged(known, unknown, style)]
        edits += essay.document.replace_stretch(
            stretch,
            listed,
            style.output,
            anchors=style.anchors,
            others=others,
        )
    problems: list[Problem] = []
    if missing and len(stretches) > 1:
        problems.append(_added_last(typed, len(missing), essay))
    return NewList(edits, problems)


def _keys(entries: Sequence[Entry]) -> list[str]:
    return [entry.key for entry in entries]


def _blocks(entries: Sequence[Entry], style: ListStyle) -> Iterator[Block]:
    markup = style.output.entries(entries, anchors=style.anchors)
    for block, entry in zip(markup, entries, strict=True):
        yield Block(entry, plain_text.render(entry.text), block)


def _likely_keys(parts: TypedParts) -> set[str]:
    """Return the sources that entries may be, that stay as they are typed."""
    typed = parts.list.entries if parts.list else ()
    return {
        candidate.key
        for entry, key in zip(typed, parts.keys, strict=True)
        if key is None
        for candidate in entry.candidates
        if candidate.key
    }


def _is_in(text: str, block: Block) -> bool:
    """Return whether an entry that no list finder took for one is in the essay."""
    return bool(block.markup) and _NUMBER.sub("", block.markup, count=1) in text


def _as_typed(
    stretch: EntryStretch,
    typed: TypedList,
    keys: Sequence[str | None],
    blocks: Mapping[str, Block],
) -> Iterator[Block]:
    """Yield the entries of a stretch that no source replaces."""
    for number in stretch.entries:
        if keys[number] not in blocks:
            entry = typed.entries[number]
            yield Block(entry.span, entry.text)


def _with_number(block: Block, essay: Essay, part: str) -> Block:
    """Return an entry that stays as it is typed, with its number."""
    if isinstance(block.content, Entry):
        return block
    [stretch] = essay.document.entry_stretches([block.content], part)
    return Block(stretch.span, block.said)


def _merged(
    known: Sequence[Block], unknown: Sequence[Block], style: ListStyle
) -> list[Block]:
    """Give entries that stay as they are typed their place among the others, which are
    in the order of the style; at the end where that is not the order of words.
    """
    if not style.is_sorted or not unknown:
        return [*known, *unknown]
    waiting = sorted(unknown, key=lambda block: _sort_key(block, style), reverse=True)
    merged: list[Block] = []
    for block in known:
        key = _sort_key(block, style)
        while waiting and _sort_key(waiting[-1], style) < key:
            merged.append(waiting.pop())
        merged.append(block)
    return [*merged, *reversed(waiting)]


def _sort_key(block: Block, style: ListStyle) -> csl.CollationKey:
    said = block.said
    found = _BEFORE_WORD.match(said)
    return csl.collation_key(said[found.end() :] if found else said, style.lang)


def _added_last(typed: TypedList, number: int, essay: Essay) -> Problem:
    what = "A source was" if number == 1 else f"{number} sources were"
    place = essay.place(typed.span.start, typed.part)
    return Problem(
        "typed-list-in-parts",
        f"Other text separates the entries of this list. {what} added at its end.",
        place,
        advice="Move what belongs elsewhere.",
    )
