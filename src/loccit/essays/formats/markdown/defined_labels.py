"""Labels that a document defines, which every paragraph has to know."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass, field
from loccit._startup.regex import regex

_SPACE = regex(r"\s+")
#: A link label has at most 999 characters (CommonMark 0.31, section 4.7).
_LONGEST = 999


@dataclass(frozen=True, slots=True)
class DefinedLabels:
    """Labels defined anywhere in the document.

    Attributes:
        links: normalized labels of link reference definitions, and headings, since a
            link may name a heading by its text.
        examples: labels of numbered examples, `(@label)`; `@label` is then a number.
        notes: labels of footnotes, in document order.
    """

    links: set[str] = field(default_factory=set)
    examples: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def add_link(self, label: str) -> None:
        """Record what a link may name."""
        self.links.add(_normalized(label))

    def has_link(self, label: str) -> bool:
        """Return whether a link label is defined."""
        return len(label) <= _LONGEST and _normalized(label) in self.links


def _normalized(label: str) -> str:
    """Prepare a label for comparison, which ignores case and white space."""
    return _SPACE.sub(" ", label.strip()).casefold()
