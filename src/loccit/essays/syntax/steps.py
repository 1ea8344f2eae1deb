"""What a format hands to the citation syntax, and gets back: its text in steps, and
citations as positions.
"""

from __future__ import annotations

import re
from typing import Protocol

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.model import CiteMode


@dataclass(frozen=True, slots=True)
class RawCite:
    """A cite as positions.

    Attributes:
        suppress: whether a minus precedes the `@`.
        prefix: `(start, end)` of what precedes the key.
        suffix: `(start, end)` of what follows it.
        secondary: whether the cite before it was read in this one.
        place: `(start, end)` of the key as it is typed; None where it is in the
            citation syntax, directly after the prefix.
    """

    key: str
    suppress: bool
    prefix: tuple[int, int]
    suffix: tuple[int, int]
    secondary: bool = False
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RawCitation:
    """A citation as positions.

    Attributes:
        narrative: whether it is in the sentence; the first cite is then the one before
            the brackets.
        cites: none for what may be a page alone, `[p. 199]`.
        semicolons: where a semicolon separates words without a key from a cite.
        mode: how it is set, where the citation syntax has no sign for that.
        is_bare: whether it has no brackets around it.
    """

    start: int
    end: int
    narrative: bool
    cites: tuple[RawCite, ...]
    semicolons: tuple[int, ...] = ()
    mode: CiteMode | None = None
    is_bare: bool = False


class InnerText(NamedTuple):
    """A part of a text to be read on its own, and whether it may hold links."""

    start: int
    end: int
    links: bool


@dataclass(frozen=True, slots=True)
class Inline:
    """One step, from `start` to `end`.  What it has inside is for the caller who
    collects.

    Attributes:
        word_end: where the last word in it ends, -1 for none; no key may follow there
            (`name@example.org`).
        citation: the citation that it is.
        children: the steps taken inside it.
        inner: the parts of it that are to be read on their own.
        note: the label of the footnote that it refers to, "" for a footnote that is
            written here.
    """

    start: int
    end: int
    word_end: int = -1
    citation: RawCitation | None = None
    children: tuple[Inline, ...] = ()
    inner: tuple[InnerText, ...] = ()
    note: str | None = None


class Inlines(Protocol):
    """A text with its format, in steps; a `loccit.essays.text_range.TextRange`.

    Attributes:
        suffix_ends: where a suffix ends that continues at a position; for this module.
        keyless: positions from which a prefix leads to no key; for this module.
    """

    text: str
    end: int
    suffix_ends: dict[int, int]
    keyless: set[int]

    def char(self, position: int) -> str:
        """Return the character at a position, "" at the end."""

    def has(self, characters: str, position: int) -> bool:
        """Return whether these characters are at a position."""

    def match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Match a pattern at a position."""

    def end_of(self, pattern: re.Pattern[str], position: int) -> int | None:
        """Return where a pattern ends that matches at a position."""

    def step(self, position: int, word_end: int) -> Inline | None:
        """Read the construct at a position; None where the run of text ends."""

    def is_link(self, start: int, end: int) -> bool:
        """Return whether brackets are the text of a link, or of anything that is not a
        citation.
        """

    def is_reference(self, start: int, end: int) -> bool:
        """Return whether brackets name a link or note defined elsewhere."""
