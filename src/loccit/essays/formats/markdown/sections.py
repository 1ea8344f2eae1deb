"""Find where a Markdown text has its reference list."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile
from typing import Literal

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import ReferenceList
from loccit.essays.formats.markdown.blocks import Block, BlockStructure
from loccit.essays.text_file import EssayFile
from loccit.model import Place, Problem, Span

#: `::: {#refs}` or `<div id="refs">`.
_REFS = regex(
    r":::+[^\n]*\{[^\n}]*#refs(?![\w:.-])|<div\b[^>]*\bid\s*=\s*[\"']?refs[\"'\s>]",
    re.IGNORECASE,
)
#: Where BibLaTeX, BibTeX and others print the list.
_PRINTED = regex(
    r"\\(?:printbibliography|printbibheading|bibliography|printreferences)\b"
)
#: Where MyST and Jekyll print it; what Liquid prints names no files.
_DIRECTIVE = regex(r"(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?:foot)?bibliography\}")
_LIQUID = regex(r"\s*\{%-?\s*bibliography\b[^\n]*?%\}\s*\Z")
_FENCE = regex(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_ATTRIBUTES = regex(r"\s*\{[^{}\n]*\}\s*\Z")
_BOLD = regex(r"(\*\*|__)(?=\S)([^*_\n]+?)\1:?\s*\Z")
#: Emphasis, a number before the words, and a colon after them.
_NO_WORDS = regex(r"[*_`#]+|^\s*\d+(?:\.\d+)*\.?\s+|:\s*\Z")

_LISTED = ("paragraph", "item", "other")


def find_reference_list(
    structure: BlockStructure, headings: Collection[str], file: EssayFile
) -> ReferenceList:
    """Find the place of the reference list.

    Args:
        structure: the blocks of the text.
        headings: what heads a list, casefolded.
        file: the file that the text is read from.
    """
    finder = _Finder(structure)
    found = finder.in_div() or finder.under_heading(headings) or finder.before_tex()
    found = found or finder.at_command()
    if found is None:
        end = len(file.text)
        level = finder.section_level()
        found = ReferenceList("none", Span(end, end), end, level=level)
    fence = finder.unclosed_fence(found.span.end)
    if fence is None:
        return found
    return replace(found, problems=(_unclosed(file.place(fence)),))


class _Finder:
    """Looks through the blocks of a document."""

    def __init__(self, structure: BlockStructure) -> None:
        self._mapped = structure.mapped
        self._text = structure.mapped.text
        self._blocks = [block for block in structure.blocks if block.kind != "metadata"]

    def in_div(self) -> ReferenceList | None:
        """Find the list inside `::: {#refs}` or `<div id="refs">`."""
        for index, block in enumerate(self._blocks):
            if block.kind == "open" and _REFS.match(self._text, block.start, block.end):
                inside = self._inside(index)
                heading = self._blocks[index - 1] if index else block
                first = heading if heading.kind == "heading" else block
                opening, inside = _after_heading(block, inside)
                return self._list("div", first, opening, inside)
        return None

    def before_tex(self) -> ReferenceList | None:
        """Find where LaTeX prints a bibliography: the list goes before that."""
        for block in self._blocks:
            if block.kind == "raw" and _PRINTED.match(self._text, block.start):
                start = self._mapped.origin(block.start)
                level = self.section_level()
                return ReferenceList("none", Span(start, start), start, level=level)
        return None

    def _inside(self, opening: int) -> Sequence[Block]:
        """Return the blocks in the div that the block of this number opens."""
        depth = 1
        for index in range(opening + 1, len(self._blocks)):
            kind = self._blocks[index].kind
            if kind == "open":
                depth += 1
            elif kind == "close":
                depth -= 1
            if not depth:
                return self._blocks[opening + 1 : index]
        return self._blocks[opening + 1 :]

    def under_heading(self, headings: Collection[str]) -> ReferenceList | None:
        """Find the list under the last heading, if it is one of `headings`; notes and
        link definitions may follow the list.
        """
        for index in range(len(self._blocks) - 1, -1, -1):
            block = self._blocks[index]
            words = self._heading_words(block)
            if words and words in headings:
                inside = self._blocks[index + 1 :]
                while inside and inside[-1].kind in ("note", "definition"):
                    inside = inside[:-1]
                return self._under(block, inside)
            if words and block.kind == "heading":
                return self._empty_section(headings)
        return None

    def _under(self, heading: Block, inside: Sequence[Block]) -> ReferenceList:
        """Return the list under a heading; a command that prints one is no entry."""
        commands = [block for block in inside if self._is_command(block)]
        others = [block for block in inside if block not in commands]
        found = self._list("heading", heading, heading, others)
        if not commands or found.entries or not self._is_liquid(commands[0]):
            return found
        return replace(found, command=self._span(commands[0].start, commands[0].end))

    def at_command(self) -> ReferenceList | None:
        """Find where MyST or Jekyll prints a list: it goes before the directive, which
        names files, and instead of the command of Liquid.
        """
        for block in reversed(self._blocks):
            if self._is_command(block):
                place = self._span(block.start, block.end)
                start = Span(place.start, place.start)
                level = self.section_level()
                command = place if self._is_liquid(block) else None
                return ReferenceList(
                    "none", start, place.start, level=level, command=command
                )
        return None

    def _is_command(self, block: Block) -> bool:
        if block.kind not in ("other", "paragraph"):
            return False
        is_directive = _DIRECTIVE.match(self._source(block).lstrip())
        return bool(is_directive) or self._is_liquid(block)

    def _is_liquid(self, block: Block) -> bool:
        return bool(_LIQUID.match(self._text, block.start, block.end))

    def _empty_section(self, headings: Collection[str]) -> ReferenceList | None:
        """Find a heading that is one of `headings` with nothing before the next one: it
        waits for the list.
        """
        for block, following in pairwise(self._blocks):
            if block.kind != "heading" or following.kind != "heading":
                continue
            if self._heading_words(block) in headings:
                return self._list("heading", block, block, [])
        return None

    def _heading_words(self, block: Block) -> str:
        """Return the words of a heading, casefolded, or of a paragraph that is bold
        throughout.
        """
        source = self._source(block).strip()
        if block.kind == "heading":
            line = _ATTRIBUTES.sub("", source.split("\n")[0])
            words = _NO_WORDS.sub("", line.strip().strip("# \t"))
            return _NO_WORDS.sub("", words).strip().casefold()
        bold = _BOLD.match(source) if block.kind == "paragraph" else None
        return bold[2].strip().removesuffix(":").strip().casefold() if bold else ""

    def section_level(self) -> int:
        """Return the level of the sections: the highest one, except that of a title
        above them all.
        """
        headings = [block for block in self._blocks if block.kind == "heading"]
        levels = [_level(self._source(block)) for block in headings]
        highest = min(levels, default=1)
        if not levels or levels[0] != highest or levels.count(highest) > 1:
            return highest
        if len(levels) > 1:
            return min(levels[1:])
        is_title = headings[0] is self._blocks[0]
        return highest + 1 if is_title else highest

    def unclosed_fence(self, end: int) -> int | None:
        """Find a fence of code before `end` that nothing closes: to pandoc it is text,
        to most other programs code.
        """
        for block in self._blocks:
            if block.kind != "paragraph":
                continue
            fence = _FENCE.search(self._text, block.start, block.end)
            if not fence or fence[1] in self._text[fence.end() : block.end]:
                continue
            place = self._mapped.origin(fence.start(1))
            return place if place < end else None
        return None

    def _list(
        self,
        kind: Literal["heading", "div"],
        first: Block,
        opening: Block,
        blocks: Sequence[Block],
    ) -> ReferenceList:
        """Return the list of some blocks.

        Args:
            first: the block with which its section begins.
            opening: the heading or fence that entries follow.
            blocks: the entries, if there are any.
        """
        for block in takewhile(self._sets_layout, blocks):
            opening = block
        entries = self._entries(blocks)
        if entries:
            span = Span(entries[0].start, entries[-1].end)
        else:
            span = self._after(opening)
        start = self._mapped.origin(first.start)
        return ReferenceList(kind, span, start, tuple(entries))

    def _sets_layout(self, block: Block) -> bool:
        """Return whether a block is TeX for what follows, such as `\\setlength`."""
        if block.kind != "raw":
            return False
        return not self._text.startswith("\\end", block.start)

    def _entries(self, blocks: Sequence[Block]) -> list[Span]:
        """Return blocks as entries; a div among them is one."""
        entries: list[Span] = []
        depth, opened = 0, 0
        for block in blocks:
            if block.kind == "open":
                opened = opened if depth else block.start
                depth += 1
            elif block.kind == "close":
                depth -= 1
                if not depth:
                    entries.append(self._span(opened, block.end))
            elif not depth and block.kind in _LISTED:
                entries.append(self._span(block.start, block.end))
        return entries

    def _after(self, block: Block) -> Span:
        """Return the empty span at the end of a heading or fence."""
        end = block.start + len(self._source(block).rstrip())
        return self._mapped.span(end, end)

    def _span(self, start: int, end: int) -> Span:
        """Return a stretch without the white space around it."""
        source = self._text[start:end]
        first = start + len(source) - len(source.lstrip())
        return self._mapped.span(first, max(first, start + len(source.rstrip())))

    def _source(self, block: Block) -> str:
        return self._text[block.start : block.end]


def _after_heading(
    opening: Block, inside: Sequence[Block]
) -> tuple[Block, Sequence[Block]]:
    """Return what opens the list in a div, and the blocks after that: the list follows a
    heading in it.
    """
    for index in range(len(inside) - 1, -1, -1):
        if inside[index].kind == "heading":
            return inside[index], inside[index + 1 :]
    return opening, inside


def _level(heading: str) -> int:
    """Return the level of a heading, by its number signs or by what underlines it."""
    signs = len(heading) - len(heading.lstrip("#"))
    return signs or (1 if heading.rstrip().endswith("=") else 2)


def _unclosed(place: Place) -> Problem:
    return Problem(
        "unclosed-fence",
        "This fence of code is never closed; most programs take all that follows for "
        "code, the references too.",
        place,
        advice="Close it with the same marks on a line of their own.",
    )
