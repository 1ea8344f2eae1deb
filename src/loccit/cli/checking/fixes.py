"""Apply the fixes of essays and sources, or find what they would change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass, field
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import files_in
from loccit.cli.checking.asked_for import AskedFor
from loccit.cli.checking.check_all import Checks, SourceCheck
from loccit.cli.checking.essays import EssayChecker
from loccit.cli.checking.sources import readable
from loccit.cli.essays_in import open_named
from loccit.cli.many_essays.in_processes import in_processes
from loccit.editing.fix_sources import fix_sources
from loccit.errors import LoccitError
from loccit.lint import Checker, Finding
from loccit.model import Problem
from loccit.text_files.file_change import FileChange
from loccit.text_files.write_change import write_change

if TYPE_CHECKING:
    from loccit.editing.check import EssayCheck


class FixedFile(NamedTuple):
    """An essay that was fixed, or would be.

    Attributes:
        change: of its file; None if nothing changes.
        fixed: the findings that were fixed.
        of_sources: what can be fixed in the sources that it cites.
        warnings: what the writer should know of the change.
    """

    path: Path
    change: FileChange | None
    fixed: Sequence[Finding]
    of_sources: Sequence[Finding]
    warnings: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class EssayFixer:
    """Fixes essays, one by one.

    Attributes:
        check: what finds what is wrong with them.
        unsafe: whether to apply unsafe fixes too.
        dry_run: whether to write nothing.
    """

    check: EssayChecker
    unsafe: bool
    dry_run: bool

    def fix_path(self, path: Path) -> FixedFile | LoccitError:
        """Fix the essay in a file; return why it can't be read or written if it can't."""
        try:
            return self._fix(path)
        except LoccitError as error:
            return error

    def _fix(self, path: Path) -> FixedFile:
        # Sources are fixed without this, and start sooner.
        from loccit.editing.check import fix_essay

        essay = open_named(path)
        result = fix_essay(essay, self.check.check, unsafe=self.unsafe)
        of_sources = [*_of_sources(result.left)]
        if result.data == essay.data:
            return FixedFile(path, None, (), of_sources, ())
        change = FileChange(essay.data, result.data)
        if not self.dry_run:
            write_change(path, change)
        fixes = [each.problem.fix for each in result.fixed]
        edits = [edit for fix in fixes if fix for edit in fix.edits]
        warnings = [*essay.document.warnings((), edits)]
        return FixedFile(path, change, result.fixed, of_sources, warnings)


def _of_sources(left: EssayCheck) -> Iterator[Finding]:
    """Yield what can be fixed in the sources that an essay cites."""
    for finding in left.findings:
        fix = finding.problem.fix
        if fix and finding.key and fix.path != left.essay.path:
            yield finding


@dataclass()
class Fixer:
    """Fixes what was asked for, and keeps the score.

    Attributes:
        unsafe, dry_run: as of an `EssayFixer`.
        fixed: the findings that were fixed.
        changes: of each file.
        warnings: what the writer should know of the changes.
        failures: why files can't be read or written.
    """

    checks: Checks
    unsafe: bool = False
    dry_run: bool = False
    fixed: list[Finding] = field(default_factory=list)
    changes: dict[Path, FileChange] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)
    failures: list[LoccitError] = field(default_factory=list)

    def fix(self, asked: AskedFor) -> None:
        """Fix essays, then the sources that are named, then those that essays cite."""
        cited = self._fix_essays(asked.essays)
        done: set[Path] = set()
        for some in asked.sources:
            files = _files_in(readable(some.paths, self.failures))
            self._fix_sources(files, self.checks.of_sources, some.keys)
            done.update(files)
        self._fix_cited([each for each in cited if _file_of(each) not in done])

    def _fix_essays(self, paths: Sequence[Path]) -> Sequence[Finding]:
        """Fix essays; return what can be fixed in the sources that they cite."""
        fixer = EssayFixer(self.checks.of_essays, self.unsafe, self.dry_run)
        cited: list[Finding] = []
        for result in in_processes(fixer.fix_path, paths, "Fixing"):
            if isinstance(result, LoccitError):
                self.failures.append(result)
                continue
            self.fixed += result.fixed
            self.warnings += result.warnings
            cited += result.of_sources
            if result.change:
                self.changes[result.path] = result.change
        return cited

    def _fix_cited(self, findings: Sequence[Finding]) -> None:
        """Fix sources that essays cite; of the rules for sources, only those that
        matter to readers are checked in them.
        """
        files = list(dict.fromkeys(map(_file_of, findings)))
        rules = {finding.problem.rule for finding in findings}
        keys = {finding.key for finding in findings}
        if files:
            self._fix_sources(files, partial(Checker, select=rules), keys)

    def _fix_sources(
        self, files: Sequence[Path], check: SourceCheck, keys: Collection[str] | None
    ) -> None:
        try:
            fixes = fix_sources(
                files, check, keys, unsafe=self.unsafe, dry_run=self.dry_run
            )
        except LoccitError as error:
            self.failures.append(error)
            return
        self.fixed += fixes.findings
        self.changes.update(fixes.changes)


def _files_in(paths: Iterable[Path]) -> list[Path]:
    return list(dict.fromkeys(file for path in paths for file in files_in(path)))


def _file_of(finding: Finding) -> Path:
    return Path(finding.problem.place.path)
