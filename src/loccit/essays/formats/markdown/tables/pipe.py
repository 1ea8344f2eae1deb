"""Pipe tables: cells between bars."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.markdown.tables.cells import Cell, Table
from loccit.essays.formats.markdown.verbatim import Verbatim

_DASHES = r"[ \t]*:?-+:?[ \t]*"
#: The line below the head, `|---|:-:|`.
_DIVIDER = regex(
    rf" {{0,3}}(?:\|(?P<first>{_DASHES})|(?={_DASHES}[|+](?![ \t]*(?:\n|\Z))){_DASHES})"
    rf"(?P<rest>(?:[|+](?![ \t]*(?:\n|\Z)){_DASHES})*)\|?[ \t]*(?:\n|\Z)"
)
_COLUMN = regex(r"[|+]")
#: What may end a cell, or hide what would end it.
_CELL_STOP = regex(r"[|\n`$<\\]")


class _Row(NamedTuple):
    cells: list[Cell]
    end: int


def pipe_table(text: str, position: int) -> Table | None:
    """Read the pipe table at `position`."""
    line_end = text.find("\n", position)
    if line_end < 0 or text.find("|", position, line_end) < 0:
        return None
    if text.startswith("    ", position):
        return None
    divider = _DIVIDER.match(text, line_end + 1)
    head = _row(text, position) if divider else None
    if not divider or not head:
        return None
    columns = 1 + len(_COLUMN.findall(divider["rest"]))
    cells = head.cells[:columns]
    end = divider.end()
    while end < len(text) and (row := _row(text, end)):
        cells += row.cells[:columns]
        end = row.end
    return Table(cells, end)


def _row(text: str, position: int) -> _Row | None:
    """Read a line with bars in it.  A bar in code, TeX or a tag separates nothing, nor
    does a line ending there.
    """
    line_end = text.find("\n", position)
    line_end = len(text) if line_end < 0 else line_end
    if text.find("|", position, line_end) < 0:
        return None
    start = _skip_spaces(text, position, line_end)
    has_opening_bar = text.startswith("|", start)
    start = start + 1 if has_opening_bar else start
    edges, end = _edges(text, position, start)
    cells = [Cell([_trimmed(text, *edge)]) for edge in edges]
    if len(cells) == 1 and not has_opening_bar:
        return None
    return _Row(cells, end)


def _edges(text: str, position: int, start: int) -> tuple[list[tuple[int, int]], int]:
    """Find the cells of a line at `position`, the first of which begins at `start`,
    and where the next line begins.
    """
    verbatim = Verbatim(text, position, len(text))
    edges: list[tuple[int, int]] = []
    here, line_end = start, len(text)
    while found := _CELL_STOP.search(text, here):
        here = found.end()
        if found[0] == "\n":
            line_end = found.start()
            break
        if found[0] == "|":
            edges.append((start, found.start()))
            start = here
        else:
            here = verbatim.opaque(found.start()) or here
    if text[start:line_end].strip():
        edges.append((start, line_end))
    return edges, min(line_end + 1, len(text))


def _skip_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t":
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
