"""A .bib file as tidying sees it: its entries, and those that are broken, which are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from loccit.bibliography.edits.bib_entry import BibEntry, bib_entry
from loccit.bibliography.edits.newlines import newline_of
from loccit.bibliography.lines import Lines
from loccit.bibliography.scan import EntrySpan, scan
from loccit.bibliography.tidy.one_entry import OneEntry, one_entry
from loccit.model import Place, Problem
from loccit.model.pattern import pattern

_INDENT = pattern(r"[\r\n]([ \t]*)\Z")


class WholeFile:
    """The text of a .bib file and its entries, in file order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = newline_of(text)
        found = scan(text)
        self.spans: list[EntrySpan] = found.entries
        self.entries: list[BibEntry] = [bib_entry(text, span) for span in self.spans]
        self.strings = frozenset(found.strings)

    @cached_property
    def each(self) -> list[tuple[BibEntry, OneEntry | None]]:
        """Every entry with itself in hand, or None where it is broken."""
        return [(entry, self._in_hand(span, entry)) for span, entry in zip(self.spans, self.entries, strict=True)]

    def _in_hand(self, span: EntrySpan, entry: BibEntry) -> OneEntry | None:
        if span.fault or entry.faults:
            return None
        return one_entry(entry.whole.of(self.text), self.strings, self.indent, self.newline)

    @cached_property
    def indent(self) -> str:
        """What the first field of the file that begins a line has before it; two spaces where none does."""
        for entry in self.entries:
            end = entry.key.end
            for part in entry.parts:
                if found := _INDENT.search(self.text, end, part.start):
                    return found[1]
                end = part.end
        return "  "

    def left_alone(self, path: str, *, moving_fields: bool) -> Iterator[Problem]:
        """What is said of the entries that are broken, and of those whose fields can't be moved."""
        lines = Lines(self.text)
        for entry, hand in self.each:
            position = entry.whole.start
            if hand is None:
                fault = next(iter(entry.faults), None)
                position = fault.position if fault else position
                rule = "broken-entry"
                what = "This entry is broken, and left as it is" + (f": {fault.message}." if fault else ".")
            elif moving_fields and hand.commented:
                rule, what = "comment-in-entry", "A comment stands in this entry, so its fields stay where they are."
            else:
                continue
            key = entry.key.of(self.text)
            advice = f"`loccit edit {key}` opens it." if key else ""
            yield Problem(rule, what, Place(path, *lines.at(position)), "note", advice)
