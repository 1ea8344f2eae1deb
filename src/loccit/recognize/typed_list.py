"""The list of sources that somebody typed at the end of an essay."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass, field
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Mark
from loccit.model import Source, Span
from loccit.recognize.segments import Segment
from loccit.recognize.typed_citation import Candidate, Reason


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """An entry of a typed list.

    Attributes:
        text: what is typed, as readers see it, without bullet or number.
        span: its place in the part.
        part: the part of the essay.
        number: its number in a numbered list, or its bracketed label.
        source: what was read of it, as CSL variables; its key is "".
        confidence: how likely all of `source` is right, from 0 to 1.
        doubtful: the variables that may be wrong.
        key: the source of the library that it is, if there is exactly one likely.
        match_confidence: how likely that is.
        reasons: what speaks for it and against it.
        candidates: all that it may be, the likeliest first.
        mapped: `text`, which knows where it comes from.
        marks: what the markup of `text` sets apart.
        segments: the parts of `text`; none where dashes stand for its authors.
    """

    text: str
    span: Span
    part: str = ""
    number: str = ""
    source: Source = field(default_factory=lambda: Source("", "document", {}))
    confidence: float = 0.0
    doubtful: tuple[str, ...] = ()
    key: str | None = None
    match_confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    mapped: MappedText = field(default=MappedText(""), repr=False, compare=False)
    marks: tuple[Mark, ...] = ()
    segments: tuple[Segment, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class TypedList:
    """A typed list of sources.

    Attributes:
        heading: the place of its heading; None without one.
        span: the place of its entries, from the first to the last; where the chapters
            of an essay have lists, that of the last one.
        part: the part of the essay.
        paragraphs: the indices of its paragraphs in `Document.paragraphs`, the heading's
            included; no citation is looked for in them.
        entries: its entries, in order.
    """

    heading: Span | None
    span: Span
    part: str
    paragraphs: frozenset[int]
    entries: tuple[TypedEntry, ...]
