"""Refer: EndNote's import format (`.enw`), and that of refer(1) and BibIX, which has
fewer tags and no types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.refer.reference import (
    key_of,
    read_record,
    write_record,
)
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.lines import (
    Line,
    follows_blank_line,
    scan,
    with_line_feeds,
)
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile, read_records
from loccit.bibliography.records.tagged_records import scan_records
from loccit.bibliography.source_file import KeptIndex
from loccit.model import Source

NAME = "refer"
EXTENSIONS = (".enw", ".refer")

#: A tag with text after a space, or alone on its line.
_TAG = regex(r"^\ufeff?(%[A-Z0-9@!#$&*+^~<>?()\[\]|=])(?:[ \t]|(?=\r?$))", re.MULTILINE)
#: A Refer file begins with a tag, and has two or more lines with common ones; a comment
#: of LaTeX can look like the first.
_FIRST = regex(r"\A[\s\ufeff]*%[A-Z0-9][ \t]+[^\s]")
_COMMON = regex(r"^%[ABDEIJKPTUX0] ", re.MULTILINE)


def recognizes(text: str) -> bool:
    return bool(_FIRST.match(text) and len(_COMMON.findall(text)) > 1)


def read(text: str, path: str) -> RecordFile:
    records = _records(text)
    return read_records(scan_records("refer", text, path, records, key_of), _read_text)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def _read_text(text: str, _: str, places: Places) -> OfRecord:
    record = [line for line in scan(text, _TAG) if line.tag]
    return read_record(record, record, places)


def write(sources: Iterable[Source]) -> str:
    return "\n".join(map(_write_record, sources))


def lost(source: Source) -> Iterator[str]:
    """The variables that differ when the written source is read again.

    Refer has no tag for them, or cannot hold all of their value.
    """
    return round_trip.lost(source, write, read)


def _records(text: str) -> Iterator[list[Line]]:
    """Split lines into records.

    A record begins with its type. In a file without types, blank lines separate records.
    """
    has_types = any(found[1] == "%0" for found in _TAG.finditer(with_line_feeds(text)))
    record: list[Line] = []
    for line in scan(text, _TAG):
        if has_types:
            begins = line.tag == "%0"
        else:
            begins = bool(record) and follows_blank_line(text, record[-1], line)
        if begins and record:
            yield record
            record = []
        record.append(line)
    if record:
        yield record


def _write_record(source: Source) -> str:
    return "".join(f"{tag} {_indented(text)}\n" for tag, text in write_record(source))


def _indented(text: str) -> str:
    """Indent the later lines of text, so that they don't look like tags."""
    return text.replace("\n", "\n   ")
