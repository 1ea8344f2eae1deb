"""CSV for spreadsheets: one row per source under headings in plain words. Zotero's CSV is
read too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
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
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile, read_records
from loccit.bibliography.records.scanned_records import Found, ScannedRecords
from loccit.bibliography.records.zotero_types import ZOTERO_TYPES
from loccit.bibliography.source_file import KeptIndex
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
    return read_records(_scanned(text, path), _read_row)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_row)


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
    return csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


class _Table(NamedTuple):
    """What the header of a table says.

    Attributes:
        delimiter: what separates cells.
        header: the headings.
        columns: the variable of each column, `""` if it has none.
        unknown: the headings that have none.
    """

    delimiter: str
    header: list[str]
    columns: list[str]
    unknown: list[str]


@lru_cache(maxsize=8)
def _table(context: str) -> _Table:
    """Read the header of a table, which its delimiter precedes."""
    delimiter, header = context[0], context[1:]
    cells = next(csv.reader(io.StringIO(header, newline=""), delimiter=delimiter), [])
    headings = [cell.strip() for cell in cells]
    return _Table(delimiter, headings, *_variables(headings))


def _scanned(text: str, path: str) -> ScannedRecords:
    """Find the rows of a table and their keys.

    Raises:
        UnreadableFile: a cell is too long.
    """
    table_text = text.removeprefix("\ufeff")
    mark = len(text) - len(table_text)
    lines = io.StringIO(table_text, newline="")
    rows = csv.reader(lines, delimiter=_delimiter(table_text))
    found: list[Found] = []
    line = 1
    try:
        next(rows, None)
        context = _delimiter(table_text) + table_text[: lines.tell()]
        table = _table(context)
        unknown = _Unknown(table)
        start, line = lines.tell(), rows.line_num
        for row in rows:
            end = lines.tell()
            if any(map(str.strip, row)):
                unknown.look_at(row)
                found.append(Found(mark + start, mark + end, _key(table, row)))
            start, line = end, rows.line_num
    except csv.Error as error:
        raise UnreadableFile(
            f"This is not CSV: {error}.",
            place=Place(path, line + 1),
            advice="Export the table again.",
        ) from error
    problems = [_unknown(heading, text, path) for heading in unknown.filled()]
    return ScannedRecords("csv_table", text, path, found, context, problems)


class _Unknown:
    """The columns of a table that have no variable, and which of them have a text."""

    def __init__(self, table: _Table) -> None:
        self._unknown = table.unknown
        self._columns = {
            number: heading
            for number, heading in enumerate(table.header)
            if heading in table.unknown
        }
        self._filled: set[str] = set()

    def look_at(self, row: Sequence[str]) -> None:
        """Note the columns in which a row has a text."""
        for number, heading in self._columns.items():
            if number < len(row) and row[number].strip():
                self._filled.add(heading)

    def filled(self) -> list[str]:
        """Return the headings of the columns in which a row has a text."""
        return [heading for heading in self._unknown if heading in self._filled]


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


def _key(table: _Table, row: Sequence[str]) -> str:
    cells = zip(table.columns, row, strict=False)
    keys = [_text(cell).strip() for variable, cell in cells if variable == "id"]
    return keys[-1] if keys else ""


def _text(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _read_row(text: str, context: str, places: Places) -> OfRecord:
    table = _table(context)
    lines = io.StringIO(text, newline="")
    row = next(csv.reader(lines, delimiter=table.delimiter))
    place = places.at(0)
    source = _source(table.columns, row, place)
    return source, _too_long(row, table.header, place)


def _source(columns: Sequence[str], row: Sequence[str], place: Place) -> Source:
    variables: dict[str, Value] = {}
    own: dict[str, str] = {}
    for variable, cell in zip(columns, row, strict=False):
        text = _text(cell)
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
