"""The findings of an essay with their numbers, and where its readers see them."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.cli.excerpts import Excerpts, InParagraph
from loccit.cli.report import ReportedEssay
from loccit.lint import Finding


class NumberedFinding(NamedTuple):
    """A finding.

    Attributes:
        number: from 1, in the order of the report.
        anchor: what its addresses in the page end in.
        place: the words that it is about; None if readers don't see them.
    """

    finding: Finding
    number: int
    anchor: str
    place: InParagraph | None


def numbered(essay: ReportedEssay, essay_number: int) -> Sequence[NumberedFinding]:
    """Number the findings of an essay: those that are in its text by their places, then
    the others.
    """
    excerpts = Excerpts(essay)
    placed = [(each, _place(each, excerpts, essay)) for each in essay.findings]
    in_text = [(each, place) for each, place in placed if place]
    # A number is after the last word that its finding is about.
    in_text.sort(key=lambda each: (each[1].paragraph, each[1].end, each[1].start))
    in_order = [*in_text, *((each, None) for each, place in placed if place is None)]
    return [
        NumberedFinding(finding, number, f"{essay_number}-{number}", place)
        for number, (finding, place) in enumerate(in_order, start=1)
    ]


def _place(
    finding: Finding, excerpts: Excerpts, essay: ReportedEssay
) -> InParagraph | None:
    """Return the words of a finding, without blanks at their end."""
    place = excerpts.in_paragraph(finding)
    if place is None:
        return None
    words = essay.paragraphs[place.paragraph].text[place.start : place.end]
    return place._replace(end=place.start + len(words.rstrip() or words))
