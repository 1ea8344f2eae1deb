"""Check essays and sources, for one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.cli.checking.asked_for import AskedFor, SomeSources
from loccit.cli.checking.essays import EssayChecker
from loccit.cli.checking.sources import (
    CheckedSources,
    check_sources,
    open_readable,
)
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
    of_sources = [_check_sources(some, checks, failures) for some in asked.sources]
    findings = once(
        [
            *(each for essay in essays for each in essay.findings),
            *(each for checked in of_sources for each in checked.findings),
        ]
    )
    count = sum(checked.number for checked in of_sources)
    return Checked(Report(count, findings, essays), failures)


def _check_sources(
    some: SomeSources, checks: Checks, failures: list[LoccitError]
) -> CheckedSources:
    library = open_readable(some.paths, failures)
    try:
        checker = checks.of_sources(library)
    except LoccitError as error:
        failures.append(error)
        return CheckedSources(0, ())
    return check_sources(checker, some.keys)


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what was found before, as in a source that several essays cite."""
    seen: set[Problem] = set()
    kept = []
    for finding in findings:
        if finding.problem not in seen:
            seen.add(finding.problem)
            kept.append(finding)
    return kept
