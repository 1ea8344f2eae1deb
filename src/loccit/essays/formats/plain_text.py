"""Plain text: the citation syntax and nothing else.  An e-mail address, a web address and `\\@` stay text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from loccit.essays import syntax
from loccit.essays.affix import build
from loccit.essays.reference_list import ReferenceList
from loccit.essays.region import Region
from loccit.essays.syntax import Inline
from loccit.model import Citation, RichText, Span

name = "plain_text"
extensions = (".txt", ".text")
markup = "plain_text"

_PLAIN = re.compile(r"[^\W_]+(?:[ '’.-][^\W_]+)*")
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\[\]\"]+|[\w.+-]+@(?=[^\W_])[\w-]+(?:\.[\w-]+)+")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n|\Z)")
_BRACKETS = re.compile(r"\[[^\[\]\n@]*\]")


class PlainInlines:
    """The steps of one paragraph, `text[start:end]`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self._brackets: dict[int, Inline] = {}

    def step(self, position: int, word_end: int) -> Inline | None:
        """The word, address or citation at `position`; else one character."""
        text = self.text
        address = _ADDRESS.match(text, position, self.end) if position != word_end else None
        if address:
            return Inline(position, address.end(), address.end())
        plain = _PLAIN.match(text, position, self.end)
        if plain:
            return Inline(position, plain.end(), plain.end())
        sign = text[position]
        if sign == "\\" and text.startswith("@", position + 1, self.end):
            return Inline(position, position + 2)
        if sign in "@-" and position != word_end:
            found = syntax.narrative(self, position)
            if found:
                return Inline(position, found.end, citation=found)
        if sign == "[":
            if position not in self._brackets:
                self._brackets[position] = self._bracket(position)
            return self._brackets[position]
        return Inline(position, position + 1, position + 1 if sign == "." else -1)

    def _bracket(self, position: int) -> Inline:
        found = syntax.bracketed(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        plain = _BRACKETS.match(self.text, position, self.end)
        return Inline(position, plain.end() if plain else position + 1)

    def is_link(self, start: int, end: int) -> bool:
        """Plain text has no links."""
        return False

    def is_reference(self, start: int, end: int) -> bool:
        """Plain text has no links."""
        return False


def find_citations(text: str, locator_words: Mapping[str, str]) -> Iterator[Citation]:
    """The citations of a plain text, in document order."""
    region = Region.of(text, 1 if text.startswith("\ufeff") else 0)

    def read(start: int, end: int) -> RichText:
        return RichText.of(" ".join(region.text[start:end].split("\n")))

    start = 0
    while start < len(region.text):
        blank = _BLANK_LINE.search(region.text, start)
        end = blank.start() if blank else len(region.text)
        if region.text.find("@", start, end) >= 0:
            inlines = PlainInlines(region.text, start, end)
            position, word_end = start, -1
            while position < end:
                step = inlines.step(position, word_end)
                if step is None:
                    break
                if step.citation:
                    yield build(step.citation, region, text, locator_words, read)
                position, word_end = step.end, max(word_end, step.word_end)
        start = end + 1


def find_front_matter(text: str) -> Span | None:
    """Plain text has none."""
    return None


def find_reference_list(text: str, headings: Collection[str]) -> ReferenceList:
    """Where the reference list of a plain text goes."""
    return ReferenceList("none", Span(len(text), len(text)))
