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
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.syntax.plain_inlines import PlainInlines
from loccit.essays.syntax.quotes import with_curly_quotes
from loccit.essays.text_document import TextDocument
from loccit.essays.text_file import read_text_file
from loccit.model import Citation, RichText, Span

NAME = "plain_text"
EXTENSIONS = (".txt", ".text")

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


class PlainTextDocument(TextDocument):
    """An essay in plain text."""

    MARKUP: ClassVar[str] = "plain_text"
    NOTES_HAVE_HEADING: ClassVar[bool] = True

    @property
    def front_matter(self) -> FrontMatter | None:
        """Plain text has none."""
        return None

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs between blank lines."""
        return [
            Paragraph(self._mapped.cut([paragraph]).trimmed())
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
            lambda first, last: _affix(text[first:last]),
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


def _affix(text: str) -> RichText:
    return RichText.of(with_curly_quotes(text.replace("\n", " ")))


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
    """Find where the reference list of a plain text goes: after the last line that is
    one of its headings, and that something like a list follows.
    """
    lines = [found for found in _LINE.finditer(text) if found[1].strip()]
    for number in range(len(lines) - 1, -1, -1):
        heading = lines[number]
        if _words(heading) not in headings:
            continue
        entries = _entries(text, lines[number + 1 :])
        if not _are_entries(entries, text):
            continue
        end = heading.start() + len(heading[1].rstrip())
        span = Span(end, end)
        if entries:
            span = Span(entries[0].start, entries[-1].end)
        return ReferenceList("heading", span, heading.start(), tuple(entries))
    return ReferenceList("none", Span(len(text), len(text)), len(text))


def _words(heading: re.Match[str]) -> str:
    """Return what a line says, casefolded and without a colon."""
    return heading[1].strip().removesuffix(":").strip().casefold()


def _are_entries(entries: Sequence[Span], text: str) -> bool:
    """Return whether most paragraphs have a year, an address or a mark of a list."""
    likely = [entry for entry in entries if _ENTRY.search(entry.of(text))]
    return 2 * len(likely) >= len(entries)


def _entries(text: str, lines: Sequence[re.Match[str]]) -> list[Span]:
    """Return the lines below a heading as paragraphs, which blank lines separate; the
    first line may underline the heading.
    """
    if lines and _UNDERLINE.match(lines[0][1]):
        lines = lines[1:]
    spans: list[Span] = []
    for line in lines:
        content = line[1]
        start = line.start() + len(content) - len(content.lstrip())
        end = line.start() + len(content.rstrip())
        if spans and not _GAP.search(text, spans[-1].end, start):
            start = spans.pop().start
        spans.append(Span(start, end))
    return spans
