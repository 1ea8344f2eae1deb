"""A source as a row of the index of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.library import Library
from loccit.bibliography.search.query import FIELDS, words_of
from loccit.bibliography.search.summary import Summary, summarize
from loccit.model import Source
from loccit.values.names import full_name

#: Separates the values of a column, so that no phrase matches across two of them.
_BETWEEN = " \ue000 "
_FIELD_OF = {
    variable: field for field, (names, _) in FIELDS.items() for variable in names
}


class Entry(NamedTuple):
    """An entry that is not in an index yet: its place in the library, and its key."""

    position: int
    key: str


class Row(NamedTuple):
    """What an index has of a source.

    Attributes:
        position: its place in the library.
        fingerprint: of its entry; None if the source may change without it.
        summary: what is shown of it.
        years: of the work and of its original.
        words: the words of each of `FIELDS`.
    """

    position: int
    fingerprint: bytes | None
    summary: Summary
    years: tuple[int | None, int | None]
    words: tuple[str, ...]


def rows_of(library: Library, entries: Iterable[Entry]) -> Iterator[Row]:
    """Yield the rows of the entries that can be read."""
    for position, key in entries:
        source = library.read_uncached(key)
        if source is not None:
            yield Row(
                position,
                library.fingerprint(key),
                summarize(source),
                _years(source),
                tuple(_words(source)),
            )


def _words(source: Source) -> Iterator[str]:
    """Yield the text of each column."""
    years = [str(year) for year in _years(source) if year is not None]
    texts = {"key": [source.key], "type": [source.type], "year": years}
    for variable in source.variables:
        if variable in _FIELD_OF:
            texts.setdefault(_FIELD_OF[variable], []).extend(_texts(source, variable))
    for field in FIELDS:
        yield _BETWEEN.join(map(_words_in, texts.get(field, ())))


def _words_in(text: str) -> str:
    """Return a text whose words SQLite finds as `words_of` does."""
    if text.isascii() and "\0" not in text:
        return text  # nothing is faster
    return " ".join(words_of(text))


def _texts(source: Source, variable: str) -> Iterable[str]:
    if names := source.names(variable):
        return map(full_name, names)
    text = source.plain(variable)
    return [text] if text else ()


def _years(source: Source) -> tuple[int | None, int | None]:
    return _year(source, "issued"), _year(source, "original-date")


def _year(source: Source, variable: str) -> int | None:
    date = source.date(variable)
    return date.start.year if date and date.start else None
