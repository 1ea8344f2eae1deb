"""The entries of a typed list, and what is between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.essays.document import EntryStretch
from loccit.essays.formats.latex.reference_list import raw_span
from loccit.essays.formats.latex.run import Run
from loccit.essays.mapped_text import MappedText
from loccit.model import Span

#: What closes what an entry ends with.
_CLOSING = regex(r"\}+")
_NUMBER = regex(r"(?:[\[(]\d{1,4}[\])]|\d{1,4}[.)])\s*")


class Stretches:
    """Groups entries of a file."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        """Prepare for a file.

        Args:
            text: its characters.
            runs: what was read of it.
        """
        self._text = text
        shown = [run for run in runs if run.length and not run.shape.note]
        self._runs = sorted(shown, key=_start)
        self._starts = [run.start for run in self._runs]

    def environment_at(self, position: int) -> str:
        """Return the list that the item at a position is in, "" for other text."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position > self._runs[index].end:
            return ""
        return self._runs[index].shape.environment

    def group(self, entries: Sequence[Span]) -> list[EntryStretch]:
        """Group entries with nothing between them but white space."""
        found: list[EntryStretch] = []
        for number, entry in enumerate(entries):
            span = self.with_markup(entry)
            before = found[-1] if found else None
            if before and not self._text[before.span.end : span.start].strip():
                joined = Span(before.span.start, span.end)
                numbers = range(before.entries.start, number + 1)
                found[-1] = EntryStretch(joined, numbers)
            else:
                found.append(EntryStretch(span, range(number, number + 1)))
        return found

    def with_markup(self, entry: Span) -> Span:
        """Return the place of an entry with what begins its paragraph, and the braces
        that close at its end.
        """
        closing = _CLOSING.match(self._text, entry.end)
        start, end = entry.start, closing.end() if closing else entry.end
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return Span(start, end)
        run = self._runs[index]
        readable = run.mapped.trimmed()
        if readable.text and start <= readable.origin(_after_number(readable)):
            start = raw_span(run, self._text).start
        return Span(start, end)


def _after_number(readable: MappedText) -> int:
    """Return where the text of an entry begins, after its number."""
    found = _NUMBER.match(readable.text)
    return found.end() if found and found.end() < len(readable.text) else 0


def _start(run: Run) -> int:
    return run.start
