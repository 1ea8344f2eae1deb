"""One entry of a .bib file to its fields; what is broken in it is told, and the rest is read.

An entry without faults is read here; what else there may be in one is found by bibtexparser, which takes time to load.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from loccit.model.dataclass import dataclass
from loccit.model.pattern import pattern

if TYPE_CHECKING:
    from bibtexparser.splitter import Splitter

_PIECE = pattern(r"\s*(?:(?P<open>[{\"])|(?P<bare>[^\s#{}\",]+))")
_CONCATENATION = pattern(r"\s*#")
_MARK = pattern(r"[{}\"]")
_FIELD = pattern(r"\s*([A-Za-z][\w+:.-]*)\s*=\s*(?=\S)")
#: Nearly every field is such a one: nothing in its value is joined, or in more than two pairs of braces.  A search for
#: it looks at each word once, however long the word is.
_SIMPLE_FIELD = pattern(
    r"(?<![\w+:.-])([A-Za-z][\w+:.-]*)\s*=\s*"
    r"(\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\"([^{}\"]*)\"|([^\s#{}\",]+))\s*(?:,\s*|\Z)"
)
_FIELD_END = pattern(r"\s*(?:,\s*|\Z)")
#: Braces that may not count, what may be another entry.
_DOUBTFUL = ("\\{", "\\}", "@")
_FIELD_WITHOUT_VALUE = pattern(r"=\s*[,#=]")
_COMMENTS = pattern(r"(?:%[^\n]*\n\s*)+")
_LATER_FIELD = pattern(r"[,\n][^\S\n]*(?=[A-Za-z][\w+:.-]*\s*=\s*\S)")
_FIELD_ON_A_LINE = pattern(r"\n(?=[ \t]*[A-Za-z][\w+:.-]*\s*=\s*[{\"\w])")


class Fault(NamedTuple):
    """What is wrong in an entry: the rule it breaks, and where in the entry's body."""

    rule: str
    message: str
    position: int


class FieldPlace(NamedTuple):
    """Where in the entry's body a field's name begins, and its value, with the value's delimiters, begins and ends."""

    name: int
    value: int
    end: int


