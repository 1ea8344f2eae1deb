"""Find where an HTML text has its reference list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.document import ReferenceList
from loccit.essays.formats.html.readable import Block
from loccit.essays.formats.html.tree import BLOCKS, Element, Tree
from loccit.model import Span

#: A number before the words of a heading, and a colon after them.
_NO_WORDS = regex(r"^\s*(?:\d+(?:\.\d+)*\.?|[IVX]+\.)\s+|:\s*\Z")
#: What an entry of a list has.
_ENTRY = regex(
    r"\b(?:1[0-9]|20)\d\d[a-z]{0,2}\b|\bn\. ?d\.|https?://|>\s*(?:\[\d{1,3}\]|\d{1,3}\.)\s"
)
_LISTED = ("paragraph", "item", "cell")
#: Where the end of a text is, if it has no list; the first that a document has.
_ENDS = ("article", "main", "body")
#: What a page may have below its text.
_BELOW_TEXT = frozenset(["footer", "hr", "link", "nav", "script", "style"])
_WRAPPERS = frozenset(["div", "header", "section"])
#: The blocks that have nothing but a paragraph in them.
_PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
_BELOW_TITLE = 2
_NO_LEVEL = 7


class Heading(NamedTuple):
    """A heading, or a paragraph that is bold throughout.

    Attributes:
        number: of its paragraph.
        words: what it says, casefolded.
        level: 7 for one that has no tag of a heading.
    """

    number: int
    words: str
    level: int


class SectionFinder:
    """Looks through the paragraphs of a document."""

    def __init__(self, tree: Tree, blocks: Sequence[Block], text: str) -> None:
        self._tree = tree
        self._blocks = blocks
        self._text = text

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find the place of the reference list.

        Args:
            headings: what heads a list, casefolded.
        """
        return self._in_element() or self._under_heading(headings) or self._at_end()

    def list_element(self) -> Element | None:
        """Return the element that pandoc makes for the list."""
        for element in self._tree.elements:
            if (
                element.name not in ("a", "h1", "h2", "h3")
                and element.get("id") == "refs"
            ):
                return element
        return None

    def _in_element(self) -> ReferenceList | None:
        """Find the list in `<div id="refs">`."""
        refs = self.list_element()
        if refs is None:
            return None
        inside = [
            number
            for number, block in enumerate(self._blocks)
            if block.context.block.is_in(refs)
        ]
        entries = self._entries(
            number for number in inside if not self._is_heading(number)
        )
        first = self._heading_before(refs) or refs
        if entries:
            span = Span(entries[0].start, entries[-1].end)
        else:
            headings = [number for number in inside if self._is_heading(number)]
            place = refs.inner_start
            if headings:
                place = self._blocks[headings[-1]].context.block.end
            span = Span(place, place)
        return ReferenceList("div", span, first.start, tuple(entries))

    def _heading_before(self, element: Element) -> Element | None:
        """Return what directly precedes an element, if it is a heading."""
        before = bisect_left(self._blocks, element.start, key=block_start) - 1
        if before < 0 or not (
            self._is_heading(before) or _is_bold(self._blocks[before])
        ):
            return None
        block = self._blocks[before].context.block
        return block if block.end <= element.start else None

    def _under_heading(self, headings: Collection[str]) -> ReferenceList | None:
        """Find the list under the last heading that is one of `headings`.  Other sections
        may follow one that has entries, or waits for them.
        """
        all_headings = [*self.headings()]
        for index in range(len(all_headings) - 1, -1, -1):
            heading = all_headings[index]
            if heading.words not in headings:
                continue
            following = all_headings[index + 1 :]
            same = (each for each in following if each.level <= heading.level)
            end = next(same, None)
            found = self._section(heading, end.number if end else len(self._blocks))
            if not following or self._are_entries(found.entries):
                return found
        return None

    def _are_entries(self, spans: Sequence[Span]) -> bool:
        """Return whether most of some blocks have a year, an address or a number."""
        likely = [span for span in spans if _ENTRY.search(span.of(self._text))]
        return 2 * len(likely) >= len(spans)

    def _section(self, heading: Heading, end: int) -> ReferenceList:
        """Return the list below a heading, up to the paragraph of a number."""
        element = _alone(self._blocks[heading.number].context.block)
        around = element.parent or self._tree.root

        def may_be_listed(number: int) -> bool:
            block = self._blocks[number]
            place = block.context.block
            return place.start < around.inner_end and not _is_apart(block)

        below = takewhile(may_be_listed, range(heading.number + 1, end))
        entries = self._entries([*below])
        span = Span(element.end, element.end)
        if entries:
            span = Span(entries[0].start, entries[-1].end)
        return ReferenceList("heading", span, _first(element).start, tuple(entries))

    def _at_end(self) -> ReferenceList:
        """Return the place of a new list: the end of the text."""
        place = self._end_of_text()
        return ReferenceList("none", Span(place, place), place, level=self._level())

    def _end_of_text(self) -> int:
        """Return where the text ends: before the footnotes, and what a page has below."""
        around = self._tree.root
        for name in _ENDS:
            found = [each for each in self._tree.elements if each.name == name]
            if len(found) == 1:
                around = found[0]
                break
        end = self._without_space(around.inner_end, around)
        last = {each.end: each for each in self._tree.elements if each.parent is around}
        while end in last and self._follows_text(last[end]):
            end = self._without_space(last[end].start, around)
        return end

    def _without_space(self, end: int, around: Element) -> int:
        while end > around.inner_start and self._text[end - 1].isspace():
            end -= 1
        return end

    def _follows_text(self, element: Element) -> bool:
        """Return whether an element at the end is no part of the text, or has notes."""
        if element.name in _BELOW_TEXT:
            return True
        first = bisect_left(self._blocks, element.start, key=block_start)
        last = bisect_left(self._blocks, element.end, key=block_start)
        inside = self._blocks[first:last]
        return bool(inside) and all(block.context.note for block in inside)

    def _level(self) -> int:
        """Return the level of the sections: the highest one, except that of the title."""
        levels = [each.level for each in self.headings() if each.level < _NO_LEVEL]
        if not levels:
            return _BELOW_TITLE
        highest = min(levels)
        below = [level for level in levels if level > highest]
        if levels.count(highest) > 1:
            return highest
        return min(below, default=highest + 1)

    def headings(self) -> Iterator[Heading]:
        """Yield the headings of the text."""
        for number, block in enumerate(self._blocks):
            paragraph = block.paragraph
            level = paragraph.level if paragraph.kind == "heading" else _NO_LEVEL
            if level == _NO_LEVEL and not _is_bold(block):
                continue
            words = _NO_WORDS.sub("", paragraph.text)
            words = _NO_WORDS.sub("", words).strip().casefold()
            if words:
                yield Heading(number, words, level)

    def _is_heading(self, number: int) -> bool:
        return self._blocks[number].paragraph.kind == "heading"

    # Entries

    def _entries(self, numbers: Iterator[int] | Sequence[int]) -> list[Span]:
        """Return the blocks of paragraphs as entries."""
        found: list[Span] = []
        for number in numbers:
            block = self._blocks[number]
            if block.paragraph.kind not in _LISTED:
                continue
            element = entry_element(block.context.block)
            span = Span(element.start, element.end)
            if element is self._tree.root or element.name not in BLOCKS:
                span = block.paragraph.span(0, len(block.paragraph.text))
            if not found or span.start >= found[-1].end:
                found.append(span)
        return found


