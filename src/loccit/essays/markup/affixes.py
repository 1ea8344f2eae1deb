"""The words around a cite: markup to RichText."""

from __future__ import annotations

from loccit.essays.markup.inline import Inline, Scan
from loccit.essays.paragraph import MarkKind
from loccit.essays.syntax.quotes import with_curly_quotes
from loccit.model import Mark, RichText

_MARKS: dict[MarkKind, Mark] = {
    "emphasis": Mark("font-style", "italic"),
    "strong": Mark("font-weight", "bold"),
    "superscript": Mark("vertical-align", "sup"),
    "subscript": Mark("vertical-align", "sub"),
    "code": Mark("code"),
    "math": Mark("math", "inline"),
}
_DEEPEST = 10


class AffixReader:
    """Reads the affixes in one text."""

    def __init__(self, text: str, scan: Scan) -> None:
        self._text = text
        self._scan = scan

    def read(self, start: int, end: int) -> RichText:
        """Read the markup of `text[start:end]`."""
        return self._read(start, end, 0)

    def _read(self, start: int, end: int, depth: int) -> RichText:
        if depth > _DEEPEST:
            return self._characters(start, end)
        result = RichText()
        plain = ""
        for inline in self._scan(self._text, start, end):
            plain += self._text[start : inline.start]
            start = inline.end
            if inline.inner and inline.note is None:
                result += _words(plain) + self._inner(inline, inline.inner, depth + 1)
                plain = ""
            elif inline.citation:
                plain += self._text[inline.start : inline.end]
            else:
                plain += inline.text
        return result + _words(plain + self._text[start:end])

    def _inner(self, inline: Inline, inner: tuple[int, int], depth: int) -> RichText:
        content = (
            RichText.of(self._text[inner[0] : inner[1]])
            if inline.is_verbatim
            else self._read(*inner, depth)
        )
        if inline.mark == "link" and inline.target:
            return content.marked(Mark("link", inline.target))
        mark = _MARKS.get(inline.mark) if inline.mark else None
        return content.marked(mark) if mark else content

    def _characters(self, start: int, end: int) -> RichText:
        return _words(self._text[start:end])


def _words(text: str) -> RichText:
    return RichText.of(with_curly_quotes(text.replace("\n", " ")))
