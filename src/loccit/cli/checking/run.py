"""One check from arguments to exit status."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.cli.checking.asked_for import AskedFor, asked_for
from loccit.cli.checking.check_all import Checks, check_all
from loccit.cli.checking.fixes import Fixer
from loccit.cli.checking.show import show_fixes, show_report
from loccit.cli.terminal import report_failure
from loccit.errors import LoccitError


@dataclass(frozen=True, slots=True)
class CheckRun:
    """A check, which can be run again.

    Attributes:
        what: the arguments.
        bibliography: where keys are looked up.
        target: the format of the report.
        output: the file that it is written to; None for standard output.
        fix, diff: whether to fix what can be fixed, or only show that.
        unsafe: whether unsafe fixes are among them.
        exit_zero: whether findings don't count for the status.
    """

    what: tuple[str, ...]
    bibliography: tuple[Path, ...]
    checks: Checks
    target: str = "text"
    output: Path | None = None
    fix: bool = False
    diff: bool = False
    unsafe: bool = False
    exit_zero: bool = False

    def asked(self) -> AskedFor:
        """Sort the arguments, and look into the folders among them.

        Raises:
            LoccitError: as `asked_for`.
        """
        asked = asked_for(self.what, self.bibliography)
        # A page of an earlier run is not an essay.
        asked.essays = [path for path in asked.essays if path != self.output]
        return asked

    def run(self) -> int:
        """Check, fix and report, and return the exit status.

        Raises:
            LoccitError: nothing can be checked, or the report can't be written.
        """
        asked = self.asked()
        failures: list[LoccitError] = []
        if self.fix or self.diff:
            fixer = Fixer(self.checks, self.unsafe, dry_run=self.diff)
            fixer.fix(asked)
            show_fixes(fixer)
            if self.diff:
                return self._status(fixer.failures, has_findings=bool(fixer.fixed))
            failures += fixer.failures
        report, unread = check_all(asked, self.checks)
        if report.checked or report.essays or not unread:
            show_report(report, self.target, self.output)
        found = any(each.problem.severity != "note" for each in report.findings)
        return self._status([*failures, *unread], has_findings=found)

    def _status(self, failures: Iterable[LoccitError], *, has_findings: bool) -> int:
        """Report what can't be read or written, each once, and return the status."""
        errors = {str(error): error for error in failures}
        for error in errors.values():
            report_failure(error)
        if errors:
            return LoccitError.exit_code
        return 1 if has_findings and not self.exit_zero else 0
