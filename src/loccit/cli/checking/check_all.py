"""Check essays and sources, for one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple, TypeAlias

from loccit._startup.dataclass import dataclass
from loccit.bibliography import Library, open_library
from loccit.cli.checking.asked_for import AskedFor
from loccit.cli.checking.essays import EssayChecker
from loccit.cli.checking.sources import check_sources
from loccit.cli.report import Report, ReportedEssay
from loccit.errors import LoccitError
from loccit.lint import Checker, Finding
from loccit.model import Problem

#: Makes the checker of a library.
SourceCheck: TypeAlias = Callable[[Library], Checker]


@dataclass(frozen=True, slots=True)
class Checks:
    """How essays and sources are checked."""

    of_essays: EssayChecker
    of_sources: SourceCheck


class Checked(NamedTuple):
    """What a check found, and why the rest can't be read."""

    report: Report
    failures: list[LoccitError]


def check_all(asked: AskedFor, checks: Checks) -> Checked:
    """Check what was asked for; what can't be read does not keep the rest from being
    checked.
    """
    failures: list[LoccitError] = [*asked.failures]
    essays: list[ReportedEssay] = []
    for result in checks.of_essays.check_all(asked.essays):
        if isinstance(result, LoccitError):
            failures.append(result)
        else:
            essays.append(result)
    count = 0
    of_sources: list[Finding] = []
    for some in asked.sources:
        try:
            checker = checks.of_sources(open_library(some.paths))
        except LoccitError as error:
            failures.append(error)
            continue
        checked, findings = check_sources(checker, some.keys)
        count += checked
        of_sources += findings
    of_essays = (essay.findings for essay in essays)
    findings = _once(chain(*of_essays, of_sources))
    return Checked(Report(count, findings, essays), failures)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what was found before, as in a source that several essays cite."""
    seen: set[Problem] = set()
    kept = []
    for finding in findings:
        if finding.problem not in seen:
            seen.add(finding.problem)
            kept.append(finding)
    return kept
