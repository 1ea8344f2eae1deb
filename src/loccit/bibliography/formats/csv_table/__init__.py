"""CSV for spreadsheets: one row per source under headings in plain words. Zotero's CSV is
read too.
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
    OTHER_COLUMNS,
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

_KNOWN = OTHER_COLUMNS | {
    heading.lower(): variable for variable, heading in COLUMNS.items()
}
_VARIABLE = regex(r"[a-z]+(?:[-_][a-z]+)*$")
#: The beginning of a cell that a spreadsheet runs as a formula (OWASP, "CSV Injection").
#: An apostrophe before it, which Excel hides, prevents that.
_FORMULA = regex(r"'*[=+\-@\t\r]")
_GUARDED = regex(r"'+[=+\-@\t\r]")


def recognizes(text: str) -> bool:
    first_row = next(_rows(text[:5000].replace("\0", "")), [])
    header = [cell.strip().lower() for cell in first_row]
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
            place = Place(path, line + 1, 1)
            line = rows.line_num
            filled |= _filled(header, row)
            if any(cell.strip() for cell in row):
                source = _source(columns, row, place)
                readings.append((source, _too_long(row, header, place)))
    except csv.Error as error:
        raise UnreadableFile(
            f"This is not CSV: {error}.",
            place=Place(path, line + 1),
            advice="Export the table again.",
        ) from error
    not_kept = [heading for heading in unknown if heading in filled]
    problems = [_unknown(heading, text, path) for heading in not_kept]
    return RecordFile(readings, problems)


def write(sources: Iterable[Source]) -> str:
    """Write a table, with the byte order mark that Excel needs to read UTF-8."""
    sources = list(sources)
    used: set[str] = set()
    for source in sources:
        used |= source.variables.keys()
    shown = used.union(ALWAYS)
    variables = [variable for variable in COLUMNS if variable in shown]
    variables += sorted(used - COLUMNS.keys())
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([COLUMNS.get(variable, variable) for variable in variables])
    for source in sources:
        cells = {"id": source.key, "type": source.type}
        for variable, value in source.variables.items():
            cells[variable] = write_cell(variable, value)
        table.writerow([_guarded(cells.get(variable, "")) for variable in variables])
    return "\ufeff" + out.getvalue()


def lost(source: Source) -> Iterator[str]:
    """Yield the variables that change when they are written and read again."""
    return round_trip.lost(source, write, read)


def _rows(text: str) -> Reader:
    """Read rows separated by commas, tabs, or the semicolons of many countries."""
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _variables(header: Sequence[str]) -> tuple[list[str], list[str]]:
    """Find the variables of the columns.

    Returns:
        the variable of each column, `""` if it has none; and the unknown headings.
    """
    is_zotero = "item type" in [heading.lower() for heading in header]
    known = ZOTERO_COLUMNS if is_zotero else _KNOWN
    columns: list[str] = []
    unknown: list[str] = []
    for heading in header:
        variable = known.get(heading.lower(), "")
        if not variable and _VARIABLE.match(heading):
            variable = heading
        columns.append(variable)
        if heading and not variable:
            unknown.append(heading)
    return columns, unknown


def _filled(header: Sequence[str], row: Sequence[str]) -> set[str]:
    """Return the headings of the cells that have a text."""
    cells = zip(header, row, strict=False)
    return {heading for heading, cell in cells if cell.strip()}


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
            # Zotero's column with the year comes before that with the whole date.
            variables[variable] = value
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
    message = f"The column `{heading}` has no CSL variable; it is not kept."
    return Problem("not-kept", message, Place(path, 1, text.find(heading) + 1), "note")


def _too_long(row: Sequence[str], header: Sequence[str], place: Place) -> list[Problem]:
    if not any(cell.strip() for cell in row[len(header) :]):
        return []
    message = (
        "This row has more cells than there are headings; the last ones are not kept."
    )
    advice = "Put cells with commas in quotation marks."
    return [Problem("not-kept", message, place, "warning", advice)]
