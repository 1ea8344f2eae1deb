"""The fields of a .bib entry and how a value is read, of `{braces}`, `"quotation
marks"`, numbers and abbreviations.

Entries without errors, which nearly all are, are read here alone; entry.py reads the
others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import NamedTuple

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

_PIECE = regex(r"\s*(?:(?P<open>[{\"])|(?P<bare>[^\s#{}\",]+))")
_CONCATENATION = regex(r"\s*#")
_MARK = regex(r"[{}\"]")
#: How a field begins, up to its value.
FIELD = regex(r"\s*([A-Za-z][\w+:.-]*)\s*=\s*(?=\S)")
#: Nearly every field is such a one: nothing in its value is joined, or in more than two pairs of braces.  A search for
#: it looks at each word once, however long the word is.
_SIMPLE_FIELD = regex(
    r"(?<![\w+:.-])([A-Za-z][\w+:.-]*)\s*=\s*"
    r"(\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\"([^{}\"]*)\"|([^\s#{}\",]+))\s*(?:,\s*|\Z)"
)
_FIELD_END = regex(r"\s*(?:,\s*|\Z)")
#: Braces that may not count, what may be another entry.
_DOUBTFUL = ("\\{", "\\}", "@")
_FIELD_WITHOUT_VALUE = regex(r"=\s*[,#=]")

#: How long a value joined from abbreviations may get, in characters.
_LONGEST_JOINED = 100_000


class EntryError(NamedTuple):
    """An error in an entry: the rule that it breaks, and where in the entry's body.

    `length` is the number of characters that are wrong; 0 where that is not known.
    """

    rule: str
    message: str
    position: int
    length: int = 0


class FieldPlace(NamedTuple):
    """Where in the entry's body a field's name begins, and its value, with the value's
    delimiters, begins and ends.
    """

    name: int
    value: int
    end: int


@dataclass(slots=True)
class ParsedFields:
    """An entry's fields, lower-case name to TeX, in file order, and where each stands.

    `strings` are the abbreviations it uses, by name, as far as they are not numbers.
    """

    values: dict[str, str] = field(default_factory=dict)
    found: dict[str, FieldPlace | re.Match[str]] = field(default_factory=dict)
    errors: list[EntryError] = field(default_factory=list)
    strings: set[str] = field(default_factory=set)

    def place(self, name: str) -> FieldPlace:
        """Where a field stands, which few who read one ask for."""
        found = self.found[name]
        return (
            found
            if isinstance(found, FieldPlace)
            else FieldPlace(found.start(1), found.start(2), found.end(2))
        )


def read_well_formed(body: str, strings: Mapping[str, str]) -> ParsedFields | None:
    """As entry.py's `read_fields`, of a body in which nothing is at error; None, if
    something is or may be.
    """
    reader = FieldReader(body, strings)
    return reader.fields if reader.read_well_formed() else None


def read_string(value: str, strings: Mapping[str, str]) -> str | None:
    """What an abbreviation stands for, of which the spaces stay, as in BibTeX; None if
    it leans on what is not known.

    >>> read_string(' " and " # b', {"b": "B"}), read_string("b", {})
    (' and B', None)
    """
    reader = FieldReader(value, strings)
    text = reader.value("string", 0)
    return (
        None
        if any(
            error.rule in ("endless-value", "unknown-string")
            for error in reader.fields.errors
        )
        else text
    )


class FieldReader:
    """Reads fields from `body`, at `position`, none of them beyond `limit`."""

    def __init__(self, body: str, strings: Mapping[str, str]) -> None:
        self.body = body
        self.known = strings
        self.fields = ParsedFields()
        self.position = 0
        self.limit = len(body)

    def error(self, rule: str, message: str, position: int, length: int = 0) -> None:
        self.fields.errors.append(EntryError(rule, message, position, length))

    def read_well_formed(self) -> bool:
        """Every field, if nothing but commas is between them and each is given once;
        else False, at some point.
        """
        body = self.body
        if any(mark in body for mark in _DOUBTFUL) or _FIELD_WITHOUT_VALUE.search(body):
            return False
        self.position = len(body) - len(body.lstrip(" \t\r\n,"))
        self._read_simple(_SIMPLE_FIELD.finditer(body, self.position))
        while start := FIELD.match(body, self.position):
            if simple := _SIMPLE_FIELD.match(
                body, self.position
            ):  # a search from every place would be slow
                self._read_simple([simple])
                continue
            self.position = start.end()
            self.read_value(start[1].lower(), start.start(1))
            end = _FIELD_END.match(body, self.position)
            if end is None:
                return False
            self.position = end.end()
        return self.position == len(body) and not self.fields.errors

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

    def read_value(self, name: str, start: int) -> None:
        """One value into the field `name`."""
        value = self.position
        text = self.value(name, start).strip()
        if name in self.fields.values:
            self._given_twice(name, start)
        else:
            self.fields.values[name] = text
            self.fields.found[name] = FieldPlace(start, value, self.position)

    def _given_twice(self, name: str, start: int) -> None:
        self.error(
            "duplicate-field",
            f"The field `{name}` is given twice; the first is used",
            start,
            len(name),
        )

    def value(self, name: str, start: int) -> str:
        """One value of the field `name`, as `{A} # b # "C"`."""
        pieces = [self._piece(name)]
        while concatenation := _CONCATENATION.match(
            self.body, self.position, self.limit
        ):
            self.position = concatenation.end()
            pieces.append(self._piece(name))
        # Abbreviations of abbreviations double with every line: a small file can hold
        # more than a machine.
        if sum(map(len, pieces)) > max(_LONGEST_JOINED, self.limit - start):
            self.error(
                "endless-value",
                f"The value of the field `{name}` grows beyond all bounds",
                start,
            )
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
        self.error(
            "unclosed-field",
            f"The value of the field `{name}` is not closed",
            start - 1,
        )
        self.position = self.limit
        return self.body[start : self.limit].rstrip().removesuffix(",")

    def _bare(self, name: str, word: str, start: int) -> str:
        """A number, or an abbreviation."""
        if word.isdecimal():
            return word
        known = self.known.get(word.lower())
        if known is None:
            use = f"The field `{name}` uses the abbreviation `{word}`"
            message = f"{use}, which no @string defines, or which never ends"
            self.error("unknown-string", message, start, len(word))
            return word
        self.fields.strings.add(word.lower())
        return known
