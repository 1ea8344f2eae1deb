"""Plain text: the citation syntax and nothing else.  Addresses, code in backticks and
`\\@` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from loccit._startup.regex import regex
from loccit.essays.document import FrontMatter, Notes, ReferenceList
from loccit.essays.mapped_text import MappedText
from loccit.essays.syntax import grammar
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.syntax.grammar import Inline
from loccit.essays.text_document import TextDocument
from loccit.essays.text_file import read_text_file
from loccit.model import Citation, RichText, Span

NAME = "plain_text"
EXTENSIONS = (".txt", ".text")

#: How a web address begins, with its scheme or as people type it: `example.org/@user`.
_WEB = r"(?:[A-Za-z][A-Za-z0-9+.-]{1,19}://|[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[A-Za-z]{2,63}/)"
_ADDRESS = regex(rf"{_WEB}[^\s<>\[\]\"]+|[\w.+-]+@(?=[^\W_])[\w-]+(?:\.[\w-]+)+")
_PLAIN = regex(rf"[^\W_]+(?:[ '’.-](?!{_WEB})[^\W_]+)*")
#: Code as Markdown has it, on one line, but not quotations that are typed ``so'' or
#: `so'.
_CODE = regex(r"(?<![`\w])(`{1,9})(?![`\s])[^\n]{1,200}?(?<![`\s])\1(?![`\w])")
_BLANK_LINE = regex(r"\n[ \t]*(?=\n|\Z)")
_LINE = regex(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_GAP = regex(r"(?:\r\n|\n|\r(?!\n))[ \t\f]*(?:\n|\r)")
_UNDERLINE = regex(r"\s*(?:=+|-+|_+)\s*\Z")
#: What an entry of a list has: a year, no date, an address, or a mark before it.
_ENTRY = regex(
    r"\b(?:1[0-9]|20)\d\d[a-z]{0,2}\b|\bn\. ?d\.|https?://|\A\s*(?:[-*•–]|\d+[.)]|\[\d+\])\s"
)
#: The mark of a note; four digits are a year.
_NOTE_MARK = regex(r"\[(\d{1,3})\]")
_BRACKETS = regex(r"\[[^\[\]\n@]*\]")


class PlainInlines:
    """The steps of one paragraph, `text[start:end]`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.suffix_ends: dict[int, int] = {}
        self.keyless: set[int] = set()
        self._brackets: dict[int, Inline] = {}

    def run(self) -> Iterator[Inline]:
        """Yield every step."""
        position, word_end = self.start, -1
        while position < self.end:
            step = self.step(position, word_end)
            yield step
            position, word_end = step.end, max(word_end, step.word_end)

    def step(self, position: int, word_end: int) -> Inline:
        """Read the word, address or citation at `position`; else one character."""
        after_word = position == word_end
        if not after_word:
            address = _ADDRESS.match(self.text, position, self.end)
            if address:
                return Inline(position, address.end(), address.end())
        plain = _PLAIN.match(self.text, position, self.end)
        if plain:
            return Inline(position, plain.end(), plain.end())
        if self.text[position] == "[":
            if position not in self._brackets:
                self._brackets[position] = self._bracket(position)
            return self._brackets[position]
        return self._sign(position, after_word)

    def _sign(self, position: int, after_word: bool) -> Inline:
        """Read code, an escape, a citation in the sentence, or one character."""
        sign = self.text[position]
        if sign == "`":
            code = _CODE.match(self.text, position, self.end)
            return Inline(position, code.end() if code else position + 1)
        if sign == "\\" and self.text.startswith("@", position + 1, self.end):
            return Inline(position, position + 2)
        if sign in "@-" and not after_word:
            found = grammar.narrative(self, position)
            if found:
                return Inline(position, found.end, citation=found)
        return Inline(position, position + 1, position + 1 if sign == "." else -1)

    def _bracket(self, position: int) -> Inline:
        found = grammar.bracketed(self, position) or grammar.page_alone(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        plain = _BRACKETS.match(self.text, position, self.end)
        return Inline(position, plain.end() if plain else position + 1)

    def is_link(self, start: int, end: int) -> bool:
        """Return False: plain text has no links."""
        return False

    def is_reference(self, start: int, end: int) -> bool:
        """Return False: plain text has no links."""
        return False


class PlainTextDocument(TextDocument):
    """An essay in plain text."""

    MARKUP: ClassVar[str] = "plain_text"
    NOTES_HAVE_HEADING: ClassVar[bool] = True

    @property
    def front_matter(self) -> FrontMatter | None:
        """Plain text has none."""
        return None

    @cached_property
    def paragraphs(self) -> Sequence[MappedText]:
        """The paragraphs between blank lines."""
        return [
            self._mapped.cut([paragraph]).trimmed()
            for paragraph in _paragraphs(self._mapped.text)
        ]

    @cached_property
    def notes(self) -> Notes:
        """No footnotes, which plain text can't distinguish from other words; but what
        looks like the mark of one is taken.
        """
        return Notes(labels=frozenset(_NOTE_MARK.findall(self.text)))

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        """Find every citation."""
        return [*bind_pages(self._citing_paragraphs(locator_words), self)]

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find the list after a line of its own that is one of `headings`."""
        return _find_reference_list(self.text, headings)

    @cached_property
    def _mapped(self) -> MappedText:
        return MappedText.of(self.text, 1 if self.text.startswith("\ufeff") else 0)

    def _citing_paragraphs(self, words: Mapping[str, str]) -> Iterator[list[Citation]]:
        """Yield the citations of each paragraph."""
        for number, (start, end) in enumerate(_paragraphs(self._mapped.text), 1):
            if self._mapped.text.find("@", start, end) >= 0:
                yield [*self._citations_of(start, end, number, words)]

    def _citations_of(
        self, start: int, end: int, number: int, words: Mapping[str, str]
    ) -> Iterator[Citation]:
        text = self._mapped.text
        builder = CitationBuilder(
            self._mapped,
            words,
            lambda first, last: RichText.of(text[first:last].replace("\n", " ")),
            number,
            self.text,
        )
        for step in PlainInlines(text, start, end).run():
            if step.citation:
                yield from builder.build(step.citation, start, end)

    def note_mark(self, label: str) -> str:
        """Write the mark of a note."""
        return f"[{label}]"

    def note_block(self, label: str, content: str) -> str:
        """Write a note in the list of notes."""
        return f"[{label}] {content.strip()}"


def open(data: bytes, path: str) -> PlainTextDocument:  # noqa: A001  as every format's
    """Open an essay in plain text."""
    return PlainTextDocument(read_text_file(data, path))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a text, `(start, end)`; blank lines separate them."""
    start = 0
    while start < len(text):
        blank = _BLANK_LINE.search(text, start)
        end = blank.start() if blank else len(text)
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _find_reference_list(text: str, headings: Collection[str]) -> ReferenceList:
    """Find where the reference list of a plain text goes.

    What follows its heading has to look like a list: most paragraphs with a year, an
    address or a mark of a list.
    """
    lines = [found for found in _LINE.finditer(text) if found[1].strip()]
    for index in range(len(lines) - 1, -1, -1):
        heading = lines[index]
        words = heading[1].strip().removesuffix(":").strip().casefold()
        if words not in headings:
            continue
        rest = lines[index + 1 :]
        if rest and _UNDERLINE.match(rest[0][1]):
            rest = rest[1:]
        entries = _entries(text, rest)
        likely = [entry for entry in entries if _ENTRY.search(entry.of(text))]
        if 2 * len(likely) < len(entries):
            continue
        end = heading.start() + len(heading[1].rstrip())
        span = Span(end, end)
        if entries:
            span = Span(entries[0].start, entries[-1].end)
        return ReferenceList("heading", span, heading.start(), tuple(entries))
    return ReferenceList("none", Span(len(text), len(text)), len(text))


def _entries(text: str, lines: list[re.Match[str]]) -> list[Span]:
    """Return lines as paragraphs, which blank lines separate."""
    spans: list[Span] = []
    for line in lines:
        start = line.start() + len(line[1]) - len(line[1].lstrip())
        end = line.start() + len(line[1].rstrip())
        if spans and not _GAP.search(text, spans[-1].end, start):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans
