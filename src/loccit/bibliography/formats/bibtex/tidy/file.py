"""A .bib file to tidy: its entries, of which the broken ones are left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.scan import EntrySpan, closing, scan
from loccit.bibliography.formats.bibtex.tidy.entry import (
    FileContext,
    TidyEntry,
    tidy_entry,
)
from loccit.model import Span
from loccit.text_files.newlines import newline_of

#: The indentation of a file that shows none.
_INDENT = "  "
#: A field that begins a line; its indentation is that of the file.
_FIELD = regex(r"[\r\n]([ \t]*)[A-Za-z][\w+:.-]*[ \t]*=[ \t]*[\w{\"]")


class EntryInFile(NamedTuple):
    """An entry as the scan found it, its span in the file, and its parts.

    `entry` is None where the entry is broken.
    """

    scanned: EntrySpan
    span: Span
    entry: TidyEntry | None


class TidyFile:
    """The text of a .bib file and its entries."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = scan(text)
        self._entries: list[EntrySpan] = found.entries
        self.context = FileContext(
            frozenset(found.strings), self._indent(), newline_of(text)
        )

    @property
    def keys(self) -> list[str]:
        """The key of each entry, in file order; `""` where an entry has none."""
        return [entry.key for entry in self._entries]

    def entries(self, within: Span | None = None) -> Iterator[EntryInFile]:
        """Yield every entry in file order, reading one at a time: files may be large.

        Args:
            within: leave out what does not touch this span.
        """
        for entry in self._entries:
            if within is not None and not _may_touch(entry, within):
                continue
            end = closing(self.text, entry.start, entry.limit)
            if end is None or entry.error:
                text = self.text[entry.start : end or entry.limit].rstrip()
                span = Span(entry.start, entry.start + len(text))
                yield EntryInFile(entry, span, None)
            else:
                span = Span(entry.start, end)
                parts = tidy_entry(span.of(self.text), self.context)
                yield EntryInFile(entry, span, parts)

    def _indent(self) -> str:
        """Return the indentation that most entries have, whatever their order: after
        tidying, another entry may be the first.
        """
        fields = (
            _FIELD.search(self.text, entry.body, entry.limit) for entry in self._entries
        )
        indents = Counter(field[1] for field in fields if field)
        if not indents:
            return _INDENT
        return max(
            indents, key=lambda indent: (indents[indent], indent == _INDENT, indent)
        )


def _may_touch(entry: EntrySpan, span: Span) -> bool:
    return entry.start <= span.end and span.start <= entry.limit
