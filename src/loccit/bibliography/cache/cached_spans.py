"""The positions of the entries in a large file, so that only those that are needed are
read.

An index is one file: a checksum of what follows, a line of JSON, the list of keys as
another, and one array of numbers a column.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

from loccit.bibliography.source_file import EntryIndex
from loccit.errors import UnreadableFile
from loccit.model import Place
from loccit.text_files.cache import Stamp
from loccit.text_files.encoding import decode
from loccit.text_files.positions import Positions

#: Bytes to read at once: entries are often read one after the other.
_CHUNK = 1 << 18
#: Encodings in which a text can be decoded in parts, by the names that `decode` uses.
ENCODINGS = frozenset(["utf-8", "windows-1252", "latin-1"])

#: Where what a checksum is of begins.
_CHECKED = len(b"01234567\n")


def pack(index: EntryIndex, encoding: str, mark: int) -> bytes:
    """Write an index.

    Args:
        encoding: the file's, as `decode` calls it.
        mark: the number of bytes before its text.
    """
    starts, limits = _byte_positions(index.text, index.spans, encoding, mark)
    lines, begins = _places(index.text, index.spans)
    numbers = {
        "start": starts,
        "limit": limits,
        "line": lines,
        "column": begins,
        **index.columns,
    }
    packed = {name: array("Q", column).tobytes() for name, column in numbers.items()}
    listed = json.dumps(index.keys).encode()
    head = {
        **index.head,
        "format": index.format,
        "encoding": encoding,
        "keys": len(listed),
        "columns": {name: len(column) for name, column in packed.items()},
    }
    data = b"".join([json.dumps(head).encode(), b"\n", listed, *packed.values()])
    return _checksum(data) + data


def _checksum(data: bytes | memoryview) -> bytes:
    return b"%08x\n" % crc32(data)


def _places(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the lines and the columns at which entries start."""
    starts = list(Positions(text).ascending(start for start, _ in spans))
    return [start.line for start in starts], [start.column for start in starts]


def _byte_positions(
    text: str, spans: Sequence[tuple[int, int]], encoding: str, mark: int
) -> tuple[list[int], list[int]]:
    """Return the byte positions where entries start and end."""
    bounds = [0, *(bound for span in spans for bound in span)]
    if not text.isascii():
        lengths = (
            len(text[start:end].encode(encoding)) for start, end in pairwise(bounds)
        )
        bounds = [0, *accumulate(lengths)]
    bounds = [mark + bound for bound in bounds]
    return bounds[1::2], bounds[2::2]


class KeptSpans:
    """The entries of a file that was read before and has not changed since.

    Raises:
        ValueError: `index` is broken.
        LookupError, TypeError, AttributeError: it is broken in other ways.
    """

    def __init__(self, index: bytes, path: Path, stamp: Stamp) -> None:
        view = memoryview(index)  # views, because it may be large
        if not index.startswith(_checksum(view[_CHECKED:])):
            raise ValueError("an index that is damaged")
        end_of_head = index.index(b"\n", _CHECKED)
        rest = view[end_of_head + 1 :]
        self.head: dict[str, Any] = json.loads(index[_CHECKED:end_of_head])
        self.encoding: str = self.head["encoding"]
        if self.encoding not in ENCODINGS:
            raise ValueError("an encoding that no index has")
        lengths = [self.head["keys"], *self.head["columns"].values()]
        bounds = list(accumulate(lengths, initial=0))
        if bounds[-1] != len(rest):
            raise ValueError("an index that was cut")
        parts = [rest[start:end] for start, end in pairwise(bounds)]
        self.columns: Mapping[str, Sequence[int]] = {
            name: column.cast("Q")
            for name, column in zip(self.head["columns"], parts[1:], strict=True)
        }
        self.keys: list[str] = json.loads(parts[0].tobytes())
        self.path = str(path)
        self._stamp = stamp
        self._chunk = (0, b"")

    def text(self, number: int) -> str:
        """Return the text of an entry.

        Raises:
            UnreadableFile: the file has changed.
        """
        start = self.columns["start"][number]
        limit = self.columns["limit"][number]
        return self._bytes(start, limit).decode(self.encoding)

    def texts(self, first: int, last: int) -> bytes:
        """Return the bytes from the beginning of an entry to the end of another.

        Raises:
            UnreadableFile: the file has changed.
        """
        start = self.columns["start"][first]
        return self._read(start, self.columns["limit"][last] - start)

    def position(self, number: int, offset: int = 0) -> tuple[int, int]:
        """Return the line and column where an entry begins, or of a place in its text."""
        first = self.columns["line"][number]
        column = self.columns["column"][number]
        if not offset:
            return first, column
        inside = Positions(self.text(number)).at(offset)
        if inside.line == 1:
            return first, column + inside.column - 1
        return first + inside.line - 1, inside.column

    def file_text(self) -> str:
        """Return the text of the file.

        Raises:
            UnreadableFile: the file has changed.
        """
        return decode(self._read(0, None), self.path).text

    def _bytes(self, start: int, limit: int) -> bytes:
        first, chunk = self._chunk
        if not first <= start <= limit <= first + len(chunk):
            first = start
            chunk = self._read(start, max(_CHUNK, limit - start))
            self._chunk = first, chunk
        return chunk[start - first : limit - first]

    def _read(self, start: int, size: int | None) -> bytes:
        """Read bytes of the file, or all to its end.

        The file is not held open, which on Windows would keep others from replacing it.
        """
        try:
            with Path(self.path).open("rb") as file:
                if Stamp.of(os.fstat(file.fileno())) == self._stamp:
                    file.seek(start)
                    return file.read(size)
        except OSError:
            pass  # it was deleted, which is a change too
        raise UnreadableFile(
            "This file was changed while it was being read.",
            place=Place(self.path),
            advice="Try again.",
        )
