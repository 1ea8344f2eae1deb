"""An index of the words of sources, which answers queries at once for libraries of any
size.

It uses SQLite's full-text search (https://sqlite.org/fts5.html).  Rows of unchanged
entries are copied from the last index, so that adding an entry to a large library does
not mean reading all the others again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.library import Library
from loccit.bibliography.search.query import FIELDS, Term, words_of
from loccit.bibliography.search.summary import Summary, summarize
from loccit.model import Source
from loccit.values.names import full_name

#: Separates the values of a column, so that no phrase matches across two of them.
_BETWEEN = " \ue000 "
#: The fraction of an index that may belong to deleted entries: their words can't be
#: removed, only ignored.
_STALE = 0.25

_COLUMNS = [f'"{name}"' for name in FIELDS]  # `in` is a word of SQL
#: `position` is the place in the library; ranges of years are compared with `year` and
#: `original`.
_TABLES = f"""
CREATE TABLE library (digests TEXT);
CREATE TABLE sources (id INTEGER PRIMARY KEY, position INTEGER, fingerprint BLOB,
    key TEXT, author TEXT, shown TEXT, title TEXT, type TEXT, year INTEGER, original INTEGER);
CREATE VIRTUAL TABLE words USING fts5 ({", ".join(_COLUMNS)}, content='', tokenize="unicode61 categories 'L* N* Co'");
"""
_SUMMARY = "key, author, shown, title, type"


class Found(NamedTuple):
    """The answer to a query: the best matches, and the number of all matches."""

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
        """Open the index in a file, which is never changed, only replaced, so that no
        process has to wait for another.

        Raises:
            sqlite3.Error: it is missing or broken.
        """
        return cls(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True))

    def is_of(self, digests: Sequence[str]) -> bool:
        """Return whether it was made from files with these digests, in this order."""
        rows = self._connection.execute("SELECT digests FROM library").fetchall()
        return rows == [(json.dumps(digests),)]

    def search(self, terms: Iterable[Term], most: int | None = None) -> Found:
        """Find the sources that match every term, ranked by BM25, or in the order of the
        library if there is no word to rank by.
        """
        conditions, values = [], list[object]()
        ranked = [_match(term) for term in terms if term.words and not term.negated]
        for term in terms:
            if term.words and not term.negated:
                continue
            condition, operands = _condition(term)
            truth = "NOT TRUE" if term.negated else "TRUE"
            conditions.append(f"({condition}) IS {truth}")
            values += operands
        where = " AND ".join(conditions) or "TRUE"
        source, order = "sources", "position"
        if ranked:
            weights = ", ".join(str(weight) for _, weight in FIELDS.values())
            words = (
                f"SELECT rowid AS found, bm25(words, {weights}) AS worse "
                "FROM words WHERE words MATCH ?"
            )
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
        """Return the index of a library, made from this one and what has changed."""
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
            number = None
            if fingerprint is not None:
                number = known.pop((key, fingerprint), None)
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
    """Return the SQL for a term that is not used for ranking, and its operands."""
    if term.years:
        condition = "year BETWEEN ? AND ? OR original BETWEEN ? AND ?"
        return condition, [*term.years, *term.years]
    return "id IN (SELECT rowid FROM words WHERE words MATCH ?)", [_match(term)]


def _match(term: Term) -> str:
    """Write a term for FTS5: a phrase whose last word is a prefix."""
    column = f'"{term.field}" : ' if term.field else ""
    return f'{column}"{" ".join(term.words)}" *'


def _words(source: Source) -> Iterator[str]:
    """Yield the text of each column."""
    for field in FIELDS:
        yield _BETWEEN.join(map(_words_in, _texts(field, source)))


def _words_in(text: str) -> str:
    """Return a text whose words SQLite finds as `words_of` does."""
    if text.isascii() and "\0" not in text:
        return text  # nothing is faster
    return " ".join(words_of(text))


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
    return _year(source, "issued"), _year(source, "original-date")


def _year(source: Source, variable: str) -> int | None:
    date = source.date(variable)
    return date.start.year if date and date.start else None
