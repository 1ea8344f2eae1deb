"""Plain text: the citation syntax and nothing else.  Addresses, code in backticks and
`\\@` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.essays.document import Notes, ReferenceList
from loccit.essays.mapped_text import MappedText
from loccit.essays.syntax import grammar
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import build
from loccit.essays.syntax.grammar import Inline
from loccit.model import Citation, RichText, Span

name = "plain_text"
extensions = (".txt", ".text")
markup = "plain_text"
notes_have_heading = True

#: How a web address begins, with its scheme or as people type it: `example.org/@user`.
_WEB = r"(?:[A-Za-z][A-Za-z0-9+.-]{1,19}://|[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[A-Za-z]{2,63}/)"
_ADDRESS = regex(rf"{_WEB}[^\s<>\[\]\"]+|[\w.+-]+@(?=[^\W_])[\w-]+(?:\.[\w-]+)+")
_PLAIN = regex(rf"[^\W_]+(?:[ '’.-](?!{_WEB})[^\W_]+)*")
#: Code as Markdown has it, on one line; quotations that are typed ``so'' or `so' are
#: none.
_CODE = regex(r"(?<![`\w])(`{1,9})(?![`\s])[^\n]{1,200}?(?<![`\s])\1(?![`\w])")
_BLANK_LINE = regex(r"\n[ \t]*(?=\n|\Z)")
_LINE = regex(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_GAP = regex(r"(?:\r\n|\n|\r(?!\n))[ \t\f]*(?:\n|\r)")
_UNDERLINE = regex(r"\s*(?:=+|-+|_+)\s*\Z")
#: What an entry of a list has: a year, no date, an address, or a mark before it.
_ENTRY = regex(
    r"\b(?:1[0-9]|20)\d\d[a-z]{0,2}\b|\bn\. ?d\.|https?://|\A\s*(?:[-*•–]|\d+[.)]|\[\d+\])\s"
)
#: Four digits are a year.
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

    def step(self, position: int, word_end: int) -> Inline | None:
        """The word, address or citation at `position`; else one character."""
        text = self.text
        address = (
            _ADDRESS.match(text, position, self.end) if position != word_end else None
        )
        if address:
            return Inline(position, address.end(), address.end())
        plain = _PLAIN.match(text, position, self.end)
        if plain:
            return Inline(position, plain.end(), plain.end())
        sign = text[position]
        code = _CODE.match(text, position, self.end) if sign == "`" else None
        if code:
            return Inline(position, code.end())
        if sign == "\\" and text.startswith("@", position + 1, self.end):
            return Inline(position, position + 2)
        if sign in "@-" and position != word_end:
            found = grammar.narrative(self, position)
            if found:
                return Inline(position, found.end, citation=found)
        if sign == "[":
            if position not in self._brackets:
                self._brackets[position] = self._bracket(position)
            return self._brackets[position]
        return Inline(position, position + 1, position + 1 if sign == "." else -1)

    def _bracket(self, position: int) -> Inline:
        found = grammar.bracketed(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        if page := grammar.page_alone(self, position):
            return Inline(position, page.end, citation=page)
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
    return bind_pages(text, _paragraphs_citing(text, locator_words))


def _paragraphs_citing(
    text: str, locator_words: Mapping[str, str]
) -> Iterator[list[Citation]]:
    """The citations of each paragraph that has any."""
    mapped = MappedText.of(text, 1 if text.startswith("\ufeff") else 0)

    def read(start: int, end: int) -> RichText:
        return RichText.of(" ".join(mapped.text[start:end].split("\n")))

    start = 0
    while start < len(mapped.text):
        blank = _BLANK_LINE.search(mapped.text, start)
        end = blank.start() if blank else len(mapped.text)
        if mapped.text.find("@", start, end) >= 0:
            inlines = PlainInlines(mapped.text, start, end)
            position, word_end = start, -1
            found: list[Citation] = []
            while position < end:
                step = inlines.step(position, word_end)
                if step is None:
                    break
                if step.citation:
                    found += build(
                        step.citation, mapped, (start, end), text, locator_words, read
                    )
                position, word_end = step.end, max(word_end, step.word_end)
            yield found
        start = end + 1


def find_front_matter(text: str) -> Span | None:
    """Plain text has none."""
    return None


def find_notes(text: str) -> Notes:
    """Plain text has no footnotes that could be told from other words, but what looks
    like the mark of one is taken.
    """
    return Notes(labels=frozenset(_NOTE_MARK.findall(text)))


def note_mark(label: str) -> str:
    """What refers to a note."""
    return f"[{label}]"


def note(label: str, content: str) -> str:
    """A note in the list of notes."""
    return f"[{label}] {content.strip()}"


def find_reference_list(text: str, headings: Collection[str]) -> ReferenceList:
    """Where the reference list of a plain text goes: after a line of its own that is
    one of `headings`.

    What follows it must look like a list: most paragraphs with a year, an address or a
    mark of a list.
    """
    lines = [found for found in _LINE.finditer(text) if found[1].strip()]
    for index in range(len(lines) - 1, -1, -1):
        words = lines[index][1].strip().removesuffix(":").strip().casefold()
        if words in headings:
            rest = lines[index + 1 :]
            if rest and _UNDERLINE.match(rest[0][1]):
                rest = rest[1:]
            entries = _paragraphs(text, rest)
            if 2 * sum(bool(_ENTRY.search(entry.of(text))) for entry in entries) >= len(
                entries
            ):
                end = (
                    lines[index].start() + len(lines[index][1].rstrip())
                    if not entries
                    else 0
                )
                span = (
                    Span(entries[0].start, entries[-1].end)
                    if entries
                    else Span(end, end)
                )
                return ReferenceList(
                    "heading", span, lines[index].start(), tuple(entries)
                )
    return ReferenceList("none", Span(len(text), len(text)), len(text))


def _paragraphs(text: str, lines: list[re.Match[str]]) -> list[Span]:
    """Lines that no blank line parts, as spans."""
    spans: list[Span] = []
    for line in lines:
        start = line.start() + len(line[1]) - len(line[1].lstrip())
        end = line.start() + len(line[1].rstrip())
        if spans and not _GAP.search(text, spans[-1].end, start):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans
