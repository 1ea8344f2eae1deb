"""How the fields around an entry of a `.bib` file are written."""

from __future__ import annotations

from collections import Counter

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.words import OTHER_NAMES
from loccit.drafting.bib.blocks import BibBlock, blocks_in
from loccit.model import Span

_EQUALS = regex(r"\s*=")
_COMMA = regex(r"\s*,")
#: So much of a file shows how its fields are written.
_SAMPLE = 20_000
_NO_BRACES = frozenset(["month"])


class Habits:
    """How the fields around an entry are written."""

    def __init__(self, text: str, block: BibBlock) -> None:
        self._text = text
        start = max(0, block.whole.start - _SAMPLE)
        around = Span(start, min(len(text), block.whole.end + _SAMPLE))
        self._fields = [
            field
            for each in blocks_in(text, around)
            if each.kind != "string"
            for field in each.fields
        ]
        self._counts = Counter(field.name for field in self._fields)

    def name(self, name: str) -> str:
        """Return a field's name as the file has it: `journal` or `journaltitle`."""
        other = OTHER_NAMES.get(name, name)
        return other if self._counts[other] > self._counts[name] else name

    def written(self, name: str, span: Span) -> tuple[str, str]:
        """Write a field, with what comes before the cursor and after it."""
        if _EQUALS.match(self._text, span.end):
            return name, ""
        before, after = self._equals()
        comma = "" if _COMMA.match(self._text, span.end) else ","
        if name in _NO_BRACES:
            return f"{name}{before}={after}", comma
        opening, closing = self._delimiters()
        return f"{name}{before}={after}{opening}", f"{closing}{comma}"

    def _equals(self) -> tuple[str, str]:
        """Return the space before and after an `=`."""
        for field in self._fields:
            if field.equals is not None and field.pieces:
                before = self._text[field.name_span.end : field.equals - 1]
                after = self._text[field.equals : field.pieces[0].start]
                return before[:1].strip("\r\n"), after[:1].strip("\r\n")
        return " ", " "

    def _delimiters(self) -> tuple[str, str]:
        opened = [
            self._text[each.pieces[0].start] for each in self._fields if each.pieces
        ]
        return ('"', '"') if opened.count('"') > opened.count("{") else ("{", "}")
