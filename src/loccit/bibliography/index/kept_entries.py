"""The entries of a large .bib file from an index: where each stands, so that only those that are asked for are read.

The index is one file: a line of JSON, the keys a line each, and one array of numbers a column.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path

from loccit import __version__
from loccit.bibliography.bibtex.entry_text import EntryText, EntryTexts, ScannedEntries
from loccit.bibliography.index.cache import Stamp, folder, keep
from loccit.bibliography.lines import Lines
from loccit.errors import UnreadableFile
from loccit.model import Place

#: The numbers of each entry, all but `citable` of every entry of the file: where it starts and ends in bytes, where it
#: starts as line and column, where its fields begin behind that, and its type as a place in the list of types.
_COLUMNS = ("start", "limit", "line", "column", "body", "type", "citable")
#: How many bytes are read at once: entries are often asked for one after the other.
_CHUNK = 1 << 18
#: Text encodings that write a text part by part as they do the whole, by their names in `decode`.
_ENCODINGS = frozenset(["UTF-8", "Windows-1252", "Latin-1"])


def kept_entries(digest: str, path: Path, stamp: Stamp) -> KeptEntries | None:
    """The entries of the file at `path`, whose content is known by `digest`; None if there is no index of them."""
    try:
        return KeptEntries(_index_file(digest).read_bytes(), path, stamp)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # not there, or broken
        return None


def keep_entries(digest: str, entries: EntryTexts, encoding: str, mark: int) -> None:
    """Keep an index of entries that were scanned, where it can be done.

    Args:
        encoding: what their file is in, as `decode` calls it.
        mark: the bytes before its text begins.
    """
    if isinstance(entries, ScannedEntries) and encoding in _ENCODINGS:
        keep(_index_file(digest), pack(entries, encoding, mark))


def _index_file(digest: str) -> Path:
    return folder() / f"{digest}.{__version__}.entries"


def pack(entries: ScannedEntries, encoding: str, mark: int) -> bytes:
    """An index of scanned entries."""
    spans = entries.scan.entries
    types = {kind: number for number, kind in enumerate(dict.fromkeys(span.type for span in spans))}
    starts, limits = _byte_positions(entries, encoding, mark)
    lines = _lines(entries)
    columns = {
        "start": starts,
        "limit": limits,
        "line": lines,
        "column": [span.start - entries.text.rfind("\n", 0, span.start) for span in spans],
        "body": [span.body - span.start for span in spans],
        "type": [types[span.type] for span in spans],
        "citable": entries.citable,
    }
    keys = "\n".join(span.key for span in spans).encode("utf-8", "surrogatepass")
    packed = [array("Q", columns[name]).tobytes() for name in _COLUMNS]
    head = {
        "encoding": encoding,
        "types": list(types),
        "faults": {str(number): span.fault for number, span in enumerate(spans) if span.fault},
        "strings": entries.strings,
        "lengths": [len(keys), *map(len, packed)],
    }
    return b"".join([json.dumps(head).encode(), b"\n", keys, *packed])


def _lines(entries: ScannedEntries) -> list[int]:
    starts = [0, *(span.start for span in entries.scan.entries)]
    counts = (entries.text.count("\n", start, end) for start, end in pairwise(starts))
    return list(accumulate(counts, initial=1))[1:]


def _byte_positions(entries: ScannedEntries, encoding: str, mark: int) -> tuple[list[int], list[int]]:
    """Where each entry starts and has ended, in bytes; spans don't overlap and are in order."""
    text, spans = entries.text, entries.scan.entries
    bounds = [0, *(bound for span in spans for bound in (span.start, span.limit))]
    if not text.isascii():
        lengths = (len(text[start:end].encode(encoding)) for start, end in pairwise(bounds))
        bounds = [0, *accumulate(lengths)]
    bounds = [mark + bound for bound in bounds]
    return bounds[1::2], bounds[2::2]


class KeptEntries:
    """The entries of a file that was scanned before and has not changed since.

    Raises:
        ValueError: `index` is broken.
    """

    def __init__(self, index: bytes, path: Path, stamp: Stamp) -> None:
        head, _, rest = index.partition(b"\n")
        values = json.loads(head)
        self.encoding: str = values["encoding"]
        self.strings: dict[str, str] = values["strings"]
        self._types: list[str] = values["types"]
        self._faults: dict[int, str] = {int(number): fault for number, fault in values["faults"].items()}
        bounds = list(accumulate(values["lengths"], initial=0))
        if bounds[-1] != len(rest):
            raise ValueError("an index that was cut")
        parts = [rest[start:end] for start, end in pairwise(bounds)]
        self._columns = {name: array("Q", column) for name, column in zip(_COLUMNS, parts[1:], strict=True)}
        self._keys = parts[0].decode("utf-8", "surrogatepass").split("\n") if self._columns["start"] else []
        self._path = path
        self._stamp = stamp
        self._chunk = (0, b"")

    @cached_property
    def keys(self) -> list[str]:
        citable = self._columns["citable"]
        return self._keys if len(citable) == len(self._keys) else [self._keys[number] for number in citable]

    def __getitem__(self, index: int) -> EntryText:
        return self._entry(self._columns["citable"][index])

    def find(self, key: str) -> EntryText | None:
        number = self._by_key.get(key)
        return None if number is None else self._entry(number)

    def faulty(self) -> Iterator[EntryText]:
        return map(self._entry, self._faults)

    def position(self, number: int, offset: int) -> tuple[int, int]:
        first, column = self._columns["line"][number], self._columns["column"][number]
        if not offset:
            return first, column
        line, behind = Lines(self._entry(number).text).at(offset)
        return first + line - 1, behind if line > 1 else column + behind - 1

    def _entry(self, number: int) -> EntryText:
        start, limit, body, kind = (self._columns[name][number] for name in ("start", "limit", "body", "type"))
        text = self._bytes(start, limit).decode(self.encoding)
        return EntryText(number, self._keys[number], self._types[kind], text, body, self._faults.get(number, ""))

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return dict(zip(reversed(self._keys), range(len(self._keys) - 1, -1, -1), strict=True))

    def _bytes(self, start: int, limit: int) -> bytes:
        """Bytes of the file; it is not held open, which on Windows would keep others from replacing it.

        Raises:
            UnreadableFile: it has changed.
        """
        first, chunk = self._chunk
        if not first <= start <= limit <= first + len(chunk):
            try:
                with self._path.open("rb") as file:
                    same = Stamp.of(os.fstat(file.fileno())) == self._stamp
                    file.seek(start)
                    first, chunk = start, file.read(max(_CHUNK, limit - start))
            except OSError:
                same = False
            if not same:
                raise UnreadableFile(
                    "This file was changed while it was being read.", place=Place(str(self._path)), advice="Try again."
                )
            self._chunk = first, chunk
        return chunk[start - first : limit - first]
