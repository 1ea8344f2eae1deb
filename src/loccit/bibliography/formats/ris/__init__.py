"""RIS, as databases and reference managers have written it for thirty years.

The tags are those of the RIS Format Specification of 2001 and of EndNote since 2011.

The reader is lenient, since many programs deviate: one space before the dash, none after
it, tags in lower case, text over several lines, records without an end, tags with
another meaning. The writer keeps to what all programs read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.ris.dialects import (
    is_in_journal,
    prepared,
    spelled_out,
)
from loccit.bibliography.formats.ris.fields import FIELDS
from loccit.bibliography.formats.ris.types import CSL_TYPES, RIS_TYPES
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.lines import Line, scan
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile, read_records
from loccit.bibliography.records.tagged_records import scan_records, tagged_lines
from loccit.bibliography.source_file import KeptIndex
from loccit.model import Place, Problem, Source
from loccit.values.character_references import one_line

NAME = "ris"
EXTENSIONS = (".ris",)

_FIRST = regex(r"^\ufeff?([ \t]*)TY {1,2}-[ \t]?[A-Za-z]", re.MULTILINE | re.IGNORECASE)
#: With two spaces before the dash, anything is a tag. With one, which a sentence can
#: have too, only known tags are.
_KNOWN_TAGS = (
    r"A[1-4BDUNV]|BT|C[1-8NTYPA]|D[ABOP]|E[DPRT]|I[DS]|J[1AFO2]|KW"
    r"|L[1-4AB]|M[1-3]|N[12]|P[BY]|PMID|S[NPTE]|T[1-3IY]|UR|VL|Y[12]"
)
_TAG = rf"(?:([A-Za-z][A-Za-z0-9]{{1,3}}) {{2}}-|((?:{_KNOWN_TAGS})) - ?)"
#: Tags at the margin, or indented as in the first record.
_MARGIN = regex(rf"^\ufeff?{_TAG}", re.MULTILINE)
_INDENTED = regex(rf"^\ufeff?[ \t]*{_TAG}", re.MULTILINE)


def recognizes(text: str) -> bool:
    return bool(_FIRST.search(text))


def read(text: str, path: str) -> RecordFile:
    first = _FIRST.search(text)
    margin = first[1] if first else ""
    records = _records(scan(text, _tag(margin)))
    return read_records(
        scan_records("ris", text, path, records, _key, margin), _read_text
    )


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def _read_text(text: str, margin: str, places: Places) -> OfRecord:
    return _read_record(tagged_lines(_records(scan(text, _tag(margin)))), places)


def _tag(margin: str) -> re.Pattern[str]:
    """Return what matches a tag in a file whose first record has this margin."""
    return _INDENTED if margin else _MARGIN


def write(sources: Iterable[Source]) -> str:
    return "\n".join(map(_write_record, sources))


def lost(source: Source) -> Iterator[str]:
    """The variables that differ when the written source is read again.

    RIS has no tag for them, or cannot hold all of their value.
    """
    return round_trip.lost(source, write, read)


def _records(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Split lines into records, from TY to ER.

    Text after ER is stray. A record without an ER ends at the next TY. Lines between an
    ER and the next TY are the end of the record before (wiso, Ovid), unless they have an
    ER of their own.
    """
    ended: list[Line] = []
    record: list[Line] = []
    for line in lines:
        if line.tag == "TY" and ended:
            yield _with_late_lines(ended, record)
            ended, record = [], []
        if line.tag == "TY" and _first_line(record, "TY"):
            yield record
            record = []
        if line.tag != "ER":
            record.append(line)
            continue
        if line.text:
            record.append(line._replace(tag=""))
        if ended:
            yield ended
        ended, record = record, []
    if ended:
        yield _with_late_lines(ended, record)
    elif record:
        yield record


def _with_late_lines(record: list[Line], late: Iterable[Line]) -> list[Line]:
    """Add the lines after a record's ER; a tag that it has already is stray there."""
    tags = {line.tag for line in record if line.text}
    added = [line._replace(tag="") if line.tag in tags else line for line in late]
    return record + added


def _first_line(record: Sequence[Line], tag: str) -> Line | None:
    return next((line for line in record if line.tag == tag), None)


def _read_record(record: list[Line], places: Places) -> OfRecord:
    place = places.at(record[0].position)
    problems: list[Problem] = []
    type_line = _first_line(record, "TY")
    ris_type = _type_name(type_line.text) if type_line else ""
    if type_line is None:
        problems.append(_without_type(place))
    elif ris_type not in CSL_TYPES:
        problems.append(places.unknown_type(type_line))
    type_ = CSL_TYPES.get(ris_type, "document")
    if type_ == "document" and is_in_journal(record):
        type_ = "article-journal"
    key_line = _key_line(record)
    lines = [line for line in record if line is not type_line and line is not key_line]
    variables, left = read_fields(prepared(ris_type, type_, lines), type_, FIELDS)
    problems += places.not_kept(left, record)
    if ris_type == "VIDEO" and "URL" in variables and "author" not in variables:
        # Zotero's films are MPCT; a video on a site is not known by a director.
        variables["author"] = variables.pop("director", ())
    return Source(_key(record), type_, variables, place, headline=True), problems


def _type_name(text: str) -> str:
    """Return a type in capitals, without the lines that follow it.

    PsycNET has lines there whose tags are longer words: "DESCRIPTORS  - ".
    """
    return one_line(text.partition("\n")[0]).upper()


def _key(record: Sequence[Line]) -> str:
    line = _key_line(record)
    return one_line(line.text) if line else ""


def _key_line(record: Sequence[Line]) -> Line | None:
    """The line with the key, which is in ID, or in LB (EndNote's label)."""
    with_text = [line for line in record if line.text]
    return _first_line(with_text, "ID") or _first_line(with_text, "LB")


def _without_type(place: Place) -> Problem:
    return Problem(
        "unknown-type",
        "This record has no `TY`; the source is read as a document.",
        place,
        "warning",
        "Begin it with one, as in `TY  - JOUR`.",
    )


def _write_record(source: Source) -> str:
    fields = write_fields(source, FIELDS)
    tags = [("TY", RIS_TYPES.get(source.type, "GEN"))]
    tags += spelled_out(source.type, fields)
    tags += [("ID", source.key), ("ER", "")]
    return "".join(f"{tag}  - {_indented(text)}\n" for tag, text in tags)


def _indented(text: str) -> str:
    """Indent the later lines of text, so that they don't look like tags."""
    return text.replace("\n", "\n      ")
