"""A citation as rules see it, however it came into the essay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from loccit._startup.dataclass import dataclass, replace
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Paragraph
from loccit.model import Citation, CiteMode
from loccit.recognize import TypedCitation, TypedCite, TypedMode

#: Whether it is typed by hand, kept by a program such as Zotero, or written by key, so
#: that the style decides how it looks.
Kind = Literal["typed", "live", "key"]

_MODES: dict[CiteMode, TypedMode] = {
    "parenthetical": "parenthetical",
    "narrative": "narrative",
    "author-only": "name-only",
    "suppress-author": "year-only",
    "locator-only": "page-only",
}


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """A citation.

    Attributes:
        kind: how it came into the essay.
        read: what was read of it.  Of one by key, each cite has its key, locator,
            prefix and what is after it; names and years are those of its source.
        paragraph: where it is; `paragraph.text[start:end]` is `text`.
    """

    kind: Kind
    read: TypedCitation
    paragraph: Paragraph

    @property
    def mode(self) -> TypedMode:
        """How it is set."""
        return self.read.mode

    @property
    def cites(self) -> Sequence[TypedCite]:
        """Its works."""
        return self.read.cites

    @property
    def text(self) -> str:
        """What readers see, brackets included; of one by key, what is typed."""
        return self.read.text

    @property
    def start(self) -> int:
        """Where it starts in the text of its paragraph."""
        return self.read.start

    @property
    def end(self) -> int:
        """Where it ends there."""
        return self.read.end

    @property
    def mapped(self) -> MappedText:
        """The text of its paragraph, which knows where it comes from."""
        return self.paragraph.mapped

    def place_of(self, cite: TypedCite) -> tuple[int, int]:
        """Return where one of its cites starts and ends in the text of its paragraph."""
        span = cite.span
        return self.mapped.position(span.start), self.mapped.position(span.end)

    @property
    def is_worded(self) -> bool:
        """Whether its words stand in the essay: they are typed, or printed by a program;
        one by key gets its words from the style.
        """
        return self.kind != "key"


def by_key(citation: Citation, paragraph: Paragraph, index: int) -> CheckedCitation:
    """Return a citation that is written by key, or that a program keeps."""
    mapped = paragraph.mapped
    start, end = (
        mapped.position(citation.span.start),
        mapped.position(citation.span.end),
    )
    cites = tuple(
        TypedCite(
            key=cite.key,
            locator=cite.locator,
            prefix=cite.prefix.plain,
            after=cite.suffix.plain,
            secondary=cite.secondary,
            span=cite.span,
            confidence=1.0,
        )
        for cite in citation.cites
    )
    read = TypedCitation(
        _MODES[citation.mode],
        cites,
        paragraph.text[start:end],
        citation.span,
        citation.part,
        index,
        start,
        end,
    )
    return CheckedCitation("live" if citation.program else "key", read, paragraph)


def with_keys(read: TypedCitation, cited: Citation) -> TypedCitation:
    """Return what was read of a citation that a program printed, with the keys that the
    program knows.
    """
    if len(read.cites) != len(cited.cites):
        return read
    cites = [
        replace(cite, key=known.key)
        for cite, known in zip(read.cites, cited.cites, strict=True)
    ]
    return replace(read, cites=tuple(cites))
