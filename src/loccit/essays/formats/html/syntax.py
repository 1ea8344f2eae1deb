"""Citations with keys that are typed in the text: `[@doe, p. 3]`, as in plain text.

Tags and character references may be anywhere in them; code, and the names of people
that link to their pages, `@user`, are no citations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit.essays.formats.html.readable import Block
from loccit.essays.paragraph import Mark, Paragraph
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.syntax.locators import take_locator
from loccit.essays.syntax.plain_inlines import PlainInlines
from loccit.essays.syntax.quotes import with_curly_quotes
from loccit.essays.syntax.steps import Inline
from loccit.model import Citation, RichText
from loccit.model import Mark as TextMark

_VERBATIM = ("code", "math")
_WEB = ("http:", "https:")
_LOOKS = {
    "emphasis": TextMark("font-style", "italic"),
    "strong": TextMark("font-weight", "bold"),
    "superscript": TextMark("vertical-align", "sup"),
    "subscript": TextMark("vertical-align", "sub"),
}


def typed_citations(
    block: Block, number: int, words: Mapping[str, str], text: str
) -> Iterator[Citation]:
    """Yield the citations of a paragraph.

    Args:
        block: the paragraph.
        number: its own, from 1.
        words: casefolded word or abbreviation to CSL locator term.
        text: the characters of the essay.
    """
    paragraph = block.paragraph
    last = len(paragraph.text)

    def read(start: int, end: int) -> RichText:
        return _affix(paragraph, start, end, words)

    builder = CitationBuilder(paragraph.mapped, words, read, number, text)
    for step in _Inlines(paragraph).run():
        if step.citation:
            yield from builder.build(step.citation, 0, last, block.context.note)


def _affix(
    paragraph: Paragraph, start: int, end: int, words: Mapping[str, str]
) -> RichText:
    """Return the words around a cite, with what sets them apart; of a locator the style
    says how it looks.
    """
    text = paragraph.text
    locator, rest = take_locator(RichText.of(text[start:end]), words)
    done = end - len(rest.plain) if locator else start
    found = _plain(text[start:done])
    for mark in paragraph.marks_in(done, end):
        look = _LOOKS.get(mark.kind)
        if look and done <= mark.start < mark.end:
            found += _plain(text[done : mark.start])
            found += _plain(text[mark.start : mark.end]).marked(look)
            done = mark.end
    return found + _plain(text[done:end])


def _plain(text: str) -> RichText:
    return RichText.of(with_curly_quotes(text.replace("\n", " ")))


class _Inlines(PlainInlines):
    """The steps of a paragraph."""

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__(paragraph.text, 0, len(paragraph.text))
        self._verbatim = {
            mark.start: mark.end for mark in paragraph.marks if _is_verbatim(mark)
        }

    def step(self, position: int, word_end: int) -> Inline:
        """Read code and names as one step, all else as in plain text."""
        end = self._verbatim.get(position)
        if end:
            return Inline(position, end, end)
        return super().step(position, word_end)


def _is_verbatim(mark: Mark) -> bool:
    return mark.kind in _VERBATIM or (
        mark.kind == "link" and mark.target.startswith(_WEB)
    )
