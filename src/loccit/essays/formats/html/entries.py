"""The entries of a reference list in HTML: which element each is, and how another one is
written in the same way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.document import EntryStretch
from loccit.essays.formats.html.notes import find_notes
from loccit.essays.formats.html.readable import Block, read_blocks
from loccit.essays.formats.html.sections import block_start, entry_element
from loccit.essays.formats.html.styles import Styles
from loccit.essays.formats.html.tree import BLOCKS, Element, Tree, read_tree
from loccit.model import Span

#: The number of an entry.
_NUMBER = regex(r"\s*(?:\d{1,4}[.)]?|[\[(]\w{1,9}[\])]|[-*•–·])\s*\Z")
_ANCHOR = "ref-"
#: Where the authors and the year of an entry are.
_BEGINNING = 120
#: No entry has more before its text.
_LONGEST_MARKUP = 2000
#: What may be between two entries: white space, and line breaks.
_GAP = regex(r"(?:\s|<br\b[^<>]*>)*\Z", re.IGNORECASE)
_ID = regex(r"\s+id\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_MARGIN = regex(r"<div class=\"csl-left-margin\">(.*?)</div>", re.DOTALL)
_INLINE = regex(r"<div class=\"csl-right-inline\">(.*?)</div>", re.DOTALL)
#: Elements around the text of an entry that say how it looks.
_AROUND = frozenset(["div", "font", "p", "span"])


class NewEntry(NamedTuple):
    """An entry to write.

    Attributes:
        key: of its source.
        anchor: the id that citations link to, as markup; "" for none.
        inner: its markup.
        back: its links back to citations, as markup.
    """

    key: str
    anchor: str
    inner: str
    back: str = ""


class Said(NamedTuple):
    """What readers see of an entry: its words, and where italics are in them."""

    text: str
    italics: tuple[tuple[int, int], ...]


class Template(NamedTuple):
    """How an entry is written.

    Attributes:
        tag: the tag of its element without an id and without the sign that closes it;
            "" for an entry that is a line of a paragraph.
        before, after: what precedes its text then, and what follows it.
        is_numbered: whether its list numbers it.
        is_paragraph: whether no block can be in it.
    """

    tag: str = ""
    before: str = ""
    after: str = ""
    is_numbered: bool = False
    is_paragraph: bool = True

    def write(self, entry: NewEntry) -> str:
        """Write an entry in this way."""
        inner = _with_end(self._fitted(entry.inner), entry.back)
        anchor = f' id="{entry.anchor}"' if entry.anchor else ""
        if self.tag:
            return f"{self.tag}{anchor}{self.before}{inner}{self.after}"
        return f"<span{anchor}>{inner}</span>" if anchor else inner

    def _fitted(self, inner: str) -> str:
        """Fit what a style sets in the margin to the element of an entry."""
        if self.is_numbered:
            return _INLINE.sub(r"\1", _MARGIN.sub("", inner))
        if self.is_paragraph:
            inner = _MARGIN.sub(r'<span class="csl-left-margin">\1</span> ', inner)
            return _INLINE.sub(r'<span class="csl-right-inline">\1</span>', inner)
        return inner


def _with_end(inner: str, end: str) -> str:
    """Put something at the end of an entry's text, which may be in a block."""
    text = inner.removesuffix("</div>")
    return text + end + inner[len(text) :]


@lru_cache(maxsize=10_000)
def said(markup: str) -> Said:
    """Return what readers see of an entry.

    >>> said("<p>Doe, Z.\\n<i>On it</i>.")
    Said(text='Doe, Z. On it.', italics=((8, 13),))
    """
    tree = read_tree(markup)
    text = ""
    italics: list[tuple[int, int]] = []
    for block in read_blocks(tree, markup, find_notes(tree, markup), ()):
        text += " " if text else ""
        italics += [
            (mark.start + len(text), mark.end + len(text))
            for mark in block.paragraph.marks
            if mark.kind == "emphasis"
        ]
        text += block.paragraph.text
    return Said(text, tuple(italics))


def beginnings(tree: Tree, text: str) -> dict[str, str]:
    """Return how the entries of a list begin that have an anchor, `ref-doe`, by their
    keys.
    """
    found = {}
    for element in tree.elements:
        if "csl-entry" in element.classes and element.get("id").startswith(_ANCHOR):
            key = element.get("id").removeprefix(_ANCHOR)
            end = min(element.inner_end, element.inner_start + _BEGINNING)
            found[key] = said(text[element.inner_start : end]).text
    return found


