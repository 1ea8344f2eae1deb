"""A citation as rules see it, however it came into the essay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Paragraph
from loccit.model import Citation, CiteMode, Source
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

    def stretches(self) -> Iterator[tuple[TypedCite, int, int]]:
        """Yield each cite with the stretch of the paragraph from it to the next one."""
        starts = [self.place_of(cite)[0] for cite in self.cites]
        ends = [*starts[1:], self.end]
        for cite, start, end in zip(self.cites, starts, ends, strict=True):
            yield cite, start, max(start, end)

    @property
    def is_worded(self) -> bool:
        """Whether its words are in the essay: they are typed, or printed by a program;
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


def with_keys(read: TypedCitation, cited: Citation, library: Library) -> TypedCitation:
    """Return what was read of a citation that a program printed, with the keys that the
    program knows.  It may have printed the works in another order than it keeps them.
    """
    if len(read.cites) != len(cited.cites):
        return read
    if len(read.cites) == 1:
        return replace(read, cites=(replace(read.cites[0], key=cited.cites[0].key),))
    sources = [(known.key, library.get(known.key)) for known in cited.cites]
    cites = []
    for cite in read.cites:
        keys = [key for key, source in sources if source and _may_be_of(cite, source)]
        cites.append(replace(cite, key=keys[0]) if len(keys) == 1 else cite)
    return replace(read, cites=tuple(cites))


def _may_be_of(cite: TypedCite, source: Source) -> bool:
    """Return whether a cite has the first name and the year of a source."""
    issued = source.date("issued")
    if not cite.names or issued is None or issued.start is None:
        return False
    first = (source.names("author") or source.names("editor"))[:1]
    names = {part for name in first for part in (name.family, name.literal) if part}
    is_named = any(name in cite.names[0] for name in names)
    return is_named and str(issued.start.year) in cite.year
