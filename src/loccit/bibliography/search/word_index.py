"""An index of the words of sources, which answers queries at once for libraries of any
size.

It uses SQLite's full-text search (https://sqlite.org/fts5.html).  Rows of unchanged
entries stay, so that adding an entry to a large library does not mean reading all the
others again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.library import Library
from loccit.bibliography.search.query import FIELDS, Term
from loccit.bibliography.search.rows import Entry, Row, rows_of
from loccit.bibliography.search.summary import Summary

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
#: The file is new, and takes its place when it is complete: nobody needs its journal.
_NEW_FILE = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
_ADD_SOURCE = "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MARKS = ", ".join("?" for _ in range(len(_COLUMNS) + 1))
_ADD_WORDS = f"INSERT INTO words (rowid, {', '.join(_COLUMNS)}) VALUES ({_MARKS})"


class Found(NamedTuple):
    """The answer to a query.

    Attributes:
        summaries: the best matches.
        total: the number of all matches.
        is_complete: whether all sources were asked; if not, some may be missing.
    """

    summaries: list[Summary]
    total: int
    is_complete: bool = True


class Changes(NamedTuple):
    """What has changed in a library since its index was made.

    Attributes:
        new: entries that are new or different.
        moved: the places of others, with their numbers in the index; None if there are
            none, because the index has to be made from the beginning.
        gone: numbers of entries that are no more.
    """

    new: list[Entry]
    moved: list[tuple[int, int]] | None = None
    gone: Sequence[int] = ()


def all_new(keys: Iterable[str]) -> Changes:
    """Return the changes from nothing to a library with these keys."""
    return Changes([Entry(*entry) for entry in enumerate(keys)])


class WordIndex:
    """The words of a library's sources.

    Threads may share one, if they ask one after the other.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def of(cls, library: Library) -> WordIndex:
        """Make an index in memory."""
        return cls.of_entries(library, library.keys())

    @classmethod
    def of_entries(cls, library: Library, keys: Iterable[str]) -> WordIndex:
        """Make an index of some of a library's entries, in memory."""
        index = cls.new(":memory:")
        changes = all_new(keys)
        index.change(changes, rows_of(library, changes.new))
        return index

    @classmethod
    def new(cls, file: str) -> WordIndex:
        """Make an empty index.

        Args:
            file: its name; `:memory:` for one in memory.

        Raises:
            sqlite3.Error: it can't be written.
        """
        connection = sqlite3.connect(file, check_same_thread=False)
        connection.executescript(_NEW_FILE + _TABLES)
        return cls(connection)

    @classmethod
    def copied(cls, file: str) -> WordIndex:
        """Open the copy of an index, to change it.

        Raises:
            sqlite3.Error: it is broken.
        """
        connection = sqlite3.connect(file)
        connection.executescript(_NEW_FILE)
        return cls(connection)

    @classmethod
    def kept(cls, file: Path) -> WordIndex:
        """Open the index in a file, which is never changed, only replaced, so that no
        process has to wait for another.

        Raises:
            sqlite3.Error: it is missing or broken.
        """
        address = f"{file.as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(address, uri=True, check_same_thread=False))

    def close(self) -> None:
        """Close its file."""
        self._connection.close()

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

    def with_beginnings(
        self, words: Iterable[Sequence[str]], most: int
    ) -> list[Summary]:
        """Return the first sources that have some words in what people cite by: key,
        author, title or year.

        They are not ranked, which takes a tenth of a second where most of 100,000
        sources match.

        Args:
            words: beginnings of words; of each group, one is enough.
            most: the number of sources to return.
        """
        groups = [" OR ".join(f'"{word}" *' for word in group) for group in words]
        match = " AND ".join(f"{{key author title year}} : ({each})" for each in groups)
        found, values = "SELECT id AS found FROM sources", list[object]()
        if match:
            found, values = (
                "SELECT rowid AS found FROM words WHERE words MATCH ?",
                [match],
            )
        rows = self._connection.execute(
            f"SELECT {_SUMMARY} FROM ({found}) JOIN sources ON id = found LIMIT ?",
            [*values, most],
        )
        return [Summary(*row) for row in rows]

    def vocabulary(self) -> list[str]:
        """Return every word that a source has."""
        run = self._connection.execute
        run(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, words, row)"
        )
        return [word for (word,) in run("SELECT term FROM temp.terms")]

    def changes(self, library: Library) -> Changes:
        """Return what has changed in a library since this index was made.

        If much of it would belong to entries that are gone, it has to be made again.
        """
        ((rows,),) = self._connection.execute("SELECT count(*) FROM words")
        if rows > len(library) * (1 + _STALE):
            return all_new(library.keys())
        known = {
            (key, fingerprint): (number, position)
            for number, position, key, fingerprint in self._connection.execute(
                "SELECT id, position, key, fingerprint FROM sources"
            )
        }
        new: list[Entry] = []
        moved: list[tuple[int, int]] = []
        for position, key in enumerate(library.keys()):
            fingerprint = library.fingerprint(key)
            found = None
            if fingerprint is not None:
                found = known.pop((key, fingerprint), None)
            if found is None:
                new.append(Entry(position, key))
            elif found[1] != position:
                moved.append((position, found[0]))
        return Changes(new, moved, [number for number, _ in known.values()])

    def change(
        self, changes: Changes, rows: Iterable[Row], digests: Sequence[str] = ()
    ) -> None:
        """Change the index to that of a library.

        Args:
            changes: what has changed in the library.
            rows: those of its new entries.
            digests: of its files.
        """
        run = self._connection.executemany
        run("DELETE FROM sources WHERE id = ?", [(number,) for number in changes.gone])
        run("UPDATE sources SET position = ? WHERE id = ?", changes.moved or ())
        ((last,),) = self._connection.execute(
            "SELECT coalesce(max(rowid), 0) FROM words"
        )
        for number, row in enumerate(rows, last + 1):
            source = (number, row.position, row.fingerprint, *row.summary, *row.years)
            self._connection.execute(_ADD_SOURCE, source)
            self._connection.execute(_ADD_WORDS, (number, *row.words))
        self._connection.execute("DELETE FROM library")
        self._connection.execute(
            "INSERT INTO library VALUES (?)", [json.dumps(digests)]
        )
        self._connection.commit()


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
