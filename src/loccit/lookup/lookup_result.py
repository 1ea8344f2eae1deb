"""The answer of a service, as a source."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass, field
from loccit.model import Problem, Source, Value


@dataclass(frozen=True, slots=True)
class LookupResult:
    """A work as a service describes it.

    Attributes:
        source: the work; it has no key yet.
        service: the name of the service.
        problems: what a writer should know before citing it, such as a retraction.
        also: further values of variables, as text: other titles, the years in which it
            appeared online and in print.
    """

    source: Source
    service: str
    problems: tuple[Problem, ...] = ()
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def new_source(type_: str, variables: Mapping[str, Value]) -> Source:
    """Make a source of a record's variables that are not empty; it has no key yet."""
    known = {name: value for name, value in variables.items() if value}
    return Source("", type_, known, headline=True)
