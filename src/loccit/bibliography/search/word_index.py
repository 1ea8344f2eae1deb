"""An index of the words of sources, which answers a query at once, whatever the size of
the library.

It is SQLite's full-text search (https://sqlite.org/fts5.html).  Rows whose entries have
not changed are taken over from the index that was kept before, so that one more entry
in a large library does not cost reading all the others again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from loccit.bibliography.library import Library
from loccit.bibliography.search.query import FIELDS, Term, words_of
from loccit.bibliography.search.summary import Summary, summarize
from loccit.model import Source
from loccit.values.names import full_name

#: Stands between the values of a column, so that no phrase is found across two.
_BETWEEN = " \ue000 "
#: The part of an index that may be words of entries that are gone: they can't be taken
#: out, only passed over.
_STALE = 0.25

_COLUMNS = [f'"{name}"' for name in FIELDS]  # `in` is a word of SQL
#: `position` is the place in the library, `year` and `original` are what ranges of
#: years are compared with.
_TABLES = f"""
CREATE TABLE library (digests TEXT);
CREATE TABLE sources (id INTEGER PRIMARY KEY, position INTEGER, fingerprint BLOB,
    key TEXT, author TEXT, shown TEXT, title TEXT, type TEXT, year INTEGER, original INTEGER);
CREATE VIRTUAL TABLE words USING fts5 ({", ".join(_COLUMNS)}, content='', tokenize="unicode61 categories 'L* N* Co'");
"""
_SUMMARY = "key, author, shown, title, type"


class Found(NamedTuple):
    """What answers a query: the first of it, the likeliest first, and how many there
    are in all.
    """

    summaries: list[Summary]
    total: int


class WordIndex:
    """The words of a library's sources."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def empty(cls) -> WordIndex:
        connection = sqlite3.connect(":memory:")
        connection.executescript(_TABLES)
        return cls(connection)

    @classmethod
    def kept(cls, file: Path) -> WordIndex:
        """The index in a file, which is never changed, only replaced: so no process
        need wait for another.

        Raises:
            sqlite3.Error: it is not there, or broken.
        """
        return cls(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True))

    def is_of(self, digests: Sequence[str]) -> bool:
        """Whether it was made of files of that content, in that order."""
        return self._connection.execute("SELECT digests FROM library").fetchall() == [
            (json.dumps(digests),)
        ]

    def search(self, terms: Iterable[Term], most: int | None = None) -> Found:
        """What meets every term, ranked by BM25; without a word to rank by, in the
        order of the library.
        """
        conditions, values = [], list[object]()
        ranked = [_match(term) for term in terms if term.words and not term.negated]
        for term in terms:
            if term.words and not term.negated:
                continue
            condition, operands = _condition(term)
            conditions.append(f"({condition}) IS {'NOT ' * term.negated}TRUE")
            values += operands
        where = " AND ".join(conditions) or "TRUE"
        source, order = "sources", "position"
        if ranked:
            weights = ", ".join(str(weight) for _, weight in FIELDS.values())
            words = f"SELECT rowid AS found, bm25(words, {weights}) AS worse FROM words WHERE words MATCH ?"
            source, order = f"({words}) JOIN sources ON id = found", "worse, position"
            values.insert(0, " AND ".join(ranked))
        answer = f"FROM {source} WHERE {where}"
        rows = self._connection.execute(
            f"SELECT {_SUMMARY} {answer} ORDER BY {order} LIMIT ?",
            [*values, -1 if most is None else most],
        )
        summaries = [Summary(*row) for row in rows]
        if most is None or len(summaries) < most:
            return Found(summaries, len(summaries))
        ((total,),) = self._connection.execute(f"SELECT count(*) {answer}", values)
        return Found(summaries, total)

    def updated(self, library: Library, digests: Sequence[str]) -> WordIndex:
        """The index of a library, with what of this one still holds."""
        keys = library.keys()
        ((rows,),) = self._connection.execute("SELECT count(*) FROM words")
        index = WordIndex.empty()
        if rows and rows < len(keys) * (1 + _STALE):
            self._connection.backup(index._connection)
        index._update(library, keys)
        index._connection.execute("DELETE FROM library")
        index._connection.execute(
            "INSERT INTO library VALUES (?)", [json.dumps(digests)]
        )
        index._connection.commit()
        return index

    def write(self, file: Path) -> None:
        """Write the index to a new file.

        Raises:
            sqlite3.Error: it can't be written.
        """
        with closing(self._connection.execute("VACUUM INTO ?", [str(file)])):
            pass

    def _update(self, library: Library, keys: Sequence[str]) -> None:
        known = {
            (key, fingerprint): number
            for number, key, fingerprint in self._connection.execute(
                "SELECT id, key, fingerprint FROM sources"
            )
        }
        new: list[tuple[int, str, bytes | None]] = []
        moved: list[tuple[int, int]] = []
        for position, key in enumerate(keys):
            fingerprint = library.fingerprint(key)
            number = (
                known.pop((key, fingerprint), None) if fingerprint is not None else None
            )
            if number is None:
                new.append((position, key, fingerprint))
            else:
                moved.append((position, number))
        run = self._connection.executemany
        run(
            "DELETE FROM sources WHERE id = ?", [(number,) for number in known.values()]
        )
        run("UPDATE sources SET position = ?1 WHERE id = ?2 AND position != ?1", moved)
        ((last,),) = self._connection.execute(
            "SELECT coalesce(max(rowid), 0) FROM words"
        )
        marks = ", ".join("?" for _ in range(len(_COLUMNS) + 1))
        for number, (position, key, fingerprint) in enumerate(new, last + 1):
            source = library.read_uncached(key)
            if source is None:
                continue
            row = (number, position, fingerprint, *summarize(source), *_years(source))
            self._connection.execute(
                "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
            )
            self._connection.execute(
                f"INSERT INTO words (rowid, {', '.join(_COLUMNS)}) VALUES ({marks})",
                (number, *_words(source)),
            )


def _condition(term: Term) -> tuple[str, list[object]]:
    """The SQL for a term that ranks nothing, and its operands."""
    if term.years:
        return "year BETWEEN ? AND ? OR original BETWEEN ? AND ?", [
            *term.years,
            *term.years,
        ]
    return "id IN (SELECT rowid FROM words WHERE words MATCH ?)", [_match(term)]


def _match(term: Term) -> str:
    """A term's words as FTS5 writes them: together, the last of them the beginning of a
    word.
    """
    column = f'"{term.field}" : ' if term.field else ""
    return f'{column}"{" ".join(term.words)}" *'


def _words(source: Source) -> Iterator[str]:
    """What stands in each column."""
    for field in FIELDS:
        yield _BETWEEN.join(" ".join(words_of(text)) for text in _texts(field, source))


def _texts(field: str, source: Source) -> Iterator[str]:
    if field == "key":
        yield source.key
    elif field == "type":
        yield source.type
    elif field == "year":
        yield from (str(year) for year in _years(source) if year is not None)
    for variable in FIELDS[field][0]:
        value = source.variables.get(variable)
        if isinstance(value, str):
            yield source.plain(variable)
        elif isinstance(value, tuple):
            yield from map(full_name, value)


def _years(source: Source) -> tuple[int | None, int | None]:
    dates = (source.date("issued"), source.date("original-date"))
    issued, original = (
        date.start.year if date and date.start else None for date in dates
    )
    return issued, original
