"""Where a Markdown text has its reference list."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import ReferenceList
from loccit.essays.formats.markdown.blocks import Block, BlockStructure
from loccit.essays.text_file import TextFile
from loccit.model import Place, Problem, Span

_REFS = regex(
    r":::+[^\n]*\{[^\n}]*#refs(?![\w:.-])|<div\b[^>]*\bid\s*=\s*[\"']?refs[\"'\s>]",
    re.IGNORECASE,
)
_FENCE = regex(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_ATTRIBUTES = regex(r"\s*\{[^{}\n]*\}\s*\Z")
_BOLD = regex(r"(\*\*|__)(?=\S)([^*_\n]+?)\1:?\s*\Z")
_MARKS = regex(r"[*_`#]+|^\s*\d+(?:\.\d+)*\.?\s+|:\s*\Z")


def find_reference_list(
    structure: BlockStructure, headings: Collection[str], file: TextFile
) -> ReferenceList:
    """Find the place of the reference list."""
    found = _in_div(structure) or _under_heading(structure, headings)
    if found is None:
        end = len(file.text)
        level = _section_level(structure)
        found = ReferenceList("none", Span(end, end), end, level=level)
    fence = _unclosed_fence(structure, found.span.end)
    if fence is None:
        return found
    return replace(found, problems=(_unclosed(file.place(fence)),))


def _unclosed_fence(structure: BlockStructure, end: int) -> int | None:
    """Find a fence of code before `end` that nothing closes: to pandoc it is text, to
    most other programs code.
    """
    text, mapped = structure.mapped.text, structure.mapped
    for block in structure.blocks:
        if block.kind != "paragraph":
            continue
        fence = _FENCE.search(text, block.start, block.end)
        if not fence or fence[1] in text[fence.end() : block.end]:
            continue
        place = mapped.origin(fence.start(1))
        return place if place < end else None
    return None


def _unclosed(place: Place) -> Problem:
    return Problem(
        "unclosed-fence",
        "This fence of code is never closed; most programs take all that follows for "
        "code, the references too.",
        place,
        advice="Close it with the same marks on a line of their own.",
    )


def _section_level(structure: BlockStructure) -> int:
    """The level of the essay's sections: the highest there is, but for that of a title
    above them all.
    """
    headings = [block for block in structure.blocks if block.kind == "heading"]
    levels = [
        _level(structure.mapped.text[block.start : block.end]) for block in headings
    ]
    if not levels or levels.count(min(levels)) > 1 or levels[0] > min(levels):
        return min(levels, default=1)
    return min(
        levels[1:],
        default=levels[0] + 1 if headings[0] is structure.blocks[0] else levels[0],
    )


def _level(heading: str) -> int:
    """The level of an ATX heading, or of a setext one by what underlines it."""
    marks = len(heading) - len(heading.lstrip("#"))
    return marks or (1 if heading.rstrip().endswith("=") else 2)


def _in_div(structure: BlockStructure) -> ReferenceList | None:
    """Inside `::: {#refs}` or `<div id="refs">`."""
    text, blocks = structure.mapped.text, structure.blocks
    for index, block in enumerate(blocks):
        if block.kind == "open" and _REFS.match(text, block.start, block.end):
            depth, last = 1, index
            while depth and last + 1 < len(blocks):
                last += 1
                depth += {"open": 1, "close": -1}.get(blocks[last].kind, 0)
            inside = blocks[index + 1 : last if depth == 0 else last + 1]
            above = (
                blocks[index - 1]
                if index and blocks[index - 1].kind == "heading"
                else block
            )
            return _list("div", structure, above.start, inside, _line_end(text, block))
    return None


def _under_heading(
    structure: BlockStructure, headings: Collection[str]
) -> ReferenceList | None:
    """Under the last heading, where it is one of `headings`; notes and link definitions
    may follow the list.
    """
    text, blocks = structure.mapped.text, structure.blocks
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        words = _heading_words(text, block)
        if words and words in headings:
            inside = blocks[index + 1 :]
            while inside and inside[-1].kind in ("note", "definition"):
                inside = inside[:-1]
            return _list(
                "heading", structure, block.start, inside, _line_end(text, block)
            )
        if words and block.kind == "heading":
            return _empty_section(structure, headings)
    return None


def _empty_section(
    structure: BlockStructure, headings: Collection[str]
) -> ReferenceList | None:
    """Under a heading that is one of `headings` with nothing before the next heading:
    it waits for the list.
    """
    text, blocks = structure.mapped.text, structure.blocks
    for block, following in itertools.pairwise(blocks):
        if (
            block.kind == following.kind == "heading"
            and _heading_words(text, block) in headings
        ):
            return _list("heading", structure, block.start, [], _line_end(text, block))
    return None


def _heading_words(text: str, block: Block) -> str:
    """What a heading says, casefolded; a paragraph that is bold throughout may be one."""
    source = text[block.start : block.end].strip()
    if block.kind == "heading":
        source = _ATTRIBUTES.sub("", source.split("\n")[0])
        return _MARKS.sub("", _MARKS.sub("", source.strip("# \t"))).strip().casefold()
    bold = _BOLD.match(source) if block.kind == "paragraph" else None
    return bold[2].strip().removesuffix(":").strip().casefold() if bold else ""


def _line_end(text: str, block: Block) -> int:
    """The end of a heading or fence, without its line ending."""
    return block.start + len(text[block.start : block.end].rstrip())


def _list(
    kind: str, structure: BlockStructure, start: int, blocks: list[Block], empty: int
) -> ReferenceList:
    """The blocks of a section from `start` on as entries; a div among them is one
    entry.  Without any, they go where it is `empty`.
    """
    entries: list[Span] = []
    depth = opened = 0
    for block in blocks:
        if block.kind == "open":
            opened = opened if depth else block.start
            depth += 1
        elif block.kind == "close":
            depth -= 1
            if depth == 0:
                entries.append(_span(structure, opened, block.end))
        elif depth == 0 and block.kind in ("paragraph", "item", "other"):
            entries.append(_span(structure, block.start, block.end))
    mapped = structure.mapped
    place = mapped.span(empty, empty) if empty < len(mapped.text) else _end(structure)
    span = Span(entries[0].start, entries[-1].end) if entries else place
    return ReferenceList(
        "div" if kind == "div" else "heading",
        span,
        mapped.origin(start),
        tuple(entries),
    )


def _end(structure: BlockStructure) -> Span:
    length = len(structure.mapped.text)
    end = (
        structure.mapped.span(length - 1, length).end
        if length
        else structure.mapped.origin(0)
    )
    return Span(end, end)


def _span(structure: BlockStructure, start: int, end: int) -> Span:
    source = structure.mapped.text[start:end]
    left = start + len(source) - len(source.lstrip())
    return structure.mapped.span(left, max(left, start + len(source.rstrip())))
