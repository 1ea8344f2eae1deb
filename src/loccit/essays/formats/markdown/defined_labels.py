"""What a whole document says that one of its paragraphs must know."""

from __future__ import annotations

from dataclasses import field

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

_SPACE = regex(r"\s+")


@dataclass(frozen=True, slots=True)
class DefinedLabels:
    """Labels defined somewhere in the document.

    Attributes:
        references: normalized labels of link reference definitions, and headings, which can be linked to by their text.
        examples: labels of numbered examples, `(@label)`: `@label` in the text is then a number.
        notes: labels of footnotes, in document order.
    """

    references: set[str] = field(default_factory=set)
    examples: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def normalized(label: str) -> str:
    """A link label as it is compared: letter case and white space do not count."""
    return _SPACE.sub(" ", label.strip()).casefold()
