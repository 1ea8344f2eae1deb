"""Complete the name of a field: first what the entry needs, then what is usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.words import OTHER_NAMES, one_name
from loccit.drafting.bib.blocks import BibBlock, blocks_in
from loccit.drafting.bib.completion.completion import BibCompletion, BibLibrary
from loccit.drafting.bib.cursor import BibCursor
from loccit.drafting.bib.entry_types import ENTRY_TYPES
from loccit.drafting.bib.fields import FIELDS, meaning_of
from loccit.lint.sources.missing_field import needed_fields
from loccit.model import Span

_EQUALS = regex(r"\s*=")
_COMMA = regex(r"\s*,")
#: So much of a file shows how its fields are written.
_SAMPLE = 20_000
_NO_BRACES = frozenset(["month"])


def complete_field(cursor: BibCursor, library: BibLibrary) -> Iterator[BibCompletion]:
    """Yield the fields that the entry lacks."""
    block = cursor.block
    if block is None or block.kind == "string":
        return
    given = {field.name for field in block.fields if field != cursor.field}
    known = {each for name in given for each in (name, OTHER_NAMES.get(name, name))}
    known.update(map(one_name, given))
    needed = needed_fields(block.kind, given)
    habits = _Habits(library.text, block)
    for name in _names(block, needed):
        own = habits.name(name)
        if one_name(own) in known:
            continue
        detail = "needed: " if name in needed else ""
        new, after = habits.written(own, cursor.span)
        yield BibCompletion(
            own, "field", cursor.span, new, after, detail + meaning_of(own)
        )


def _names(block: BibBlock, needed: Iterable[str]) -> Iterable[str]:
    kind = ENTRY_TYPES.get(block.kind)
    return dict.fromkeys([*needed, *(kind.fields if kind else ()), *FIELDS])


class _Habits:
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
