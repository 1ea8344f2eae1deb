"""Refer: EndNote's import format (`.enw`), and that of refer(1) and BibIX, which has
fewer tags and no types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.refer.reference import read_record, write_record
from loccit.bibliography.records.lines import Line, follows_blank_line, scan
from loccit.bibliography.records.record_file import Places, RecordFile, read_records
from loccit.model import Source

NAME = "refer"
EXTENSIONS = (".enw", ".refer")

_TAG = regex(r"^\ufeff?(%[A-Z0-9@!#$&*+^~<>?()\[\]|=])(?:[ \t]|(?=\r?$))", re.MULTILINE)
_FIRST = regex(r"\A[\s\ufeff]*%[A-Z0-9][ \t]+[^\s]")
_MORE = regex(r"^%[ABDEIJKPTUX0] ", re.MULTILINE)


def recognizes(text: str) -> bool:
    return bool(_FIRST.match(text) and len(_MORE.findall(text)) > 1)


def read(text: str, path: str) -> RecordFile:
    return read_records(
        _records(text),
        Places(text, path),
        lambda lines, places: read_record(lines, lines, places),
    )


def write(sources: Iterable[Source]) -> str:
    return "\n".join(map(_write_record, sources))


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again: Refer has no place for it, or not for
    all of it.
    """
    return round_trip.lost(source, write, read)


def _records(text: str) -> Iterator[list[Line]]:
    """Records begin with their type; those without types are parted by blank lines."""
    lines = list(scan(text, _TAG))
    typed = any(line.tag == "%0" for line in lines)
    record: list[Line] = []
    for line in lines:
        if record and (
            line.tag == "%0" if typed else follows_blank_line(text, record[-1], line)
        ):
            yield record
            record = []
        record.append(line)
    if record:
        yield record


def _write_record(source: Source) -> str:
    return "".join(f"{tag} {_indented(text)}\n" for tag, text in write_record(source))


def _indented(text: str) -> str:
    """Text whose further lines can't be taken for tags."""
    return text.replace("\n", "\n   ")
