"""A formatted essay, as values."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass
from loccit.essays import Essay
from loccit.model import Citation, Edit, Problem, RichText, Source
from loccit.output import Entry


@dataclass(frozen=True, slots=True)
class FormattedCitation:
    """A citation of the essay, and what replaces it.

    Attributes:
        citation: the citation; in a style of footnotes, with the number of its note.
        text: what it says, in the sentence or in its footnote; None for a citation that
            stays as it is.
        missing: its keys that no source has.
        author: the author in the sentence, before the mark of a footnote.
    """

    citation: Citation
    text: RichText | None
    missing: tuple[str, ...] = ()
    author: RichText = RichText()


@dataclass(frozen=True, slots=True)
class FormattedEssay:
    """The result of formatting an essay.

    Attributes:
        essay: the essay as it was read.
        citations: every citation found, in document order.
        bibliography: the reference list, in list order.
        edits: the changes that make the formatted essay, in order; all other characters
            stay as they were.
        problems: what the writer should know, in order of place.
        sources: every source that is cited or listed, by key.
    """

    essay: Essay
    citations: tuple[FormattedCitation, ...]
    bibliography: tuple[Entry, ...]
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source]

    @property
    def data(self) -> bytes:
        """The formatted essay, in the encoding of the essay."""
        return self.essay.with_edits(self.edits)

    @property
    def text(self) -> str:
        """The formatted essay as text."""
        return self.essay.document.with_edits(self.edits).text