def entry_element(block: Element) -> Element:
    """Return the element of an entry: `csl-entry` around its blocks, or an item."""
    for element in (block, *block.ancestors()):
        if "csl-entry" in element.classes or element.name == "li":
            return element
    return block


def _first(heading: Element) -> Element:
    """Return the section that begins with a heading; else the heading."""
    found = heading
    for element in heading.ancestors():
        if element.name not in _WRAPPERS:
            break
        if heading.text[element.inner_start : found.start].strip():
            break
        found = element
    return found


def _alone(heading: Element) -> Element:
    """Return what has nothing but a heading in it; else the heading."""
    found = heading
    for element in heading.ancestors():
        is_alone = _first(found) is not found and not (
            heading.text[found.end : element.inner_end].strip()
        )
        if element.name not in _WRAPPERS or not is_alone:
            break
        found = element
    return found


def _is_apart(block: Block) -> bool:
    """Return whether a paragraph is a note, or below all text."""
    if block.context.note:
        return True
    element = block.context.block
    return any(each.name in _BELOW_TEXT for each in (element, *element.ancestors()))


def block_start(block: Block) -> int:
    """Return where the text of a paragraph begins."""
    return block.paragraph.mapped.origins[0]


def _is_bold(block: Block) -> bool:
    """Return whether a paragraph is bold throughout, as headings of word processors
    are.
    """
    paragraph = block.paragraph
    if paragraph.kind != "paragraph" or block.context.block.name not in (
        *_PARAGRAPHS,
        "div",
    ):
        return False
    length = len(paragraph.text)
    bold = [mark for mark in paragraph.marks if mark.kind == "strong"]
    return length > 0 and any(mark.start == 0 and mark.end >= length for mark in bold)
