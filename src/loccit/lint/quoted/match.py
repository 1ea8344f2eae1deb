"""Where quoted words are in a source, and what differs there."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple


class Difference(NamedTuple):
    """Words that differ; either side may be empty.

    Attributes:
        quoted: what the quotation has.
        printed: what the source has in its place.
        before: the words before, which both have.
        is_misread: whether the program that read the print may have made it.
    """

    quoted: str
    printed: str
    before: str = ""
    is_misread: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a source.

    Attributes:
        start, end: the positions of the first letter and after the last one.
        differences: from the quotation, in order.
    """

    start: int
    end: int
    differences: tuple[Difference, ...] = ()
