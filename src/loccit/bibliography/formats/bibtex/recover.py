"""Read the fields of any .bib entry: report what is broken, and read the rest.

bibtexparser takes an entry with errors apart; it is slow to load.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.read_fields import (
    BEFORE_FIELDS,
    FIELD,
    FieldReader,
    ParsedFields,
    read_well_formed,
)

if TYPE_CHECKING:
    from bibtexparser.splitter import Splitter

#: Comments before a field. Biber knows them in entries too.
_COMMENTS = regex(r"(?:%[^\n]*\n\s*)+")
#: Where another field begins after a comma or on a new line.
_LATER_FIELD = regex(r"[,\n][^\S\n]*(?=[A-Za-z][\w+:.-]*\s*=\s*\S)")
_FIELD_ON_A_LINE = regex(r"\n(?=[ \t]*[A-Za-z][\w+:.-]*\s*=\s*[{\"\w])")


def read_fields(
    body: str, strings: Mapping[str, str], *, closed: bool = True
) -> ParsedFields:
    """Read what follows the key of an entry, without the entry's own delimiters.

    Args:
        body: such as `, title = {A} # suffix, year = 2010`.
        strings: abbreviations with their texts.
        closed: whether the entry's end is known; if not, a brace is missing in one of
            its fields.

    >>> read_fields("title = {A} # b, year = 2010", {"b": " and B"}).values
    {'title': 'A and B', 'year': '2010'}
    """
    if closed:
        well_formed = read_well_formed(body, strings)
        if well_formed is not None:
            return well_formed
    reader = _Recovery(body, strings)
    if not closed:
        reader.read_broken("")
        return reader.fields
    text = "@entry{key," + body.lstrip(" \t,") + "\n}"
    block = _splitter()(text).split().blocks[0]
    # An entry with a field given twice is readable nevertheless.
    entry = getattr(block, "ignore_error_block", block)
    if entry is None:
        error = getattr(block, "error", "")
        reader.read_broken(str(getattr(error, "abort_reason", error)))
    for given in getattr(entry, "fields", ()):
        reader.read_field(given.key, given.value)
    return reader.fields


@cache
def _splitter() -> type[Splitter]:
    """Import bibtexparser for the first entry that is not well-formed."""
    import logging

    from bibtexparser.splitter import Splitter

    # Errors are values here, not lines of a log.
    logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)
    return Splitter


class _Recovery(FieldReader):
    """Reads fields of which some are broken."""

    def read_field(self, name: str, value: str) -> None:
        """Read the next field, as bibtexparser separates it from the others.

        It ends a value at a comma; a field after a missing comma is still part of it.
        It takes comments for a part of the name.
        """
        start = self.body.find(name, self.position)
        self.position = self.body.find(value, start + len(name))
        comments = _COMMENTS.match(name)
        if comments is not None:
            start, name = start + comments.end(), name[comments.end() :]
        if name.startswith("%"):  # the field itself is a comment
            self.position += len(value)
            return
        self.limit = self.position + len(value)
        if name:
            self.read_value(name.lower(), start)
        else:
            equals = self.body.find("=", start)
            message = "The field before this `=` has no name"
            self.error("unreadable-field", message, equals)
            self.value(name, start)
            name = "="
        last = self._read_without_commas(name)
        rest = self.body[self.position : self.limit].strip()
        if rest:
            message = f"`{rest[:40]}` after the field `{last}` is not read"
            self.error("unreadable-field", message, self.position)
        self.position = self.limit

    def _read_without_commas(self, name: str) -> str:
        """Read the fields after missing commas; return the name of the last field."""
        while following := FIELD.match(self.body, self.position, self.limit):
            start, new = following.start(1), following[1]
            message = f"A comma is missing between `{name}` and `{new}`"
            self.error("missing-comma", message, start, len(new))
            self.position, name = following.end(), new
            self.read_value(name.lower(), start)
        return name

    def read_broken(self, reason: str) -> None:
        """Read every field of a broken entry that follows a comma or begins a line.

        A value that is not closed ends before the next line that begins with a field.
        """
        lines = [line.start() for line in _FIELD_ON_A_LINE.finditer(self.body)]
        lines.append(len(self.body))
        first = len(self.body) - len(self.body.lstrip(BEFORE_FIELDS))
        start = FIELD.match(self.body, first)
        while start is not None:
            self.position = start.end()
            self.limit = lines[bisect_left(lines, self.position)]
            self.read_value(start[1].lower(), start.start(1))
            later = _LATER_FIELD.search(self.body, self.position)
            start = None if later is None else FIELD.match(self.body, later.end())
        if reason and not self.fields.errors:
            reason = reason.replace("entry key", "a field's name").strip().rstrip(".")
            reason = reason[:1].lower() + reason[1:]
            message = f"Not all of this entry can be read: {reason}"
            self.error("unreadable-entry", message, 0)
