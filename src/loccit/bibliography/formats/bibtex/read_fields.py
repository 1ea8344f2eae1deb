"""Read the fields of a well-formed .bib entry.

Values are in `{braces}` or `"quotation marks"`, or are numbers or abbreviations. Nearly
all entries are well-formed; recover.py reads the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import dataclass, field
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

#: What a value, or a part of a joined value, begins with.
_PIECE = regex(r"\s*(?:(?P<open>[{\"])|(?P<bare>[^\s#{}\",]+))")
_CONCATENATION = regex(r"\s*#")
_MARK = regex(r"[{}\"]")
#: A field up to its value.
FIELD = regex(r"\s*([A-Za-z][\w+:.-]*)\s*=\s*(?=\S)")
#: A whole field, as nearly all are: its value is not joined, and its braces are not
#: deeper than two. A search for it looks at each word once, however long the word is.
_SIMPLE_FIELD = regex(
    r"(?<![\w+:.-])([A-Za-z][\w+:.-]*)\s*=\s*"
    r"(\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\"([^{}\"]*)\"|([^\s#{}\",]+))\s*(?:,\s*|\Z)"
)
_FIELD_END = regex(r"\s*(?:,\s*|\Z)")
_FIELD_WITHOUT_VALUE = regex(r"=\s*[,#=]")
#: What may be between the key and the first field.
BEFORE_FIELDS = " \t\r\n,"

#: The longest value joined from abbreviations, in characters.
_LONGEST_JOINED = 100_000
#: The rules that leave an abbreviation without a value.
_WITHOUT_VALUE = frozenset(["endless-value", "unknown-string"])


class EntryError(NamedTuple):
    """An error in an entry.

    Attributes:
        rule: the rule that reports it.
        message: what is wrong, without a full stop.
        position: where it is in the entry's body.
        length: the number of characters that are wrong; None if unknown.
    """

    rule: str
    message: str
    position: int
    length: int | None = None


class FieldPlace(NamedTuple):
    """The place of a field in the entry's body.

    Attributes:
        name: where its name begins.
        value: where its value begins, delimiters included.
        end: where its value ends.
    """

    name: int
    value: int
    end: int


@dataclass(slots=True)
class ParsedFields:
    """The fields of an entry.

    Attributes:
        values: lower-case name to TeX, in file order.
        found: where each field is; see `place`.
        errors: what is wrong in the entry.
        strings: the names of the abbreviations that it uses.
    """

    values: dict[str, str] = field(default_factory=dict)
    found: dict[str, FieldPlace | re.Match[str]] = field(default_factory=dict)
    errors: list[EntryError] = field(default_factory=list)
    strings: set[str] = field(default_factory=set)

    def place(self, name: str) -> FieldPlace:
        """Return where a field is."""
        # Few who read a field ask where it is, so a match is kept as it is.
        found = self.found[name]
        if isinstance(found, FieldPlace):
            return found
        return FieldPlace(found.start(1), found.start(2), found.end(2))


def read_well_formed(body: str, strings: Mapping[str, str]) -> ParsedFields | None:
    """Read fields like `recover.read_fields`; None if anything may be an error."""
    reader = FieldReader(body, strings)
    return reader.fields if reader.read_well_formed() else None


def read_string(value: str, strings: Mapping[str, str]) -> str | None:
    """Read the value of an abbreviation; None if it uses an undefined one.

    Spaces stay, as in BibTeX.

    >>> read_string(' " and " # b', {"b": "B"}), read_string("b", {})
    (' and B', None)
    """
    reader = FieldReader(value, strings)
    text = reader.value("string", 0)
    if any(error.rule in _WITHOUT_VALUE for error in reader.fields.errors):
        return None
    return text


class FieldReader:
    """Reads fields from `body` at `position`, up to `limit`."""

    def __init__(self, body: str, strings: Mapping[str, str]) -> None:
        self.body = body
        self.known = strings
        self.fields = ParsedFields()
        self.position = 0
        self.limit = len(body)

    def error(
        self, rule: str, message: str, position: int, length: int | None = None
    ) -> None:
        self.fields.errors.append(EntryError(rule, message, position, length))

    def read_well_formed(self) -> bool:
        """Read every field; return False as soon as something may be an error.

        Each field is given once, with nothing but a comma between two.
        """
        body = self.body
        if "@" in body or "\\{" in body or "\\}" in body:
            return False  # another entry may begin; escaped braces may or may not count
        if _FIELD_WITHOUT_VALUE.search(body):
            return False
        self.position = len(body) - len(body.lstrip(BEFORE_FIELDS))
        self._read_simple(_SIMPLE_FIELD.finditer(body, self.position))
        while start := FIELD.match(body, self.position):
            # Not `finditer`: a search from every place would be slow.
            simple = _SIMPLE_FIELD.match(body, self.position)
            if simple is not None:
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
        """Read simple fields, as long as each begins where the one before ends."""
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
        """Read one value into a field."""
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
        """Read one value of a field, such as `{A} # b # "C"`."""
        pieces = [self._piece(name)]
        while concatenation := _CONCATENATION.match(
            self.body, self.position, self.limit
        ):
            self.position = concatenation.end()
            pieces.append(self._piece(name))
        # Abbreviations of abbreviations can double with every line, so that a small file
        # would fill the memory.
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
        """Read a number or an abbreviation."""
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
