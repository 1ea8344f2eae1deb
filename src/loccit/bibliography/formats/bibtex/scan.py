"""Find the entries of a .bib file, their keys and spans, without reading their fields.

Someone who writes cites a dozen of the thousand sources in a library: only those are
worth parsing. The pass takes linear time whatever the text is. Braces are counted as
BibTeX counts them, with or without a backslash ("Tame the BeaST", 2.3). Text between
entries is ignored, as in BibTeX, and so is a line that begins with `%`, as in Biber.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from loccit._startup.dataclass import dataclass, field
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

_BEGIN = r"@[ \t]*([A-Za-z][\w-]*)\s*"
_OPENING = regex(_BEGIN + r"([{(])")
_KEY = regex(r'\s*([^,{}"\n]*)\s*([,}]?)')
_FIELD_IN_PLACE_OF_KEY = regex(r"[A-Za-z]+\s*=\s*(\d+\s*)?$")
_KEY_THEN_FIELD = regex(r"(\S+)\s+[A-Za-z]+\s*=\s*$")
_COMMENT = regex(r"[ \t]*%")
#: In a longer line, nobody looks for a `%` at its beginning.
_LONGEST_LINE = 2000
#: The indentation of an opening that begins a line.
_LINE_OPENING = regex(rf"^[ \t]*(?={_OPENING.pattern})", re.MULTILINE)
#: Text in braces, with a deeper level to be filled in.
_IN_BRACES = r"(?:\{[^{}]*%s\}[^{}]*)*"
#: A block as nearly all are: braces around values, within these around words, within
#: these around letters, and no deeper.
_SHALLOW_BLOCK = regex(
    _BEGIN + r"\{[^{}]*" + _IN_BRACES % (_IN_BRACES % (_IN_BRACES % "")) + r"\}"
)
_DELIMITER = regex(r'[{}")]')


class EntrySpan(NamedTuple):
    """The span of an entry.

    Attributes:
        key: its key, or `""`.
        type: its type in lower case.
        start: the place of its `@`.
        body: where its fields begin.
        limit: the last place where it can have ended.
        error: the rule that reports its error, or `""`.
    """

    key: str
    type: str
    start: int
    body: int
    limit: int
    error: str = ""


@dataclass(slots=True)
class Scan:
    """The content of a .bib file.

    Attributes:
        entries: in file order.
        strings: the abbreviations: lower-case name to the span of the value.
        preambles: the spans of the values of `@preamble`.
    """

    entries: list[EntrySpan] = field(default_factory=list)
    strings: dict[str, tuple[int, int]] = field(default_factory=dict)
    preambles: list[tuple[int, int]] = field(default_factory=list)


class _Block(NamedTuple):
    """An entry, or another thing that begins with `@name{`.

    Attributes:
        kind: the name in lower case.
        start: the place of its `@`.
        inside: where the text after its opening delimiter begins.
        limit: the last place where it can have ended.
        error: the rule that reports its error, or `""`.
    """

    kind: str
    start: int
    inside: int
    limit: int
    error: str


def scan(text: str) -> Scan:
    """Find every entry of `text`.

    An entry that never closes ends where the next one begins a line.

    >>> [(entry.key, entry.type) for entry in scan("@book{a, title = {A}} @Misc(b, note = {B})").entries]
    [('a', 'book'), ('b', 'misc')]
    """
    found = Scan()
    if "\r" in text and "\n" not in text:
        # The line ending of old Macs; every position stays.
        text = text.replace("\r", "\n")
    for block in _blocks(text):
        if block.kind == "string":
            _add_string(text, block, found.strings)
        elif block.kind == "preamble":
            end = closing(text, block.start, block.limit)
            if end is not None:
                found.preambles.append((block.inside, end - 1))
        elif block.kind != "comment":
            found.entries.append(_entry(text, block))
    return found


def closing(text: str, start: int, limit: int) -> int | None:
    """Return the end of the block that begins at `start`; None if it is never closed.

    The end is after the closing delimiter.
    """
    block = _SHALLOW_BLOCK.match(text, start, limit)
    if block is not None:
        return block.end()
    return _Delimiters(text, start).find_close(limit)


class _Delimiters:
    """Finds the end of one block.

    With a larger limit, the search continues where it stopped.
    """

    def __init__(self, text: str, start: int) -> None:
        opening = _OPENING.match(text, start)
        assert opening
        self.text = text
        self.position = opening.end()
        self.braces = opening[2] == "{"
        self.top = self.depth = 1 if self.braces else 0
        self.quoted = False

    @property
    def between_fields(self) -> bool:
        """Whether this position is outside every value, so that text which looks like
        an entry is one.
        """
        return self.depth == self.top and not self.quoted

    def find_close(self, limit: int) -> int | None:
        for mark in _DELIMITER.finditer(self.text, self.position, limit):
            match mark[0]:
                case "{":
                    self.depth += 1
                case "}":
                    self.depth -= 1
                    if self.braces and self.depth == 0:
                        return mark.end()
                case '"' if self.depth == self.top:
                    self.quoted = not self.quoted
                case ")" if not self.braces and self.depth == 0 and not self.quoted:
                    return mark.end()
        self.position = limit
        return None


class _Depths:
    """Tells whether the braces open at a position are closed again later.

    One pass serves all positions.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        #: the position of the last question, and the number of braces open there
        self.position = self.depth = 0

    def returns(self, start: int) -> bool:
        """Return whether no more braces are open somewhere later than at `start`.

        Positions must be asked for in ascending order.
        """
        opened = self.text.count("{", self.position, start)
        closed = self.text.count("}", self.position, start)
        self.depth += opened - closed
        self.position = start
        return self._last.get(self.depth, -1) > start or self._end <= self.depth

    @cached_property
    def _end(self) -> int:
        """The number of braces that are open at the end."""
        return self.text.count("{") - self.text.count("}")

    @cached_property
    def _last(self) -> dict[int, int]:
        """The last place at which a brace closes to each depth."""
        last: dict[int, int] = {}
        depth = done = 0
        while (brace := self.text.find("}", done)) != -1:
            depth += self.text.count("{", done, brace) - 1
            last[depth] = done = brace + 1
        return last


