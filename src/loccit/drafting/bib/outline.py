"""The entries of a `.bib` file in file order, quickly: for outlines and folding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.scan import EntrySpan, closing, scan
from loccit.model import Span

#: A title and the rest of its line, without the delimiter.
_TITLE = regex(r"[\s,]title\s*=\s*[{\"]*([^\r\n]*)", re.IGNORECASE)
_BRACES = regex(r"[{}]|[\",\s]+\Z")
_LONGEST_TITLE = 100


class OutlinedEntry(NamedTuple):
    """An entry of an outline.

    Attributes:
        key: its key, or "".
        type: its type in lower case.
        title: the beginning of its title.
        span: the whole entry; of one that is never closed, up to the next.
        name_span: its key, or its `@` if it has none.
    """

    key: str
    type: str
    title: str
    span: Span
    name_span: Span


def outline(text: str) -> Iterator[OutlinedEntry]:
    """Yield every entry.

    >>> [entry] = outline("@book{doe, title = {{Emma}: A Novel}}")
    >>> entry.key, entry.type, entry.title
    ('doe', 'book', 'Emma: A Novel')
    """
    for entry in scan(text).entries:
        end = _end(text, entry)
        span, name = Span(entry.start, end), _name_span(text, entry)
        yield OutlinedEntry(entry.key, entry.type, _title(text, entry, end), span, name)


def entry_ends(text: str) -> Iterator[int]:
    """Yield where each entry begins, and where it ends.

    >>> [*entry_ends("@book{a} @book{b}")]
    [0, 8, 9, 17]
    """
    for entry in scan(text).entries:
        yield entry.start
        yield _end(text, entry)


def _end(text: str, entry: EntrySpan) -> int:
    """Return where an entry ends; one that is never closed, before the next."""
    end = closing(text, entry.start, entry.limit)
    if end is not None:
        return end
    return entry.start + len(text[entry.start : entry.limit].rstrip())


def _name_span(text: str, entry: EntrySpan) -> Span:
    if not entry.key:
        return Span(entry.start, entry.start + 1)
    start = text.index(entry.key, entry.start + 1 + len(entry.type), entry.limit)
    return Span(start, start + len(entry.key))


def _title(text: str, entry: EntrySpan, end: int) -> str:
    found = _TITLE.search(text, entry.body, end)
    if not found:
        return ""
    line = found[1][: _LONGEST_TITLE * 2]
    return _BRACES.sub("", line)[:_LONGEST_TITLE]
