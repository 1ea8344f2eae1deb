"""One entry of a .bib file to its fields; what is broken in it is told, and the rest is
read.

What an entry with errors consists of is found by bibtexparser, which takes time to
load.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.read_fields import (
    FIELD,
    FieldReader,
    ParsedFields,
    read_well_formed,
)

if TYPE_CHECKING:
    from bibtexparser.splitter import Splitter

_COMMENTS = regex(r"(?:%[^\n]*\n\s*)+")
_LATER_FIELD = regex(r"[,\n][^\S\n]*(?=[A-Za-z][\w+:.-]*\s*=\s*\S)")
_FIELD_ON_A_LINE = regex(r"\n(?=[ \t]*[A-Za-z][\w+:.-]*\s*=\s*[{\"\w])")


def read_fields(
    body: str, strings: Mapping[str, str], *, closed: bool = True
) -> ParsedFields:
    """Read what stands behind the key of an entry, without the entry's own delimiters.

    Args:
        body: such as `, title = {A} # suffix, year = 2010`.
        strings: abbreviations with their texts.
        closed: whether the entry's end is known; if not, a brace is missing in one of
            its fields.

    >>> read_fields("title = {A} # b, year = 2010", {"b": " and B"}).values
    {'title': 'A and B', 'year': '2010'}
    """
    if closed and (faultless := read_well_formed(body, strings)) is not None:
        return faultless
    reader = _FaultyReader(body, strings)
    if not closed:
        reader.read_broken("")
        return reader.fields
    block = _splitter()("@entry{key," + body.lstrip(" \t,") + "\n}").split().blocks[0]
    entry = getattr(
        block, "ignore_error_block", block
    )  # a field given twice: the entry is still readable
    if entry is None:
        error = getattr(block, "error", "")
        reader.read_broken(str(getattr(error, "abort_reason", error)))
    for given in getattr(entry, "fields", ()):
        reader.read_field(given.key, given.value)
    return reader.fields


@cache
def _splitter() -> type[Splitter]:
    """bibtexparser, imported for the first entry that is not faultless."""
    import logging

    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser.splitter").setLevel(
        logging.CRITICAL
    )  # errors are values here, not log lines
    return Splitter


class _FaultyReader(FieldReader):
    """Reads fields of which some are at error."""

    def read_field(self, name: str, value: str) -> None:
        """The next field, of which bibtexparser knows where it begins and ends.

        It ends a value at a comma; a field behind a missing comma is still part of it.
        It takes comments, which Biber knows in entries too, for a part of the name.
        """
        start = self.body.find(name, self.position)
        self.position = self.body.find(value, start + len(name))
        if comments := _COMMENTS.match(name):
            start, name = start + comments.end(), name[comments.end() :]
        if name.startswith("%"):  # the field itself is one
            self.position += len(value)
            return
        self.limit = self.position + len(value)
        if name:
            self.read_value(name.lower(), start)
        else:
            self.error(
                "unreadable-field",
                "The field before this `=` has no name",
                self.body.find("=", start),
            )
            self.value(name, start)
            name = "="
        while following := FIELD.match(self.body, self.position, self.limit):
            message = f"A comma is missing between `{name}` and `{following[1]}`"
            start = following.start(1)
            self.error("missing-comma", message, start, len(following[1]))
            self.position, name = following.end(), following[1]
            self.read_value(name.lower(), following.start(1))
        if rest := self.body[self.position : self.limit].strip():
            self.error(
                "unreadable-field",
                f"`{rest[:40]}` after the field `{name}` is not read",
                self.position,
            )
        self.position = self.limit

    def read_broken(self, reason: str) -> None:
        """Every field of a broken entry that begins behind a comma or on a line of its
        own.

        A value that is not closed ends where a line begins with the next field.
        """
        lines = [
            *(line.start() for line in _FIELD_ON_A_LINE.finditer(self.body)),
            len(self.body),
        ]
        start = FIELD.match(
            self.body, len(self.body) - len(self.body.lstrip(" \t\r\n,"))
        )
        while start:
            self.position = start.end()
            self.limit = lines[bisect_left(lines, self.position)]
            self.read_value(start[1].lower(), start.start(1))
            later = _LATER_FIELD.search(self.body, self.position)
            start = FIELD.match(self.body, later.end()) if later else None
        if reason and not self.fields.errors:
            reason = reason.replace("entry key", "a field's name").strip().rstrip(".")
            self.error(
                "unreadable-entry",
                f"Not all of this entry can be read: {reason[:1].lower()}{reason[1:]}",
                0,
            )
