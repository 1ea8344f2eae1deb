"""Live citations: elements that say which sources they cite.

pandoc and Quarto write `<span class="citation" data-cites="doe roe">(Doe, 2001)</span>`
around what they printed, Distill has `<d-cite key="doe,roe"></d-cite>`, and a `<cite>`
may have keys as well.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.html.printed import Link, Printed, read_printed
from loccit.essays.formats.html.readable import Block, Inner
from loccit.essays.formats.html.tree import Element, Tree
from loccit.essays.syntax.citation_context import Surroundings
from loccit.model import Citation, Cite, Span

#: The attributes that have keys, by the names of their elements; blanks or commas
#: separate the keys.
_ATTRIBUTES = {
    "span": ("data-cites",),
    "cite": ("data-cites", "data-key"),
    "a": ("data-cites",),
    "d-cite": ("key", "bibtex-key"),
    "dt-cite": ("key",),
}
#: Those that have what was printed in them.
_PRINTED = frozenset(["a", "cite", "span"])
_KEY = regex(r"[^\s,]+")
_TYPED = regex(r"@[\w{]")
_REFERENCE = "#ref-"


class Key(NamedTuple):
    """A key in an attribute, and its place."""

    name: str
    span: Span


class FoundLive(NamedTuple):
    """The live citations of a document.

    Attributes:
        keys: those that say what they cite, and their keys.
        typed: elements that have citations with typed keys in them, which will be live:
            pandoc writes them so if it does not format citations.
    """

    keys: Mapping[Element, Sequence[Key]]
    typed: Sequence[Element]


def find_live(tree: Tree, text: str) -> FoundLive:
    """Find the live citations of a document."""
    found: dict[Element, Sequence[Key]] = {}
    typed: list[Element] = []
    done = 0
    for element in tree.elements:
        if element.name not in _ATTRIBUTES or element.start < done:
            continue
        keys = _keys(element)
        if not keys:
            continue
        if _TYPED.search(text, element.inner_start, element.inner_end):
            typed.append(element)
        else:
            found[element] = keys
            done = element.end
    return FoundLive(found, typed)


def _keys(element: Element) -> list[Key]:
    for name in _ATTRIBUTES[element.name]:
        attribute = element.attributes.get(name)
        if attribute and attribute.value.strip():
            written = element.text[attribute.start : attribute.end]
            return [*_placed(attribute.value, written, attribute.start)]
    return []


def _placed(value: str, written: str, start: int) -> Iterator[Key]:
    """Yield keys with their places; with the place of all where references to
    characters hide them.
    """
    for found in _KEY.finditer(value):
        span = Span(start, start + len(written))
        if value == written:
            span = Span(start + found.start(), start + found.end())
        yield Key(found[0], span)


class LiveReader:
    """Reads live citations as the citations that formatting knows.

    Attributes:
        elements: those of live citations, and the keys of each.
        has_spans: whether some have in them what was printed.
    """

    def __init__(
        self,
        found: FoundLive,
        listed: Mapping[str, str],
        text: str,
    ) -> None:
        """Prepare for a document.

        Args:
            found: its live citations.
            listed: how the entries of its list begin, by their keys.
            text: its characters.
        """
        self.elements = found.keys
        self.has_spans = any(
            element.name in _PRINTED for element in (*found.keys, *found.typed)
        )
        self._text = text
        self._listed = listed
        self._places = frozenset(map(place_of, found.keys))
        self._typed = [Span(each.inner_start, each.inner_end) for each in found.typed]
        self._unclear: set[Span] = set()

    def __bool__(self) -> bool:
        return bool(self.elements)

    def joined(self, citation: Citation, markup: str) -> str:
        """Make a new citation a live one where the document has such: the numbers of
        numeric styles count all of them.
        """
        is_page = citation.mode == "locator-only"
        if not self.has_spans or is_page or self._is_in_element(citation.span):
            return markup
        keys = " ".join(dict.fromkeys(cite.key for cite in citation.cites))
        return f'<span class="citation" data-cites="{escape(keys)}">{markup}</span>'

    def _is_in_element(self, span: Span) -> bool:
        """Return whether a citation has an element that will say what it cites."""
        index = bisect_right(self._typed, Span(span.start, sys.maxsize)) - 1
        is_typed = index >= 0 and span.end <= self._typed[index].end
        return is_typed or span in self._places

    def is_unclear(self, citation: Citation) -> bool:
        """Return whether the words of a citation that was read can't be assigned to its
        sources.
        """
        return citation.span in self._unclear

    def citations(
        self, block: Block, number: int, words: Mapping[str, str]
    ) -> Iterator[Citation]:
        """Yield the live citations of a paragraph.

        Args:
            block: the paragraph.
            number: its own, from 1.
            words: casefolded word or abbreviation to CSL locator term.
        """
        for inner in block.live:
            yield self._citation(inner, block, number, words)

    def _citation(
        self, inner: Inner, block: Block, number: int, words: Mapping[str, str]
    ) -> Citation:
        element, keys = inner.element, self.elements[inner.element]
        span = place_of(element)
        printed = self._printed(inner, block, words)
        if printed is None:
            self._unclear.add(span)
            printed = Printed("parenthetical", tuple(Cite(key.name) for key in keys))
        cites = tuple(
            replace(cite, span=key.span)
            for cite, key in zip(printed.cites, keys, strict=True)
        )
        paragraph = block.paragraph
        around = Surroundings(
            paragraph.mapped,
            0,
            len(paragraph.text),
            inner.start,
            inner.end,
            printed.mode == "narrative",
            None,
        )
        context = around.context(number)
        first = min(context.note_span.start, element.start)
        note_span = Span(first, max(context.note_span.end, element.end))
        context = replace(context, note_span=note_span)
        source = span.of(self._text)
        return Citation(
            cites, printed.mode, span, source, note=block.context.note, context=context
        )

    def _printed(
        self, inner: Inner, block: Block, words: Mapping[str, str]
    ) -> Printed | None:
        keys = [key.name for key in self.elements[inner.element]]
        paragraph = block.paragraph
        links = [
            Link(
                mark.target.removeprefix(_REFERENCE),
                mark.start - inner.start,
                mark.end - inner.start,
            )
            for mark in paragraph.marks_in(inner.start, inner.end)
            if mark.kind == "link" and mark.target.startswith(_REFERENCE)
        ]
        element = inner.element
        if "doc-noteref" in self._text[element.inner_start : element.inner_end]:
            return None
        text = paragraph.text[inner.start : inner.end]
        return read_printed(text, keys, links, self._listed, words)


def place_of(element: Element) -> Span:
    """Return what the text of a live citation replaces: what it printed, or all of an
    element that is there for a program alone.
    """
    if "-" in element.name:
        return Span(element.start, element.end)
    return Span(element.inner_start, element.inner_end)
