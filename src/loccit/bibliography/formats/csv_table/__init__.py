"""CSV for spreadsheets: a row a source, under headings that people understand; Zotero's
CSV is read too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.csv_table.columns import (
    ALWAYS,
    COLUMNS,
    ZOTERO_COLUMNS,
    read_cell,
    write_cell,
)
from loccit.bibliography.records.record_file import RecordFile
from loccit.bibliography.records.zotero_types import ZOTERO_TYPES
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source, Value

if TYPE_CHECKING:
    from _csv import Reader

NAME = "csv"
EXTENSIONS = (".csv", ".tsv")

_OWN = {heading.lower(): variable for variable, heading in COLUMNS.items()}
_VARIABLE = regex(r"[a-z]+(?:[-_][a-z]+)*$")
#: What a spreadsheet runs (OWASP, "CSV Injection"), and the apostrophe that keeps it
#: from that, which Excel hides.
_FORMULA = regex(r"'*[=+\-@\t\r]")
_GUARDED = regex(r"'+[=+\-@\t\r]")


def recognizes(text: str) -> bool:
    header = [
        cell.strip().lower() for cell in next(_rows(text[:5000].replace("\0", "")), [])
    ]
    return "title" in header and ("key" in header or "item type" in header)


def read(text: str, path: str) -> RecordFile:
    readings: list[tuple[Source, list[Problem]]] = []
    rows = _rows(text)
    line = 1
    try:
        header = [cell.strip() for cell in next(rows, [])]
        columns, unknown = _variables(header)
        filled: set[str] = set()
        for row in rows:
            place, line = Place(path, line + 1, 1), rows.line_num
            filled.update(
                heading
                for heading, cell in zip(header, row, strict=False)
                if cell.strip()
            )
            if any(cell.strip() for cell in row):
                readings.append(
                    (_source(columns, row, place), _too_long(row, header, place))
                )
    except csv.Error as error:
        raise UnreadableFile(
            f"This is not CSV: {error}.",
            place=Place(path, line + 1),
            advice="Export the table again.",
        ) from error
    return RecordFile(
        readings,
        [_unknown(heading, text, path) for heading in unknown if heading in filled],
    )


def write(sources: Iterable[Source]) -> str:
    """The table, with a byte order mark, without which Excel reads no UTF-8."""
    sources = list(sources)
    used = {variable for source in sources for variable in source.variables}
    variables = [
        variable for variable in COLUMNS if variable in ALWAYS or variable in used
    ]
    variables += sorted(used - COLUMNS.keys())
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([COLUMNS.get(variable, variable) for variable in variables])
    for source in sources:
        cells = {"id": source.key, "type": source.type}
        cells |= {
            variable: write_cell(variable, value)
            for variable, value in source.variables.items()
        }
        table.writerow([_guarded(cells.get(variable, "")) for variable in variables])
    return "\ufeff" + out.getvalue()


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again."""
    return round_trip.lost(source, write, read)


def _rows(text: str) -> Reader:
    """The rows, whatever stands between cells: a comma, the semicolon of many
    countries, or a tab.
    """
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _variables(header: Sequence[str]) -> tuple[list[str], list[str]]:
    """The variable of each column, "" for none, and the headings that mean none."""
    lower = [heading.lower() for heading in header]
    known = ZOTERO_COLUMNS if "item type" in lower else _OWN
    columns = [
        known.get(name) or (heading if _VARIABLE.match(heading) else "")
        for name, heading in zip(lower, header, strict=True)
    ]
    return columns, [
        heading
        for heading, variable in zip(header, columns, strict=True)
        if heading and not variable
    ]


def _source(columns: Sequence[str], row: Sequence[str], place: Place) -> Source:
    variables: dict[str, Value] = {}
    own: dict[str, str] = {}
    for variable, cell in zip(columns, row, strict=False):
        text = cell[1:] if _GUARDED.match(cell) else cell
        if variable in ("id", "type"):
            own[variable] = text.strip()
        elif variable and (value := read_cell(variable, text)):
            if variable == "keyword" and variable in variables:
                value = f"{variables[variable]}; {value}"
            variables[variable] = value  # Zotero has the year before the date
    type_ = own.get("type", "")
    return Source(
        own.get("id", ""),
        ZOTERO_TYPES.get(type_, type_),
        variables,
        place,
        headline=True,
    )


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unknown(heading: str, text: str, path: str) -> Problem:
    message = f"The column `{heading}` means nothing to a style; it is not kept."
    return Problem("not-kept", message, Place(path, 1, text.find(heading) + 1), "note")


def _too_long(row: Sequence[str], header: Sequence[str], place: Place) -> list[Problem]:
    if not any(cell.strip() for cell in row[len(header) :]):
        return []
    message = (
        "This row has more cells than there are headings; the last ones are not kept."
    )
    return [
        Problem(
            "not-kept",
            message,
            place,
            "warning",
            "Put cells with commas in quotation marks.",
        )
    ]
