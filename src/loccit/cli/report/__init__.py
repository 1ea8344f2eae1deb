"""Write findings for people and programs, one format a file; the folder is the list."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import names_in

if TYPE_CHECKING:
    from loccit.essays.paragraph import Paragraph
    from loccit.lint import Finding


#: What is counted in each essay, as the columns of a table.
COUNTED = ("Citations", "Missing", "Unlisted", "Uncited", "Findings")


@dataclass(frozen=True, slots=True)
class ReportedEssay:
    """The findings of a check of an essay, as they are reported.

    Attributes:
        path: its file.
        text: its characters; `""` of a document that is not a text.
        paragraphs: as readers see them; none where the text is enough for a report.
        findings: its own in document order, then those of the sources that it cites.
        citations, missing, unlisted, uncited: as of an `EssayCheck`.
    """

    path: str
    text: str
    paragraphs: Sequence[Paragraph]
    findings: Sequence[Finding]
    citations: int = 0
    missing: int = 0
    unlisted: int = 0
    uncited: int = 0

    @property
    def counts(self) -> Sequence[int]:
        """Its numbers, in the order of `COUNTED`."""
        works = (self.missing, self.unlisted, self.uncited)
        return (self.citations, *works, len(self.findings))


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        checked: the number of sources that were checked, without those that essays
            cite.
        findings: in the order of files and places, each once.
        essays: the essays that were checked.
    """

    checked: int
    findings: Sequence[Finding]
    essays: Sequence[ReportedEssay] = ()


class Format(Protocol):
    """A module of this folder."""

    def write(self, report: Report) -> str:
        """Write a report, every line of it with its line ending."""


def formats() -> list[str]:
    """Return the names of the formats."""
    return names_in(__name__)


def format_named(name: str) -> Format:
    """Import the format of that name, one of `formats`."""
    return cast("Format", import_module(f"{__name__}.{name}"))
