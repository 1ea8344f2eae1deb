"""The entry around a place of a `.bib` file, read leniently.

`bibliography/formats/bibtex` reads what a file means; this is for a cursor, which is
mostly in an entry that is not finished: a field without a value, a brace without a
partner, no end. An entry ends at the latest before the next line that begins one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Span

_HEAD = regex(r"@[ \t]*([A-Za-z][\w-]*)\s*[{(]")
#: A line that begins a block.
_LINE_HEAD = regex(rf"^[ \t]*(?={_HEAD.pattern})", re.MULTILINE)
_KEY = regex(r"\s*([^\s,{}\"=()#%]*)[ \t]*(,?)")
#: White space, commas and comments between two fields.
_BETWEEN = regex(r"(?:[\s,]+|%[^\r\n]*)*")
_NAME = regex(r"[^\s=,{}\"#()@%]+")
_EQUALS = regex(r"\s*=")
#: What joins the parts of a value.
_JOINT = regex(r"\s*#")
#: What a part begins with, or a whole number or abbreviation.
_PIECE = regex(r"\s*([{\"]|[^\s#{}\",()=@%]+)")
_BRACE = regex(r"[{}]")
_QUOTE = regex(r"[{}\"]")
#: A line that begins with a field, or with the end of an entry.
_NEXT_LINE = regex(r"[\r\n](?=[ \t]*(?:[A-Za-z][\w+:.-]*\s*=|[})]\s))")
#: Blocks without fields.
_WITHOUT_FIELDS = frozenset(["comment", "preamble"])


class BibField(NamedTuple):
    """A field of an entry, or the abbreviation that an `@string` defines.

    Attributes:
        name: in lower case.
        name_span: where its name is.
        equals: the place after its `=`; None if there is none yet.
        pieces: the parts of its value, delimiters included.
    """

    name: str
    name_span: Span
    equals: int | None = None
    pieces: tuple[Span, ...] = ()

    @property
    def whole(self) -> Span:
        """The field with its value."""
        end = self.pieces[-1].end if self.pieces else self.equals
        return Span(self.name_span.start, end or self.name_span.end)


@dataclass(frozen=True, slots=True)
class BibBlock:
    """An entry, or an `@string`, `@comment` or `@preamble`.

    Attributes:
        kind: its type in lower case.
        kind_span: where its type is.
        key: where its key is; empty where there is none.
        fields: its fields, broken ones too.
        whole: from its `@` to its end.
        fields_from: where fields can be typed; None before a comma follows the key.
        is_closed: whether its end was found.
    """

    kind: str
    kind_span: Span
    key: Span
    fields: tuple[BibField, ...]
    whole: Span
    fields_from: int | None
    is_closed: bool


def block_at(text: str, offset: int) -> BibBlock | None:
    """Return the block around a place; None between two.

    >>> block = block_at("@book{doe, title = {A", 20)
    >>> block.kind, [field.name for field in block.fields]
    ('book', ['title'])
    """
    found = None
    for block in _blocks(text, _line_head_before(text, offset), offset):
        found = block
    if found is None or not found.whole.start <= offset <= found.whole.end:
        return None
    return found


def blocks_in(text: str, span: Span) -> Iterator[BibBlock]:
    """Yield every block of which a part is in a span."""
    for block in _blocks(text, _line_head_before(text, span.start), span.end):
        if block.whole.end >= span.start:
            yield block


def _line_head_before(text: str, offset: int) -> int:
    """Return where the last line begins that begins a block, up to a place."""
    start = offset
    while start > 0:
        at = text.rfind("@", 0, start)
        if at == -1:
            return 0
        line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        if not text[line:at].strip(" \t") and _HEAD.match(text, at):
            return at
        start = at
    return 0


def _blocks(text: str, start: int, end: int) -> Iterator[BibBlock]:
    """Yield the blocks that begin in a stretch of a text."""
    head = _HEAD.search(text, start)
    limit = start
    while head and head.start() <= end:
        if limit <= head.start():
            following = _LINE_HEAD.search(text, head.end())
            limit = following.start() if following else len(text)
        block = _Reader(text, head.end(), limit).block(head)
        yield block
        head = _HEAD.search(text, max(block.whole.end, head.end()))


class _Reader:
    """Reads one block of a text, from the text in its delimiters up to a limit.

    Where the braces of the block don't match, a field that begins a line ends the value
    before it.
    """

    def __init__(self, text: str, inside: int, limit: int) -> None:
        self._text = text
        self._inside = inside
        self._limit = limit
        self._partners = _partners(text, inside - 1, limit)
        self._is_sound = text[inside - 1] == "(" or inside - 1 in self._partners

    def block(self, head: re.Match[str]) -> BibBlock:
        kind = head[1].lower()
        key = Span(self._inside, self._inside)
        fields_from: int | None = self._inside
        fields: list[BibField] = []
        if kind in _WITHOUT_FIELDS:
            fields_from = None
        elif kind != "string":
            key, fields_from = self._key()
        if kind not in _WITHOUT_FIELDS:
            fields = [*self._fields(fields_from or key.end)]
        last = fields[-1].whole.end if fields else fields_from or key.end
        end = self._end(last)
        return BibBlock(
            kind,
            Span(*head.span(1)),
            key,
            tuple(fields),
            Span(head.start(), self._limit if end is None else end),
            fields_from,
            end is not None,
        )

    def _key(self) -> tuple[Span, int | None]:
        """Return the span of the key, and the place after the comma that follows it."""
        read = _KEY.match(self._text, self._inside, self._limit)
        assert read  # every part of it is optional
        if _EQUALS.match(self._text, read.end(1), self._limit):
            # A field, where the key is missing.
            return Span(self._inside, self._inside), self._inside
        return Span(*read.span(1)), read.end() if read[2] else None

    def _fields(self, position: int) -> Iterator[BibField]:
        while name := _NAME.match(self._text, self._next(position), self._limit):
            field = self._field(Span(*name.span()))
            yield field
            position = field.whole.end

    def _next(self, position: int) -> int:
        """Return the place after the commas, the white space and the comments."""
        between = _BETWEEN.match(self._text, position, self._limit)
        return between.end() if between else position

    def _field(self, name: Span) -> BibField:
        lowered = name.of(self._text).lower()
        equals = _EQUALS.match(self._text, name.end, self._limit)
        if not equals:
            return BibField(lowered, name)
        pieces = tuple(self._pieces(equals.end()))
        return BibField(lowered, name, equals.end(), pieces)

    def _pieces(self, position: int) -> Iterator[Span]:
        while piece := self._piece(position):
            yield piece
            joint = _JOINT.match(self._text, piece.end, self._limit)
            if not joint:
                return
            position = joint.end()

    def _piece(self, position: int) -> Span | None:
        found = _PIECE.match(self._text, position, self._limit)
        if not found:
            return None
        start = found.start(1)
        if found[1] == "{":
            return Span(start, self._value_end(start, self._partners.get(start)))
        if found[1] == '"':
            return Span(start, self._value_end(start, self._quote_after(start)))
        # A word before another `=` is the name of the next field.
        is_name = _EQUALS.match(self._text, found.end(), self._limit)
        return None if is_name else Span(start, found.end())

    def _value_end(self, start: int, closing: int | None) -> int:
        end = self._limit if closing is None else closing + 1
        if self._is_sound and closing is not None:
            return end
        line = _NEXT_LINE.search(self._text, start, end)
        return line.start() if line else end

    def _quote_after(self, start: int) -> int | None:
        """Return the place of the closing quotation mark; braces hide others."""
        position = start + 1
        while mark := _QUOTE.search(self._text, position, self._limit):
            if mark[0] == '"':
                return mark.start()
            partner = self._partners.get(mark.start())
            if partner is None:
                return None
            position = partner + 1
        return None

    def _end(self, position: int) -> int | None:
        """Return where the block ends whose last field ends at a place."""
        opening = self._inside - 1
        if opening in self._partners:
            return self._partners[opening] + 1
        position = self._next(position)
        is_closed = self._text[position : position + 1] in ("}", ")")
        return position + 1 if is_closed and position < self._limit else None


def _partners(text: str, start: int, limit: int) -> dict[int, int]:
    """Return the place of the closing brace for that of each opening one."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text, start, limit):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            partners[opened.pop()] = brace.start()
            if not opened and text[start] == "{":
                break
        else:
            break
    return partners