def _blocks(text: str) -> Iterator[_Block]:
    """Find every block."""
    depths, lines = _Depths(text), _LineOpenings(text)
    opening = _next_opening(text, 0)
    while opening is not None:
        start, inside, kind = opening.start(), opening.end(), opening[1].lower()
        following = _next_opening(text, inside)
        limit = len(text) if following is None else following.start()
        # Nearly always the braces balance before the next `@name{`, and counting is
        # what Python does fastest.
        is_balanced = text.count("{", start, limit) == text.count("}", start, limit)
        error = ""
        if opening[2] == "(" or not is_balanced:
            if kind == "comment" and not depths.returns(start):
                opening = following  # like BibTeX, skip only the word
                continue
            end, following = _block_end(text, kind, start, depths, lines)
            limit = len(text) if following is None else following.start()
            error = _error(text, end, limit)
        yield _Block(kind, start, inside, limit, error)
        opening = following


def _error(text: str, end: int | None, limit: int) -> str:
    if end is None:
        return "unclosed-entry"
    if text.count("}", end, limit) > text.count("{", end, limit):
        return "extra-brace"
    return ""


def _block_end(
    text: str, kind: str, start: int, depths: _Depths, lines: _LineOpenings
) -> tuple[int | None, re.Match[str] | None]:
    """Return the end of a block, None if it never closes, and the opening after it.

    A value may contain lines that begin like an entry. They end a block that never
    closes; and where a field should begin, such a line is another entry.
    """
    delimiters = _Delimiters(text, start)
    first = line = None if kind == "comment" else lines.after(delimiters.position)
    while (
        end := delimiters.find_close(len(text) if line is None else line)
    ) is None and line is not None:
        if delimiters.between_fields or not depths.returns(start):
            return None, _next_opening(text, line)
        line = lines.after(line + 1)
    resume = first if end is None else end
    return end, None if resume is None else _next_opening(text, resume)


class _LineOpenings:
    """Finds openings that begin a line.

    Positions must be asked for in ascending order, so that no text is searched twice.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.searched = 0
        #: the first opening at or after `searched`; None if there is none, -1 if it has
        #: not been searched for
        self.found: int | None = -1

    def after(self, position: int) -> int | None:
        """Return where the next opening begins."""
        is_passed = self.found is not None and self.found < position
        if is_passed or position < self.searched:
            found = _LINE_OPENING.search(self.text, position)
            self.searched = position
            self.found = None if found is None else found.end()
        return self.found


def _next_opening(text: str, position: int) -> re.Match[str] | None:
    """Find the next opening that is not on a line that begins with `%`."""
    while found := _OPENING.search(text, position):
        start = found.start()
        if not start or text[start - 1] == "\n":
            break
        line = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
        if not _COMMENT.match(text, line):
            break
        end = text.find("\n", start)
        position = len(text) if end == -1 else end
    return found


def _add_string(text: str, block: _Block, strings: dict[str, tuple[int, int]]) -> None:
    equals = text.find("=", block.inside, block.limit)
    end = closing(text, block.start, block.limit)
    if equals != -1 and end is not None:
        name = text[block.inside : equals].strip().lower()
        strings.setdefault(name, (equals + 1, end - 1))


def _entry(text: str, block: _Block) -> EntrySpan:
    kind, start, inside, limit, error = block
    head = _KEY.match(text, inside, limit)
    assert head  # every part of the pattern is optional
    key, separator = head[1].strip(), head[2]
    body = head.end() if separator == "," else head.end(1)
    run_on = None if separator else _KEY_THEN_FIELD.match(key)
    if run_on is not None:
        key = run_on[1]
        body = text.index(key, inside, limit) + len(key)
        error = error or "missing-comma"
    elif not key or ("=" in key and _FIELD_IN_PLACE_OF_KEY.match(key)):
        key, body, error = "", inside, "missing-key"
    elif not separator:
        error = error or "missing-comma"
    return EntrySpan(key, kind, start, body, limit, error)
