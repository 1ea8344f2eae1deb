"""A citation that somebody typed by hand: what was read of it, and what it may cite."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.model import Locator, Span

#: How a citation is typed.  `page-only` is "(p. 12)" after a named work, `year-only`
#: "(2001)" after its name, `bare` is "Doe 2001" without brackets, `numeric` "[3]",
#: `note` a reference in a note: "Doe, On Things, 12".
TypedMode = Literal[
    "parenthetical",
    "narrative",
    "page-only",
    "year-only",
    "numeric",
    "mla",
    "bare",
    "name-only",
    "ibid",
    "note",
]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was taken for what it is; `loccit explain` knows the code.

    Attributes:
        code: its name: `same-year`, `misspelt-name`.
        text: what a person reads: "the list has the year 2009".
    """

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a cite or an entry may be of.

    Attributes:
        entry: its number in the essay's own list, from 0.
        key: its key in the library.
        confidence: how likely it is the one, from 0 to 1.
        reasons: what speaks for it and against it.
    """

    entry: int | None = None
    key: str | None = None
    confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedCite:
    """One work in a typed citation.

    Attributes:
        names: the surnames, or the group or title in their place, as typed.
        et_al: whether "et al." follows them.
        year: four digits, `n.d.`, `in press` or the like, or "".
        suffix: the letter after the year.
        number: the number of a numeric citation.
        locator: the place in the work.
        prefix, after: other words before and after: "see", "emphasis added".
        secondary: whether the work before it was read in this one, "as cited in".
        personal: whether it is a personal communication, which no list has.
        span: its place in the part, brackets excluded.
        entry, key: the work that it is of, in the essay's list and in the library, if
            there is exactly one likely.
        confidence: how likely that is, from 0 to 1.
        reasons: what speaks for it and against it.
        candidates: all that it may be of, the likeliest first.
    """

    names: tuple[str, ...] = ()
    et_al: bool = False
    year: str = ""
    suffix: str = ""
    number: str = ""
    locator: Locator | None = None
    prefix: str = ""
    after: str = ""
    secondary: bool = False
    personal: bool = False
    span: Span = Span(0, 0)
    entry: int | None = None
    key: str | None = None
    confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedCitation:
    """A citation in the text, typed by hand; one pair of brackets may have several
    cites.

    Attributes:
        mode: how it is typed.
        cites: its works, in the order in which they are typed.
        text: what is typed, as readers see it.
        span: its place in the part, brackets included.
        part: the part of the essay that its spans count in.
        paragraph: the index of its paragraph in `Document.paragraphs`.
        start, end: its place in the readable text of that paragraph.
        possessive: what follows a name in the sentence: `'s`.
        confidence: how likely this is a citation at all, from 0 to 1.
        reasons: what speaks for that and against it.
    """

    mode: TypedMode
    cites: tuple[TypedCite, ...]
    text: str
    span: Span
    part: str
    paragraph: int
    start: int
    end: int
    possessive: str = ""
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
