"""RIS, as databases and reference managers have written it for thirty years.

The tags are those of the RIS Format Specification of 2001 and of EndNote since 2011.

Read is what was ever met: one space before the dash, none behind it, small letters,
text over several lines, records without an end, tags with another meaning.  Written is
what all of them read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.ris.dialects import prepared, spelled_out
from loccit.bibliography.formats.ris.fields import FIELDS
from loccit.bibliography.formats.ris.types import CSL_TYPES, RIS_TYPES
from loccit.bibliography.records.converters import one_line
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.lines import Line, scan
from loccit.bibliography.records.record_file import Places, RecordFile, read_records
from loccit.model import Place, Problem, Source

NAME = "ris"
EXTENSIONS = (".ris",)

_FIRST = regex(r"^\ufeff?([ \t]*)TY {1,2}-[ \t]?[A-Za-z]", re.MULTILINE | re.IGNORECASE)
#: With two spaces before the dash anything is a tag; with one, which a sentence may
#: have, those that are known.
_TAG = (
    r"^\ufeff?{}(?:([A-Za-z][A-Za-z0-9]{{1,3}}) {{2}}-|((?:A[1-4BDUNV]|BT|C[1-8NTYPA]|D[ABOP]|E[DPRT]|I[DS]|J[1AFO2]|KW"
    r"|L[1-4AB]|M[1-3]|N[12]|P[BY]|PMID|S[NPTE]|T[1-3IY]|UR|VL|Y[12])) - ?)"
)
_MARGIN = regex(_TAG.format(""), re.MULTILINE)
_INDENTED = regex(_TAG.format(r"[ \t]*"), re.MULTILINE)


def recognizes(text: str) -> bool:
    return bool(_FIRST.search(text))


def read(text: str, path: str) -> RecordFile:
    first = _FIRST.search(text)
    lines = scan(text, _INDENTED if first and first[1] else _MARGIN)
    return read_records(_records(lines), Places(text, path), _read_record)


def write(sources: Iterable[Source]) -> str:
    return "\n".join(map(_write_record, sources))


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again: RIS has no place for it, or not for
    all of it.
    """
    return round_trip.lost(source, write, read)


def _records(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines from TY to ER, whose text is stray; a record whose ER is missing ends where
    the next TY stands.
    """
    record: list[Line] = []
    for line in lines:
        if line.tag == "TY" and any(earlier.tag == "TY" for earlier in record):
            yield record
            record = []
        if line.tag != "ER":
            record.append(line)
            continue
        yield [*record, line._replace(tag="")] if line.text else record
        record = []
    if record:
        yield record


def _read_record(record: list[Line], places: Places) -> tuple[Source, list[Problem]]:
    problems: list[Problem] = []
    place = places.at(record[0].position)
    type_line = next((line for line in record if line.tag == "TY"), None)
    ris_type = one_line(type_line.text).upper() if type_line else ""
    if type_line is None:
        problems.append(_without_type(place))
    elif ris_type not in CSL_TYPES:
        problems.append(places.unknown_type(type_line))
    type_ = CSL_TYPES.get(ris_type, "document")
    key_line = next(
        (
            line
            for tag in ("ID", "LB")
            for line in record
            if line.tag == tag and line.text
        ),
        None,
    )
    lines = [line for line in record if line is not type_line and line is not key_line]
    variables, left = read_fields(prepared(ris_type, type_, lines), type_, FIELDS)
    key = one_line(key_line.text) if key_line else ""
    return Source(key, type_, variables, place, headline=True), [
        *problems,
        *places.not_kept(left, record),
    ]


def _without_type(place: Place) -> Problem:
    return Problem(
        "unknown-type",
        "This record has no `TY`; the source is read as a document.",
        place,
        "warning",
        "Begin it with one, as in `TY  - JOUR`.",
    )


def _write_record(source: Source) -> str:
    fields = [
        ("TY", RIS_TYPES.get(source.type, "GEN")),
        *spelled_out(source.type, write_fields(source, FIELDS)),
    ]
    fields += [("ID", source.key), ("ER", "")]
    return "".join(f"{tag}  - {_indented(text)}\n" for tag, text in fields)


def _indented(text: str) -> str:
    """Text whose further lines can't be taken for tags."""
    return text.replace("\n", "\n      ")
