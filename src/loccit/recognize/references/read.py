"""Read a reference that somebody typed, in whatever style, as CSL variables."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Mark
from loccit.model import Source
from loccit.recognize.references.certain import with_certain
from loccit.recognize.references.compare import join
from loccit.recognize.references.confidence import (
    Evidence,
    confidence_of,
    doubtful_variables,
    evidence_of,
)
from loccit.recognize.references.fields import read_fields
from loccit.recognize.references.label import label_segments
from loccit.recognize.references.links import with_link
from loccit.recognize.references.missing import with_missing
from loccit.recognize.references.nested_titles import with_nested_titles
from loccit.recognize.references.rules import rule_segments
from loccit.recognize.references.titles import with_subtitle, with_whole_title
from loccit.recognize.references.typed_italics import without_typed_italics
from loccit.recognize.references.types import type_of
from loccit.recognize.segments import Segment

#: No reference is longer; what follows is not read.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class ReadReference:
    """What was read of a typed reference.

    Attributes:
        source: its CSL variables; its key is "", and its titles may be headlines.
        confidence: how likely all of it is right, from 0 to 1.
        doubtful: the variables that may be wrong.
        segments: the parts of the text.
        marks: what its markup sets apart, also as it is typed in a plain text: `_so_`.
    """

    source: Source
    confidence: float
    doubtful: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()
    marks: tuple[Mark, ...] = ()


class ParsedReference(NamedTuple):
    """A reading of a reference, and what speaks for it.

    Attributes:
        source: as that of `ReadReference`.
        segments: the parts of the text.
        marks: what its markup sets apart.
        differing: the variables in which the two parsers differ.
        evidence: what speaks for the whole and against it.
    """

    source: Source
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]
    differing: tuple[str, ...]
    evidence: Evidence


def read_reference(text: str, marks: Sequence[Mark] = ()) -> ReadReference:
    """Read a reference.

    Two parsers read it, one with a model and one by rules; where they agree, they are
    rarely wrong.

    Args:
        text: one reference, as readers see it.
        marks: what its markup sets apart: italics, links.

    >>> read_reference("Doe, J. (2001). On it. Press.").source.text("title")
    'On it'
    """
    parsed = parse_reference(text, marks)
    confidence = confidence_of(parsed.evidence)
    doubtful = doubtful_variables(parsed.segments, parsed.differing, confidence)
    return ReadReference(
        parsed.source, confidence, doubtful, parsed.segments, parsed.marks
    )


def parse_reference(text: str, marks: Sequence[Mark] = ()) -> ParsedReference:
    """Read a reference, and gather what speaks for the reading."""
    text = text[:_LONGEST]
    marks = [mark for mark in marks if mark.end <= len(text)]
    if not marks:
        plain = without_typed_italics(text)
        return _as_typed(_parse(plain.text, plain.marks), plain.mapped)
    return _parse(text, marks)


def _as_typed(parsed: ParsedReference, mapped: MappedText) -> ParsedReference:
    """Return a reading with the places of its parts in the text as it is typed."""
    if mapped.text == "" or len(mapped.starts) == 1:
        return parsed
    segments = tuple(
        each._replace(
            start=mapped.origin(each.start), end=mapped.origin(each.end - 1) + 1
        )
        for each in parsed.segments
    )
    marks = tuple(
        each._replace(
            start=mapped.origin(each.start), end=mapped.origin(each.end - 1) + 1
        )
        for each in parsed.marks
    )
    return parsed._replace(segments=segments, marks=marks)


def _parse(text: str, marks: Sequence[Mark]) -> ParsedReference:
    ruled = rule_segments(text, marks)
    labelled = with_certain(label_segments(text, marks), ruled)
    labelled = with_subtitle(text, with_whole_title(text, labelled))
    labelled = with_missing(text, labelled, ruled)
    joined = join(read_fields(text, labelled), read_fields(text, ruled))
    variables = with_link(joined.variables, marks)
    type_ = type_of(text, variables)
    variables = with_nested_titles(variables, text, marks)
    # A title is typed as a headline or as a sentence; which of both, its words show.
    source = Source("", type_, variables, headline=True)
    evidence = evidence_of(text, labelled, source, joined.differing)
    return ParsedReference(
        source, tuple(labelled), tuple(marks), joined.differing, evidence
    )
