"""A Jupyter notebook as a text: its Markdown cells, with blank lines between them (the
notebook format, `nbformat.readthedocs.io`, versions 3 and 4).

A change of the text is a change of the strings that the cells have in the file; no other
character of the file changes.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.essays.formats.jupyter.string_characters import characters
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.text_file import TextFile, read_text_file
from loccit.model import Edit, Place, Problem, Span
from loccit.text_files.json_places import Value, elements, members, value_at
from loccit.text_files.newlines import newline_of

_BETWEEN_CELLS = "\n\n"
_FENCE = "---"
#: The white space before the first string of an array.
_OPENING = regex(r"\[([ \t\r\n]*)\Z")
_LONGEST = 200


class Cell(NamedTuple):
    """The source of a cell.

    Attributes:
        start, end: its place in the text.
        span: its place in the file, from the first character to the last.
        between: what is between the lines of its source in the file; "" where the
            source is one string.
    """

    start: int
    end: int
    span: Span
    between: str


class NotebookFile:
    """A notebook, in the way of a `loccit.essays.text_file.TextFile`.

    Attributes:
        text: the source of its Markdown cells.
        newline: their own line ending.
    """

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._cells: list[Cell] = []
        pieces: list[Piece] = []
        for strings in _sources(file):
            _add_cell(strings, file.text, pieces, self._cells)
        self._mapped = MappedText.join(pieces)
        self.text = self._mapped.text
        self.newline = newline_of(self.text)

    def __reduce__(self) -> tuple[type[NotebookFile], tuple[TextFile]]:
        return type(self), (self._file,)

    @property
    def path(self) -> str:
        """The name of the file."""
        return self._file.path

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self._file.data

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was noticed on reading."""
        return self._file.problems

    def place(self, offset: int) -> Place:
        """Return the line and column in the file of a character of the text."""
        return self._file.place(self._mapped.origin(offset) if self.text else 0)

    def with_edits(self, edits: Iterable[Edit]) -> NotebookFile:
        """Return the notebook with edits of its text made.

        Raises:
            ValueError: the edits overlap.
        """
        changes = [change for edit in edits for change in self._changes(edit)]
        return NotebookFile(self._file.with_edits(changes))

    def _changes(self, edit: Edit) -> Iterator[Edit]:
        """Yield the changes of the file that an edit makes; what is between two cells
        stays, and the first of them gets the new text.
        """
        new = edit.new
        for cell in self._cells_from(edit.span.start):
            if cell.start > edit.span.end:
                break
            start = min(max(edit.span.start, cell.start), cell.end)
            end = min(max(edit.span.end, start), cell.end)
            if start < end or new:
                place = self._place_in(cell, start, end)
                yield Edit(place, self._written(new, cell, is_last=end == cell.end))
            new = ""

    def _cells_from(self, position: int) -> Sequence[Cell]:
        """Return the cell that a position is in or after, and all that follow."""
        first = bisect_right(self._cells, position, key=lambda cell: cell.start) - 1
        return self._cells[max(first, 0) :]

    def _place_in(self, cell: Cell, start: int, end: int) -> Span:
        """Return the place in the file of a stretch of a cell."""
        if start < end:
            return self._mapped.span(start, end)
        if start == cell.end:
            return Span(cell.span.end, cell.span.end)
        return self._mapped.span(start, start)

    def _written(self, new: str, cell: Cell, *, is_last: bool) -> str:
        """Write characters of a string, a line each where the source has lines."""
        is_ascii = self._file.text.isascii() and "\\u" in self._file.text
        lines = new.splitlines(keepends=True) if cell.between else [new]
        if cell.between and new.endswith("\n") and not is_last:
            lines.append("")
        strings = [json.dumps(line, ensure_ascii=is_ascii)[1:-1] for line in lines]
        return f'"{cell.between}"'.join(strings)


def read_notebook(data: bytes, path: str) -> NotebookFile:
    """Read a notebook.

    Raises:
        UnreadableFile: the bytes are not text, or not a notebook.
    """
    file = read_text_file(data, path)
    try:
        return NotebookFile(file)
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"This is not a notebook: {error.msg}.",
            place=file.place(error.pos),
            advice="Open it in Jupyter and save it again.",
        ) from None
    except RecursionError:
        raise UnreadableFile(
            "This is not a notebook: it has too many values in values.",
            place=Place(path),
        ) from None


def _sources(file: TextFile) -> Iterator[list[Value]]:
    """Yield the strings of each cell that is text; of raw cells only front matter is.

    Raises:
        UnreadableFile: this is JSON, but not a notebook.
    """
    start = 1 if file.text.startswith("\ufeff") else 0
    notebook = value_at(file.text, start)
    if file.text[notebook.span.end :].strip():
        raise json.JSONDecodeError("Extra data", file.text, notebook.span.end)
    if not isinstance(notebook.value, dict):
        raise UnreadableFile(
            "This is not a notebook: it is not a JSON object.", place=Place(file.path)
        )
    for number, cell in enumerate(_cells(file.text, notebook)):
        if not isinstance(cell.value, dict):
            continue
        strings = _strings(file.text, cell)
        kind = cell.value.get("cell_type")
        is_settings = number == 0 and strings and _is_settings(strings)
        if kind == "markdown" or (kind == "raw" and is_settings):
            yield strings


def _cells(text: str, notebook: Value) -> Iterator[Value]:
    """Yield the cells; in version 3 they are in worksheets."""
    for worksheet in _array(text, notebook, "worksheets"):
        if isinstance(worksheet.value, dict):
            yield from _array(text, worksheet, "cells")
    yield from _array(text, notebook, "cells")


def _array(text: str, holder: Value, name: str) -> Iterator[Value]:
    """Yield the elements of an array that an object has under a name."""
    found = _member(text, holder, name)
    if found and isinstance(found.value, list):
        yield from elements(text, found.span.start)


def _member(text: str, holder: Value, name: str) -> Value | None:
    """Return the value of a name; of several the last one, as other readers do."""
    if not isinstance(holder.value, Mapping) or name not in holder.value:
        return None
    found = {each.name: each.value for each in members(text, holder.span.start)}
    return found[name]


def _strings(text: str, cell: Value) -> list[Value]:
    """Return the strings that the source of a cell is made of."""
    source = _member(text, cell, "source")
    if source is None:
        return []
    if isinstance(source.value, str):
        return [source]
    if not isinstance(source.value, list):
        return []
    found = elements(text, source.span.start)
    return [each for each in found if isinstance(each.value, str)]


def _is_settings(strings: list[Value]) -> bool:
    return str(strings[0].value).startswith(_FENCE)


def _add_cell(
    strings: list[Value], file: str, pieces: list[Piece], cells: list[Cell]
) -> None:
    """Add a cell to those before it."""
    length = cells[-1].end if cells else 0
    if not strings:
        return
    if cells:
        end = strings[0].span.start + 1
        pieces.append(Piece(_BETWEEN_CELLS, end, end))
        length += len(_BETWEEN_CELLS)
    own = [piece for string in strings for piece in characters(file, string.span)]
    pieces += own
    end = length + sum(len(piece.text) for piece in own)
    place = Span(strings[0].span.start + 1, strings[-1].span.end - 1)
    cells.append(Cell(length, end, place, _between(strings[0], file)))


def _between(first: Value, file: str) -> str:
    """Return what goes between lines: a comma, and the white space before the first."""
    found = _OPENING.search(file, max(0, first.span.start - _LONGEST), first.span.start)
    return f",{found[1]}" if found else ""
