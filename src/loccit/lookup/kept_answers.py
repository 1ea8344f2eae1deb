"""The answers of services, kept on the disk for a while: a run that was interrupted goes
on where it stopped, and a second one asks nobody.

They are in one SQLite file of the user's cache folder, each written as soon as it has
come, with its time.  Deleting the file loses nothing; where it can't be written, they are
kept for this run.
"""

from __future__ import annotations

import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit.lookup.answer import Answer

if TYPE_CHECKING:
    from sqlite3 import Connection

#: Seconds after which a service is asked again: records are corrected, and works are
#: retracted.
_OLD = 30 * 24 * 3600.0
#: Seconds to wait for another process that writes.
_PATIENCE = 5.0
_TABLE = """
    CREATE TABLE IF NOT EXISTS answers (
        asked TEXT, accept TEXT, time REAL, url TEXT, content_type TEXT, data BLOB,
        PRIMARY KEY (asked, accept)
    )
    """


class Kept(NamedTuple):
    """An answer that is kept.

    Attributes:
        answer: None if there is nothing at the address.
    """

    answer: Answer | None


class KeptAnswers:
    """The answers of services, by the addresses that were asked and what was accepted."""

    def __init__(self, file: Path | None = None) -> None:
        """Open the file, by default one in the user's cache folder."""
        self._database = _opened(file or usual_file())

    def get(self, asked: str, accept: str) -> Kept | None:
        """Return what was answered; None if it has to be asked."""
        query = "SELECT url, content_type, data FROM answers WHERE asked=? AND accept=?"
        with suppress(_sqlite_error(), zlib.error):
            for url, content_type, data in self._execute(query, asked, accept):
                if data is None:
                    return Kept(None)
                return Kept(Answer(zlib.decompress(data), content_type, url))
        return None

    def keep(self, asked: str, accept: str, answer: Answer | None) -> None:
        """Keep what was answered."""
        values: tuple[object, ...] = (None, None, None)
        if answer:
            values = (answer.url, answer.content_type, zlib.compress(answer.data))
        query = "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)"
        with suppress(_sqlite_error()):
            self._execute(query, asked, accept, time.time(), *values)

    def _execute(self, query: str, *values: object) -> list[tuple[str, str, bytes]]:
        return self._database.execute(query, values).fetchall()


def usual_file() -> Path:
    """Return the file in the user's cache folder."""
    from platformdirs import user_cache_path  # takes a while to import

    return user_cache_path("loccit") / "answers.sqlite"


def _opened(file: Path) -> Connection:
    """Open the file, or a new one in the place of a damaged one; where neither can be
    written, a database in memory.
    """
    import sqlite3  # takes 10 ms to import

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _connected(file)
    except (OSError, sqlite3.OperationalError):  # it can't be written
        return _connected(":memory:")
    except sqlite3.DatabaseError:  # it is damaged
        with suppress(OSError, sqlite3.Error):
            file.unlink()
            return _connected(file)
        return _connected(":memory:")


def _connected(file: Path | str) -> Connection:
    """Open the file, and delete old answers."""
    import sqlite3  # as above

    # Without transactions: each answer is on the disk at once.
    database = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    database.execute(_TABLE)
    database.execute("DELETE FROM answers WHERE time < ?", (time.time() - _OLD,))
    return database


def _sqlite_error() -> type[Exception]:
    import sqlite3  # as above

    return sqlite3.Error
