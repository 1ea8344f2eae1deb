"""The constructs within the text of a block: emphasis, links, escapes, citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from loccit._startup.dataclass import dataclass
from loccit.essays.paragraph import MarkKind
from loccit.essays.syntax.steps import RawCitation


@dataclass(frozen=True, slots=True)
class Inline:
    """A construct at `text[start:end]`; what is between constructs is text.

    Attributes:
        text: what readers see instead of it, if it is not `inner`: nothing for a
            comment, a character for an escape.
        inner: the part of it that readers see, which is read on its own.
        is_verbatim: whether that has no constructs.
        mark: what sets that apart.
        target: the address of a link.
        citation: the citation that it is.
        note: the label of the footnote that it refers to; "" for a footnote that is
            written here, as `inner`.
    """

    start: int
    end: int
    text: str = ""
    inner: tuple[int, int] | None = None
    mark: MarkKind | None = None
    target: str = ""
    citation: RawCitation | None = None
    note: str | None = None
    is_verbatim: bool = False


#: Finds the constructs in `text[start:end]`, in order.
Scan = Callable[[str, int, int], Iterable[Inline]]
