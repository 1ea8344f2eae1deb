"""Find the records in files of tagged lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from loccit.bibliography.records.lines import Line
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.scanned_records import Found, ScannedRecords
from loccit.model import Problem
from loccit.text_files.positions import Positions


def scan_records(
    module: str,
    text: str,
    path: str,
    records: Iterable[Sequence[Line]],
    key_of: Callable[[Sequence[Line]], str] = lambda record: "",
    context: str = "",
) -> ScannedRecords:
    """Find the records of a text.  Lines without a tag belong to no record; they are
    reported as stray text.

    Args:
        module, text, path, context: as for `ScannedRecords`.
        records: the lines of each record.
        key_of: returns the key of a record, or `""`.
    """
    places = Places(path, Positions(text).at)
    stray: list[Problem] = []
    starts: list[int] = []
    keys: list[str] = []
    for record in records:
        tagged = [line for line in record if line.tag]
        if len(tagged) < len(record):
            stray += [places.stray(line) for line in record if not line.tag]
        if tagged:
            starts.append(tagged[0].position)
            keys.append(key_of(tagged))
    ends = [*starts[1:], len(text)]
    found = list(map(Found, starts, ends, keys))
    return ScannedRecords(module, text, path, found, context, stray)


def tagged_lines(records: Iterable[Sequence[Line]]) -> list[Line]:
    """Return the lines of the first record that has any, without stray text."""
    tagged = ([line for line in record if line.tag] for record in records)
    return next(filter(None, tagged))
