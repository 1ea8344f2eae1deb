"""Tags <-> CSL variables: each format has one table, used for reading and writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.records.lines import Line, Record, Tags
from loccit.model import Source, Value


@dataclass(frozen=True, slots=True)
class Converter:
    """Converts the texts of a tag to the value of a variable, and back.

    `read` gets the texts of all lines with the tag if `many`, else only the first; it
    returns None or an empty value if it can't read them.
    """

    read: Callable[[Sequence[str]], Value | None]
    write: Callable[[Value], Sequence[str]]
    many: bool = False


class Field(NamedTuple):
    """A tag, the variable it stands for, and the converter of its text.

    With `only`, the field applies to those CSL types alone.
    """

    tag: str
    variable: str
    converter: Converter
    only: frozenset[str] | None = None

    def applies_to(self, type_: str) -> bool:
        return self.only is None or type_ in self.only


def read_fields(
    record: Record, type_: str, table: Iterable[Field]
) -> tuple[dict[str, Value], list[Line]]:
    """Read the variables of a record; return them and the lines that became none.

    If several tags stand for one variable, the first in the table wins. A later tag
    counts as read if it has the same value.
    """
    tags = Tags(record)
    variables: dict[str, Value] = {}
    for field in table:
        if field.tag not in tags or not field.applies_to(type_):
            continue
        lines = tags[field.tag]
        taken = lines if field.converter.many else lines[:1]
        value = field.converter.read([line.text for line in taken])
        if not value or variables.setdefault(field.variable, value) != value:
            continue
        del tags[field.tag]
        more = lines[len(taken) :]
        left = [line for line in more if line.text != taken[0].text]
        if left:
            tags[field.tag] = left
    return variables, sorted(tags.lines(), key=lambda line: line.position)


def write_fields(source: Source, table: Iterable[Field]) -> list[tuple[str, str]]:
    """Write the variables of a source as tags and texts, in the order of the table."""
    written: dict[str, Sequence[str]] = {}
    variables: set[str] = set()
    for field in table:
        value = source.variables.get(field.variable)
        if value is None or not field.applies_to(source.type):
            continue
        if field.variable in variables or field.tag in written:
            continue
        if texts := field.converter.write(value):
            written[field.tag] = texts
            variables.add(field.variable)
    return [(tag, text) for tag, texts in written.items() for text in texts]
