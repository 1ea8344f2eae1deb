"""Make a new source of a typed entry, and say what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.lint.rule import CheckedEntry
from loccit.lint.sources import missing_field
from loccit.model import Source
from loccit.recognize import TypedCite, TypedEntry
from loccit.values.dates import read_date
from loccit.values.names import OTHERS

#: The field of a source that has its entry as it was typed.
TYPED_FIELD = "typed-reference"
_ROLES = ("author", "editor")


class NewSource(NamedTuple):
    """A new source.

    Attributes:
        source: the source, without a key.
        missing: what it lacks, in words.
    """

    source: Source
    missing: tuple[str, ...]


def new_source(entry: TypedEntry, source: Source) -> NewSource:
    """Make a new source of an entry.

    Args:
        entry: the entry.
        source: what is known of it: what was read, perhaps with the year of its
            citations, or completed.
    """
    custom = {**source.custom, TYPED_FIELD: _as_field(entry.text)}
    source = replace(source, custom=custom)
    return NewSource(source, tuple(_missing(source)))


def with_year(source: Source, cites: Iterable[TypedCite]) -> Source:
    """Give a source without a date the year of its citations, if these agree."""
    if source.date("issued"):
        return source
    years = {cite.year for cite in cites if cite.year}
    if len(years) != 1:
        return source
    return source.with_variables({"issued": read_date(years.pop())})


def _missing(source: Source) -> Iterator[str]:
    for violation in missing_field.check(CheckedEntry(source, "", {})):
        yield violation.message.removesuffix(".")
    for role in _ROLES:
        names = source.names(role)
        if names and names[-1] == OTHERS:
            yield f"“et al.” leaves {role}s out"


def _as_field(text: str) -> str:
    """Return a text for a field of a .bib file, whose braces must match."""
    return " ".join(text.split()).replace("{", "(").replace("}", ")")