@dataclass(slots=True)
class Fields:
    """An entry's fields, lower-case name to TeX, in file order, and where each stands.

    `strings` are the abbreviations it uses, by name, as far as they are not numbers.
    """

    values: dict[str, str] = field(default_factory=dict)
    found: dict[str, FieldPlace | re.Match[str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    strings: set[str] = field(default_factory=set)

    def place(self, name: str) -> FieldPlace:
        """Where a field stands, which few who read one ask for."""
        found = self.found[name]
        return found if isinstance(found, FieldPlace) else FieldPlace(found.start(1), found.start(2), found.end(2))


def read_fields(body: str, strings: Mapping[str, str], *, closed: bool = True) -> Fields:
    """Read what stands behind the key of an entry, without the entry's own delimiters.

    Args:
        body: such as `, title = {A} # suffix, year = 2010`.
        strings: abbreviations with their texts.
        closed: whether the entry's end is known; if not, a brace is missing in one of its fields.

    >>> read_fields("title = {A} # b, year = 2010", {"b": " and B"}).values
    {'title': 'A and B', 'year': '2010'}
    """
    if closed and (faultless := read_faultless(body, strings)) is not None:
        return faultless
    reader = _Reader(body, strings)
    if not closed:
        reader.read_broken("")
        return reader.fields
    block = _splitter()("@entry{key," + body.lstrip(" \t,") + "\n}").split().blocks[0]
    entry = getattr(block, "ignore_error_block", block)  # a field given twice: the entry is still readable
    if entry is None:
        error = getattr(block, "error", "")
        reader.read_broken(str(getattr(error, "abort_reason", error)))
    for given in getattr(entry, "fields", ()):
        reader.read_field(given.key, given.value)
    return reader.fields


def read_faultless(body: str, strings: Mapping[str, str]) -> Fields | None:
    """As `read_fields`, of a body in which nothing is at fault; None, if something is or may be."""
    reader = _Reader(body, strings)
    return reader.fields if reader.read_faultless() else None


def read_string(value: str, strings: Mapping[str, str]) -> str | None:
    """What an abbreviation stands for, of which the spaces stay, as in BibTeX; None if it leans on what is not known.

    >>> read_string(' " and " # b', {"b": "B"}), read_string("b", {})
    (' and B', None)
    """
    reader = _Reader(value, strings)
    text = reader.value("string", 0)
    return None if any(fault.rule in ("endless-value", "unknown-string") for fault in reader.fields.faults) else text


@cache
def _splitter() -> type[Splitter]:
    """bibtexparser, imported for the first entry that is not faultless."""
    import logging

    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)  # faults are values here, not log lines
    return Splitter


#: How long a value joined from abbreviations may get, in characters.
_LONGEST_JOINED = 100_000


class _Reader:
    """Reads the values of fields from `body`, at `position`."""

    def __init__(self, body: str, strings: Mapping[str, str]) -> None:
        self.body = body
        self.known = strings
        self.fields = Fields()
        self.position = 0
        self.limit = len(body)

    def fault(self, rule: str, message: str, position: int) -> None:
        self.fields.faults.append(Fault(rule, message, position))

    def read_faultless(self) -> bool:
        """Every field, if nothing but commas is between them and each is given once; else False, at some point."""
        body = self.body
        if any(mark in body for mark in _DOUBTFUL) or _FIELD_WITHOUT_VALUE.search(body):
            return False
        self.position = len(body) - len(body.lstrip(" \t\r\n,"))
        self._read_simple(_SIMPLE_FIELD.finditer(body, self.position))
        while start := _FIELD.match(body, self.position):
            if simple := _SIMPLE_FIELD.match(body, self.position):  # a search from every place would be slow
                self._read_simple([simple])
                continue
            self.position = start.end()
            self._read_value(start[1].lower(), start.start(1))
            end = _FIELD_END.match(body, self.position)
            if end is None:
                return False
            self.position = end.end()
        return self.position == len(body) and not self.fields.faults

    def _read_simple(self, fields: Iterable[re.Match[str]]) -> None:
        """Simple fields, as long as each begins where the one before has ended."""
        values, found = self.fields.values, self.fields.found
        for match in fields:
            start, end = match.span()
            if start != self.position:
                return
            name, _, braced, quoted, bare = match.groups()
            name = name.lower()
            if bare and not bare.isdecimal():
                bare = self._bare(name, bare, match.start(5))
            if name in values:
                self._given_twice(name, start)
            else:
                values[name] = (braced or quoted or bare or "").strip()
                found[name] = match
            self.position = end

    def read_field(self, name: str, value: str) -> None:
        """The next field, of which bibtexparser knows where it begins and ends.

        It ends a value at a comma; a field behind a missing comma is still part of it.  It takes comments, which Biber
        knows in entries too, for a part of the name.
        """
        start = self.body.find(name, self.position)
        self.position = self.body.find(value, start + len(name))
        if comments := _COMMENTS.match(name):
            start, name = start + comments.end(), name[comments.end() :]
        if name.startswith("%"):  # the field itself is one
            self.position += len(value)
            return
        self.limit = self.position + len(value)
        self._read_value(name.lower(), start)
        while following := _FIELD.match(self.body, self.position, self.limit):
            message = f"A comma is missing between `{name}` and `{following[1]}`"
            self.fault("missing-comma", message, following.start(1))
            self.position, name = following.end(), following[1]
            self._read_value(name.lower(), following.start(1))
        if rest := self.body[self.position : self.limit].strip():
            self.fault("unreadable-field", f"`{rest[:40]}` behind the field `{name}` is not read", self.position)
        self.position = self.limit

    def read_broken(self, reason: str) -> None:
        """Every field of a broken entry that begins behind a comma or on a line of its own.

        A value that is not closed ends where a line begins with the next field.
        """
        lines = [*(line.start() for line in _FIELD_ON_A_LINE.finditer(self.body)), len(self.body)]
        start = _FIELD.match(self.body, len(self.body) - len(self.body.lstrip(" \t\r\n,")))
        while start:
            self.position = start.end()
            self.limit = lines[bisect_left(lines, self.position)]
            self._read_value(start[1].lower(), start.start(1))
            later = _LATER_FIELD.search(self.body, self.position)
            start = _FIELD.match(self.body, later.end()) if later else None
        if reason and not self.fields.faults:
            reason = reason.replace("entry key", "a field's name").strip().rstrip(".")
            self.fault("unreadable-entry", f"Not all of this entry can be read: {reason[:1].lower()}{reason[1:]}", 0)

    def _read_value(self, name: str, start: int) -> None:
        """One value into the field `name`."""
        value = self.position
        text = self.value(name, start).strip()
        if name in self.fields.values:
            self._given_twice(name, start)
        else:
            self.fields.values[name] = text
            self.fields.found[name] = FieldPlace(start, value, self.position)

    def _given_twice(self, name: str, start: int) -> None:
        self.fault("duplicate-field", f"The field `{name}` is given twice; the first is used", start)

    def value(self, name: str, start: int) -> str:
        """One value of the field `name`, as `{A} # b # "C"`."""
        pieces = [self._piece(name)]
        while concatenation := _CONCATENATION.match(self.body, self.position, self.limit):
            self.position = concatenation.end()
            pieces.append(self._piece(name))
        # Abbreviations of abbreviations double with every line: a small file can hold more than a machine.
        if sum(map(len, pieces)) > max(_LONGEST_JOINED, self.limit - start):
            self.fault("endless-value", f"The value of the field `{name}` grows beyond all bounds", start)
            pieces = []
        return "".join(pieces)

    def _piece(self, name: str) -> str:
        found = _PIECE.match(self.body, self.position, self.limit)
        if not found:
            return ""
        start = self.position = found.end()
        if bare := found["bare"]:
            return self._bare(name, bare, found.start("bare"))
        quoted = found["open"] == '"'
        depth = 0 if quoted else 1
        for mark in _MARK.finditer(self.body, start, self.limit):
            if mark[0] == '"':
                closed = quoted and depth == 0
            else:
                depth += 1 if mark[0] == "{" else -1
                closed = not quoted and depth == 0
            if closed:
                self.position = mark.end()
                return self.body[start : mark.start()]
        self.fault("unclosed-field", f"The value of the field `{name}` is not closed", start - 1)
        self.position = self.limit
        return self.body[start : self.limit].rstrip().removesuffix(",")

    def _bare(self, name: str, word: str, start: int) -> str:
        """A number, or an abbreviation."""
        if word.isdecimal():
            return word
        known = self.known.get(word.lower())
        if known is None:
            message = f"The field `{name}` uses the abbreviation `{word}`, which no @string defines, or none that ends"
            self.fault("unknown-string", message, start)
            return word
        self.fields.strings.add(word.lower())
        return known
