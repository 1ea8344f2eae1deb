"""What a service tells of a work."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.model import Problem, Source


@dataclass(frozen=True, slots=True)
class Found:
    """A work as a service describes it.

    Attributes:
        source: the work; it has no key yet.
        service: the name of the service.
        problems: what a writer should know before citing it: that it was retracted, for one.
    """

    source: Source
    service: str
    problems: tuple[Problem, ...] = ()