class EntryPlaces:
    """The entries of a document by the place of their text."""

    def __init__(self, tree: Tree, blocks: Sequence[Block], text: str) -> None:
        self._blocks = blocks
        self._text = text
        self._styles = Styles(tree, text)
        self._by_start = {element.start: element for element in tree.elements}

    def stretches(self, entries: Sequence[Span], part: str) -> list[EntryStretch]:
        """Group entries by what is between them."""
        found: list[EntryStretch] = []
        for number, entry in enumerate(entries):
            span = self.place(entry)
            before = found[-1] if found else None
            if before and _GAP.match(self._text, before.span.end, span.start):
                first = before.entries.start
                joined = Span(before.span.start, max(before.span.end, span.end))
                found[-1] = EntryStretch(joined, range(first, number + 1), part)
            else:
                found.append(EntryStretch(span, range(number, number + 1), part))
        return found

    def place(self, entry: Span) -> Span:
        """Return the place of an entry with all its markup: its element, or a line."""
        first, last = self.element(entry.start), self.element(max(entry.end - 1, 0))
        if first is None or last is None:
            return entry
        if self._is_whole(entry, first, last):
            return Span(first.start, last.end)
        return entry

    def inside(self, span: Span) -> list[Span]:
        """Return the places of the entries in a stretch that are elements."""
        first = bisect_left(self._blocks, span.start, key=block_start)
        last = bisect_left(self._blocks, span.end, key=block_start)
        found: list[Span] = []
        for block in self._blocks[first:last]:
            element = entry_element(block.context.block)
            is_inside = span.start <= element.start and element.end <= span.end
            if is_inside and not (found and element.start < found[-1].end):
                found.append(Span(element.start, element.end))
        return found

    def element(self, offset: int) -> Element | None:
        """Return the element of an entry that has text at an offset; None for text that
        is in no element of its own.
        """
        number = bisect_left(self._blocks, offset + 1, key=block_start) - 1
        if number < 0:
            return None
        element = entry_element(self._blocks[number].context.block)
        is_own = element.name in BLOCKS and element.name not in ("body", "html")
        return element if is_own else None

    def _is_whole(self, entry: Span, first: Element, last: Element) -> bool:
        """Return whether an entry is all the text of its elements, but for a number."""
        if entry.start - first.start > _LONGEST_MARKUP:
            return False
        before = said(self._text[first.start : entry.start]).text
        after = said(self._text[entry.end : last.end]).text
        return not after and (not before or bool(_NUMBER.match(before)))

    def anchor(self, place: Span) -> str:
        """Return the anchor of the entry at a place; "" if it has none."""
        element = self._by_start.get(place.start)
        return element.get("id") if element else ""

    def template(self, place: Span) -> Template:
        """Return how the entry at a place is written."""
        element = self._by_start.get(place.start)
        if element is None or element.end > place.end:
            return Template()
        tag = _ID.sub("", self._text[element.start : element.inner_start - 1])
        before, after, inmost = (
            ">",
            self._text[element.inner_end : element.end],
            element,
        )
        while around := self._around(inmost):
            before += self._text[inmost.inner_start : around.inner_start]
            after = self._text[around.inner_end : inmost.inner_end] + after
            inmost = around
        ends = self._white_space(inmost)
        first = self._partly_around(inmost)
        if first:
            before += ends[0] + self._text[first.start : first.inner_start]
            after = self._text[first.inner_end : first.end] + ends[1] + after
        else:
            before, after = before + ends[0], ends[1] + after
        above = element.parent.name if element.parent else ""
        is_numbered = (above, element.name) == ("ol", "li")
        return Template(tag, before, after, is_numbered, inmost.name != "div")

    def _around(self, element: Element) -> Element | None:
        """Return the element in another that has all its content."""
        child = self._first_child(element)
        if child is None or self._text[child.end : element.inner_end].strip():
            return None
        return child

    def _partly_around(self, element: Element) -> Element | None:
        """Return the element in another that sets the beginning of its text."""
        child = self._first_child(element)
        return child if child and child.name not in BLOCKS else None

    def _first_child(self, element: Element) -> Element | None:
        """Return the element with which another begins, if it says how text looks."""
        start = element.inner_start + len(self._white_space(element)[0])
        child = self._by_start.get(start)
        if child is None or child.end > element.inner_end or child.name not in _AROUND:
            return None
        is_plain = not child.get("id") and not self._styles.marks(child)
        return child if is_plain and not child.get("class").startswith("csl-") else None

    def _white_space(self, element: Element) -> tuple[str, str]:
        """Return the white space at both ends of an element's content."""
        inner = self._text[element.inner_start : element.inner_end]
        start = len(inner) - len(inner.lstrip())
        end = max(start, len(inner.rstrip()))
        return inner[:start], inner[end:]
