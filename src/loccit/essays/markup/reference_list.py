"""Find where the reference list of an essay is or goes, among its blocks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from loccit._startup.regex import regex
from loccit.essays.document import ReferenceList
from loccit.essays.mapped_text import MappedText
from loccit.essays.markup.block import Block
from loccit.model import Span

#: A number before the words of a heading, and a colon after them.
_NO_WORDS = regex(r"^\s*\d+(?:\.\d+)*\.?\s+|\s*:?\s*\Z")
_LISTED = ("paragraph", "item", "other")


def find_reference_list(
    blocks: Sequence[Block], mapped: MappedText, headings: Collection[str]
) -> ReferenceList:
    """Find the place of the list: under the last heading, if it is one of `headings`,
    under one with nothing under it, or where a command prints the list.

    Args:
        blocks: those of the essay, in order.
        mapped: the text that they are in.
        headings: what heads a list, casefolded.
    """
    finder = _Finder(blocks, mapped, headings)
    return finder.under_heading() or finder.at_command() or finder.at_end()


class _Finder:
    def __init__(
        self, blocks: Sequence[Block], mapped: MappedText, headings: Collection[str]
    ) -> None:
        self._blocks = blocks
        self._mapped = mapped
        self._headings = headings
        self._titles = [
            number for number, block in enumerate(blocks) if block.kind == "heading"
        ]

    def under_heading(self) -> ReferenceList | None:
        """Find the last heading of a list, with entries if it is the last of all."""
        for title in reversed(self._titles):
            if not self._is_title(self._blocks[title]):
                continue
            inside = self._inside(title)
            is_empty = all(block.kind == "printed" for block in inside)
            if title == self._titles[-1] or is_empty:
                return self._list(self._blocks[title], inside)
        return None

    def at_command(self) -> ReferenceList | None:
        """Find the last command that prints the list."""
        printed = [block for block in self._blocks if block.kind == "printed"]
        if not printed:
            return None
        command = self._span(printed[-1])
        place = Span(command.start, command.start)
        return ReferenceList(
            "none", place, command.start, level=self._level(), command=command
        )

    def at_end(self) -> ReferenceList:
        """Return the end of the essay."""
        end = self._mapped.origin(len(self._mapped.text))
        return ReferenceList("none", Span(end, end), end, level=self._level())

    def _inside(self, title: int) -> list[Block]:
        """Return the blocks under a heading, without footnotes."""
        after = self._blocks[title + 1 :]
        inside = takewhile(lambda block: block.kind != "heading", after)
        return [block for block in inside if block.kind != "note"]

    def _list(self, heading: Block, inside: Sequence[Block]) -> ReferenceList:
        entries = [
            self._span(block)
            for block in inside
            if block.kind in _LISTED and block.content
        ]
        printed = [self._span(block) for block in inside if block.kind == "printed"]
        end = self._span(heading).end
        place = Span(end, end)
        if entries:
            place = Span(entries[0].start, entries[-1].end)
        elif printed:
            place = Span(printed[0].start, printed[0].start)
        return ReferenceList(
            "heading",
            place,
            self._span(heading).start,
            tuple(entries),
            command=printed[0] if printed and not entries else None,
        )

    def _is_title(self, block: Block) -> bool:
        words = "".join(self._mapped.text[start:end] for start, end in block.content)
        return _NO_WORDS.sub("", words).strip().casefold() in self._headings

    def _level(self) -> int:
        """Return the level of the essay's sections: that of most headings but a title."""
        levels = [self._blocks[title].level for title in self._titles]
        if len(levels) > 1 and levels.count(levels[0]) == 1 and levels[0] < levels[1]:
            return levels[1]
        return min(levels, default=1)

    def _span(self, block: Block) -> Span:
        return self._mapped.span(block.start, block.end)
