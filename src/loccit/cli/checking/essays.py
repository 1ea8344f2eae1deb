"""Check essays one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.cli.essays_in import open_named
from loccit.cli.report import ReportedEssay
from loccit.cli.terminal import progress
from loccit.editing.check import EssayCheck, check_essay
from loccit.editing.check.selected import selected_in
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.lint.selection import Selection
from loccit.workspace.settings import Settings


@dataclass(frozen=True, slots=True)
class EssayChecker:
    """Checks essays.

    Attributes:
        settings: those of the command.
        selection: the rules that the command selects.
        sources: a folder with the files of sources, as for `check_essay`.
    """

    settings: Settings
    selection: Selection
    sources: Path | None = None

    def check(self, essay: Essay) -> EssayCheck:
        """Check an essay.

        Raises:
            LoccitError: as `check_essay`.
        """
        selection = selected_in(Path(essay.path), self.selection)
        return check_essay(
            essay, settings=self.settings, selection=selection, sources=self.sources
        )

    def check_all(self, paths: Sequence[Path]) -> Iterator[ReportedEssay | LoccitError]:
        """Yield what a check of each essay found, or why it can't be checked."""
        for path in progress(paths, "Checking"):
            try:
                yield reported(self.check(open_named(path)))
            except LoccitError as error:
                yield error


def reported(checked: EssayCheck) -> ReportedEssay:
    """Return what is reported about an essay."""
    document = checked.essay.document
    is_text = "" in document.parts
    return ReportedEssay(
        checked.essay.path,
        document.text if is_text else "",
        document.paragraphs,
        checked.findings,
        checked.citations,
        checked.missing,
        checked.unlisted,
        checked.uncited,
    )
