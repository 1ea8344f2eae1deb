"""A .bib file as tidying sees it: its entries, and those that are broken, which are
left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.scan import EntrySpan, closing, scan
from loccit.bibliography.formats.bibtex.tidy.entry import (
    OneEntry,
    Surroundings,
    one_entry,
)
from loccit.model import Span
from loccit.text_files.newlines import newline_of

#: A field that begins a line.
_FIELD = regex(r"[\r\n]([ \t]*)[A-Za-z][\w+:.-]*[ \t]*=[ \t]*[\w{\"]")


class Found(NamedTuple):
    """An entry as the scan found it, where it stands, and itself, or None where it is
    broken.
    """

    entry: EntrySpan
    span: Span
    hand: OneEntry | None


class WholeFile:
    """The text of a .bib file and its entries."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = scan(text)
        self._entries: list[EntrySpan] = found.entries
        field = _FIELD.search(text, self._entries[0].body) if self._entries else None
        indent = field[1] if field else "  "
        self.surroundings = Surroundings(
            frozenset(found.strings), indent, newline_of(text)
        )

    @property
    def keys(self) -> list[str]:
        """The key of each entry, in file order; `""` for one that has none."""
        return [entry.key for entry in self._entries]

    def each(self) -> Iterator[Found]:
        """Every entry, in file order, read when it is its turn: a library may be large."""
        for entry in self._entries:
            end = closing(self.text, entry.start, entry.limit)
            if end is None or entry.fault:
                last = len(self.text[entry.start : end or entry.limit].rstrip())
                yield Found(entry, Span(entry.start, entry.start + last), None)
            else:
                span = Span(entry.start, end)
                yield Found(
                    entry, span, one_entry(span.of(self.text), self.surroundings)
                )
