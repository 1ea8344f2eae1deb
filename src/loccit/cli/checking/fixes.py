"""Apply the fixes of essays and sources, or find what they would change."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.bibliography import files_in
from loccit.cli.checking.asked_for import AskedFor, SomeSources
from loccit.cli.checking.check_all import Checks, SourceCheck
from loccit.cli.essays_in import open_named
from loccit.cli.terminal import progress
from loccit.editing.check import EssayCheck, fix_essay
from loccit.editing.fix_sources import fix_sources
from loccit.errors import LoccitError
from loccit.lint import Checker, Finding
from loccit.text_files.file_change import FileChange
from loccit.text_files.write_change import write_change


@dataclass()
class Fixer:
    """Fixes what was asked for, and keeps the score.

    Attributes:
        unsafe: whether to apply unsafe fixes too.
        dry_run: whether to write nothing.
        fixed: the findings that were fixed.
        changes: of each file.
        failures: why files can't be read or written.
    """

    checks: Checks
    unsafe: bool = False
    dry_run: bool = False
    fixed: list[Finding] = field(default_factory=list)
    changes: dict[Path, FileChange] = field(default_factory=dict)
    failures: list[LoccitError] = field(default_factory=list)

    def fix(self, asked: AskedFor) -> None:
        """Fix essays, then the sources that are named, then those that essays cite."""
        cited: list[Finding] = []
        for path in progress(asked.essays, "Fixing"):
            try:
                cited += self._fix_essay(path)
            except LoccitError as error:
                self.failures.append(error)
        done: set[Path] = set()
        for some in asked.sources:
            files = _files_of(some)
            self._fix_sources(files, self.checks.of_sources, some.keys)
            done.update(files)
        self._fix_cited([each for each in cited if _file_of(each) not in done])

    def _fix_essay(self, path: Path) -> Iterator[Finding]:
        """Fix an essay; return what can be fixed in the sources that it cites."""
        essay = open_named(path)
        result = fix_essay(essay, self.checks.of_essays.check, unsafe=self.unsafe)
        if result.data != essay.data:
            change = FileChange(essay.data, result.data)
            if not self.dry_run:
                write_change(path, change)
            self.changes[path] = change
            self.fixed += result.fixed
        return self._fixable_sources(result.left)

    def _fixable_sources(self, left: EssayCheck) -> Iterator[Finding]:
        for finding in left.findings:
            fix = finding.problem.fix
            if fix and finding.key and fix.path != left.essay.path:
                yield finding

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


def _files_of(some: SomeSources) -> list[Path]:
    return list(dict.fromkeys(file for path in some.paths for file in files_in(path)))


def _file_of(finding: Finding) -> Path:
    return Path(finding.problem.place.path)
