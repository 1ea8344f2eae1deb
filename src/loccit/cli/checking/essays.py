"""Check essays one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass
from loccit.cli.essays_in import open_named
from loccit.cli.many_essays.in_processes import in_processes
from loccit.cli.many_essays.shared_library import shared_library
from loccit.cli.report import ReportedEssay
from loccit.editing.selected_rules import selected_in
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.lint.selection import Selection
from loccit.workspace.settings import Settings

if TYPE_CHECKING:
    from loccit.editing.check import EssayCheck


@dataclass(frozen=True, slots=True)
class EssayChecker:
    """Checks essays.

    Attributes:
        settings: those of the command.
        selection: the rules that the command selects.
        sources: a folder with the files of sources, as for `check_essay`.
        keeps_paragraphs: whether a report shows the whole text; else a text's own
            lines are enough.
    """

    settings: Settings
    selection: Selection
    sources: Path | None = None
    keeps_paragraphs: bool = False

    def check(self, essay: Essay) -> EssayCheck:
        """Check an essay.

        Raises:
            LoccitError: as `check_essay`.
        """
        # Sources are checked without this, and start 200 ms sooner.
        from loccit.editing.check import check_essay

        selection = selected_in(Path(essay.path), self.selection)
        return check_essay(
            essay,
            shared_library(essay, self.settings),
            self.settings,
            selection=selection,
            sources=self.sources,
        )

    def check_path(self, path: Path) -> ReportedEssay | LoccitError:
        """Check the essay in a file; return why it can't be read if it can't."""
        try:
            checked = self.check(open_named(path))
        except LoccitError as error:
            return error
        return reported(checked, keeps_paragraphs=self.keeps_paragraphs)

    def check_all(self, paths: Sequence[Path]) -> Iterator[ReportedEssay | LoccitError]:
        """Yield what a check of each essay found, or why it can't be checked."""
        return in_processes(self.check_path, paths, "Checking")


def reported(checked: EssayCheck, *, keeps_paragraphs: bool = True) -> ReportedEssay:
    """Return what is reported about an essay."""
    document = checked.essay.document
    text = document.text if "" in document.parts else ""
    return ReportedEssay(
        checked.essay.path,
        text,
        document.paragraphs if keeps_paragraphs or not text else (),
        checked.findings,
        checked.citations,
        checked.missing,
        checked.unlisted,
        checked.uncited,
    )
