"""Tags <-> variables of CSL: a format has one table of them, read in both directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from loccit._startup.dataclass import dataclass
from loccit.bibliography.records.lines import Line, Record
from loccit.model import Source, Value


@dataclass(frozen=True, slots=True)
class Converter:
    """How the texts of a tag become the value of a variable, and back.

    `read` is given the texts of all lines with the tag if there may be `many`, else of
    the first; it returns an empty value or None where they are none.
    """

    read: Callable[[Sequence[str]], Value | None]
    write: Callable[[Value], Sequence[str]]
    many: bool = False


class Field(NamedTuple):
    """A tag of the CSL types `only` (or of all), the variable it is, and how its text
    is converted.
    """

    tag: str
    variable: str
    converter: Converter
    only: frozenset[str] | None = None


def read_fields(
    record: Record, type_: str, table: Iterable[Field]
) -> tuple[dict[str, Value], list[Line]]:
    """The variables of a record, and the lines that became none.

    Of several tags that mean one variable, the first of the table that the record has
    is taken; another is none too many if it says the same.
    """
    lines: dict[str, list[Line]] = {}
    for line in record:
        if line.text:
            lines.setdefault(line.tag, []).append(line)
    variables: dict[str, Value] = {}
    for tag, variable, converter, only in table:
        if tag not in lines or (only is not None and type_ not in only):
            continue
        taken = lines[tag] if converter.many else lines[tag][:1]
        value = converter.read([line.text for line in taken])
        if value and variables.setdefault(variable, value) == value:
            left = [
                line
                for line in lines.pop(tag)[len(taken) :]
                if line.text != taken[0].text
            ]
            if left:
                lines[tag] = left
    return variables, sorted(
        (line for left in lines.values() for line in left),
        key=lambda line: line.position,
    )


def write_fields(source: Source, table: Iterable[Field]) -> list[tuple[str, str]]:
    """The tags of a source with their texts, in the order of the table."""
    written: dict[str, Sequence[str]] = {}
    variables: set[str] = set()
    for tag, variable, converter, only in table:
        value = source.variables.get(variable)
        if (
            value is None
            or variable in variables
            or tag in written
            or (only is not None and source.type not in only)
        ):
            continue
        if texts := converter.write(value):
            written[tag] = texts
            variables.add(variable)
    return [(tag, text) for tag, texts in written.items() for text in texts]
