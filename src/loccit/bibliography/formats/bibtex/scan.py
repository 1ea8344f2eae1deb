"""Where the entries of a .bib file stand: their keys and spans, in one quick pass,
without reading their fields.

A writer cites a dozen of the thousand sources in a library; only those are worth
parsing.  The pass is linear whatever the bytes.  Braces are counted as BibTeX counts
them, backslash or not ("Tame the BeaST", 2.3); what stands between entries is ignored,
as in BibTeX, and so is a line that begins with `%`, as in Biber.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

_BEGIN = r"@[ \t]*([A-Za-z][\w-]*)\s*"
_OPENING = regex(_BEGIN + r"([{(])")
_KEY = regex(r'\s*([^,{}"\n]*)\s*([,}]?)')
_FIELD_IN_PLACE_OF_KEY = regex(r"[A-Za-z]+\s*=\s*(\d+\s*)?$")
_KEY_THEN_FIELD = regex(r"(\S+)\s+[A-Za-z]+\s*=\s*$")
_COMMENT = regex(r"[ \t]*%")
#: What stands further behind the beginning of its line is not looked at for a `%`
#: there.
_LONGEST_LINE = 2000
#: The space before an opening that begins a line.
_LINE_OPENING = regex(rf"^[ \t]*(?={_OPENING.pattern})", re.MULTILINE)
_IN_BRACES = r"(?:\{[^{}]*%s\}[^{}]*)*"
#: A block as nearly all are: braces round values, in them round words, in them round
#: letters, and no deeper.
_SHALLOW_BLOCK = regex(
    _BEGIN + r"\{[^{}]*" + _IN_BRACES % (_IN_BRACES % (_IN_BRACES % "")) + r"\}"
)
_DELIMITER = regex(r'[{}")]')


class EntrySpan(NamedTuple):
    """An entry from its `@` (`start`) to `limit`, where it has ended at the latest; its
    fields begin at `body`.

    `error` is the rule that the entry breaks, or `""`.
    """

    key: str
    type: str
    start: int
    body: int
    limit: int
    error: str = ""


@dataclass(slots=True)
class Scan:
    """What stands in a .bib file: entries in file order, and abbreviations (lower-case
    name to span of the value).
    """

    entries: list[EntrySpan] = field(default_factory=list)
    strings: dict[str, tuple[int, int]] = field(default_factory=dict)


def scan(text: str) -> Scan:
    """Find every entry of `text`.

    An entry that never closes ends where the next one begins a line.

    >>> [(entry.key, entry.type) for entry in scan("@book{a, title = {A}} @Misc(b, note = {B})").entries]
    [('a', 'book'), ('b', 'misc')]
    """
    found = Scan()
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")  # lines end so, and every position stays
    for kind, start, inside, limit, error in _blocks(text):
        if kind == "string":
            equals = text.find("=", inside, limit)
            end = closing(text, start, limit)
            if equals != -1 and end is not None:
                found.strings.setdefault(
                    text[inside:equals].strip().lower(), (equals + 1, end - 1)
                )
        elif kind not in ("comment", "preamble"):
            found.entries.append(_entry(text, kind, start, inside, limit, error))
    return found


def closing(text: str, start: int, limit: int) -> int | None:
    """The end of the block that begins at `start`, just behind its closing delimiter;
    None if that is missing.
    """
    if block := _SHALLOW_BLOCK.match(text, start, limit):
        return block.end()
    return _Delimiters(text, start).find_close(limit)


class _Delimiters:
    """Reads on to the end of one block; `limit` may be moved further and the reading
    goes on where it stopped.
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
        """Whether what stands here is in no field's value, where another entry can't be
        text.
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
    """Whether the braces that are open at a position come to be closed again, in one
    pass for all positions.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = self.depth = (
            0  # how far it was asked, and how many braces are open there
        )

    def returns(self, start: int) -> bool:
        """Whether there is as little open later as at `start`; no earlier position was
        asked for since the last.
        """
        self.depth += self.text.count("{", self.position, start) - self.text.count(
            "}", self.position, start
        )
        self.position = start
        return self._last.get(self.depth, -1) > start or self._end <= self.depth

    @cached_property
    def _end(self) -> int:
        return self.text.count("{") - self.text.count("}")

    @cached_property
    def _last(self) -> dict[int, int]:
        """Where each depth was last come back to."""
        last: dict[int, int] = {}
        depth = done = 0
        while (brace := self.text.find("}", done)) != -1:
            depth += self.text.count("{", done, brace) - 1
            last[depth] = done = brace + 1
        return last


def _blocks(text: str) -> Iterator[tuple[str, int, int, int, str]]:
    """Each block: kind, start, start of its inside, limit, and its error."""
    depths, lines = _Depths(text), _LineOpenings(text)
    opening = _next_opening(text, 0)
    while opening:
        start, inside, kind = opening.start(), opening.end(), opening[1].lower()
        following = _next_opening(text, inside)
        limit = following.start() if following else len(text)
        # Nearly always the braces balance before the next `@name{`, and counting is
        # what Python does fastest.
        error = ""
        if opening[2] == "(" or text.count("{", start, limit) != text.count(
            "}", start, limit
        ):
            if kind == "comment" and not depths.returns(start):
                opening = following  # as in BibTeX, which skips just the word
                continue
            end, following = _block_end(text, kind, start, depths, lines)
            limit = following.start() if following else len(text)
            if end is None:
                error = "unclosed-entry"
            elif text.count("}", end, limit) > text.count("{", end, limit):
                error = "extra-brace"
        yield kind, start, inside, limit, error
        opening = following


def _block_end(
    text: str, kind: str, start: int, depths: _Depths, lines: _LineOpenings
) -> tuple[int | None, re.Match[str] | None]:
    """The end of a block, or None where it never closes, and the opening behind it.

    A value may have lines that begin as an entry does.  They end a block that never
    closes; and where a field should begin, only another entry can begin so.
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
    """The openings that begin a line; asked for forwards, so that no block of text is
    searched twice.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.searched = 0
        self.found: int | None = -1  # the first at or behind `searched`, None for none

    def after(self, position: int) -> int | None:
        """Where the next one begins."""
        if position < self.searched or (
            self.found is not None and self.found < position
        ):
            found = _LINE_OPENING.search(self.text, position)
            self.searched, self.found = position, found.end() if found else None
        return self.found


def _next_opening(text: str, position: int) -> re.Match[str] | None:
    """The next opening that is not on a line that begins with `%`."""
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


def _entry(
    text: str, kind: str, start: int, inside: int, limit: int, error: str
) -> EntrySpan:
    head = _KEY.match(text, inside, limit)
    assert head  # every part of the pattern is optional
    key, separator = head[1].strip(), head[2]
    body = head.end() if separator == "," else head.end(1)
    if not separator and (run_on := _KEY_THEN_FIELD.match(key)):
        key, body = (
            run_on[1],
            inside + text[inside:limit].index(run_on[1]) + len(run_on[1]),
        )
        error = error or "missing-comma"
    elif not key or _FIELD_IN_PLACE_OF_KEY.match(key):
        key, body, error = "", inside, "missing-key"
    elif not separator:
        error = error or "missing-comma"
    return EntrySpan(key, kind, start, body, limit, error)
