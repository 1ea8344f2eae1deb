"""What a command does with each essay on a cluster: the same as in one process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import losses
from loccit.bibliography.formats import format_to_write
from loccit.cli.checking.check_all import once
from loccit.cli.checking.essays import EssayChecker, reported
from loccit.cli.checking.show import written
from loccit.cli.cluster.names import Names
from loccit.cli.formatting.essay_formatter import EssayFormatter
from loccit.cli.many_essays.shared_library import shared_library
from loccit.cli.report import Report
from loccit.cli.report.text import problem_line
from loccit.editing.check.check_essay import in_order
from loccit.essays import Essay
from loccit.export.data import export_sources
from loccit.formatting.draft import cited_sources
from loccit.lint.selection import Selection
from loccit.model import Problem
from loccit.workspace.settings import Settings


class Made(NamedTuple):
    """What a job made of an essay.

    Attributes:
        data: the content of the file that is written.
        problems, citations, errors: as of an `EssayReport`.
    """

    data: bytes
    problems: Sequence[str]
    citations: int
    errors: int


class Job(Protocol):
    """The work of a command; its class names the command."""

    @property
    def done(self) -> str:
        """What is said of an essay afterwards: `formatted`."""

    @property
    def ending(self) -> str:
        """What is added to the name of an essay's file."""

    def make(self, essay: Essay, settings: Settings, names: Names) -> Made:
        """Do the work for an essay.

        Args:
            essay: the essay.
            settings: the settings for it.
            names: what it and the files that it needs are called in what is written.

        Raises:
            LoccitError: it can't be done.
        """


@dataclass(frozen=True, slots=True)
class FormatJob:
    """Formats essays; `to` is as of an `EssayFormatter`."""

    to: str

    @property
    def done(self) -> str:
        return "formatted"

    @property
    def ending(self) -> str:
        return ".json" if self.to == "json" else ""

    def make(self, essay: Essay, settings: Settings, names: Names) -> Made:
        library = shared_library(essay, settings)
        formatter = EssayFormatter(settings, to=self.to)
        result = formatter.format(essay, library, names.problem)
        of_sources = map(names.problem, result.of_sources.shown)
        lines = _lines([*result.problems, *of_sources])
        if rest := result.of_sources.rest:
            lines.append(names.text(rest))
        return Made(result.data, lines, result.citations, result.errors)


@dataclass(frozen=True, slots=True)
class CheckJob:
    """Checks essays; `target` is the format of the reports."""

    selection: Selection
    target: str

    @property
    def done(self) -> str:
        return "checked"

    @property
    def ending(self) -> str:
        return _ENDINGS.get(self.target, ".json")

    def make(self, essay: Essay, settings: Settings, names: Names) -> Made:
        is_page = self.target == "html"
        checker = EssayChecker(settings, self.selection, keeps_paragraphs=is_page)
        checked = reported(checker.check(essay), keeps_paragraphs=is_page)
        path = names.text(essay.path)
        findings = in_order(names.findings(checked.findings), path)
        checked = replace(checked, path=path, findings=findings)
        report = Report(0, once(findings), [checked])
        found = [each for each in report.findings if each.problem.severity != "note"]
        data = written(report, self.target).encode("utf-8", "replace")
        return Made(data, (), checked.citations, len(found))


@dataclass(frozen=True, slots=True)
class ExportJob:
    """Exports what essays cite; `target` is a format of data."""

    target: str
    proper_nouns: tuple[str, ...]

    @property
    def done(self) -> str:
        return "exported"

    @property
    def ending(self) -> str:
        format_ = format_to_write(self.target)
        return format_.EXTENSIONS[0] if format_ else ""

    def make(self, essay: Essay, settings: Settings, names: Names) -> Made:
        library = shared_library(essay, settings)
        cited = cited_sources(essay, settings, library)
        sources = [*cited.sources.values()]
        problems = [*cited.problems, *losses(sources, self.target)]
        data = export_sources(sources, self.target, self.proper_nouns).encode()
        errors = sum(each.severity == "error" for each in problems)
        return Made(
            data, _lines(map(names.problem, problems)), len(cited.citations), errors
        )


#: What the names of reports end in; of the others, in `.json`.
_ENDINGS = {
    "text": ".txt",
    "github": ".txt",
    "html": ".html",
    "jsonl": ".jsonl",
    "junit": ".xml",
    "sarif": ".sarif",
}


def _lines(problems: Iterable[Problem]) -> list[str]:
    return [problem_line(each) for each in dict.fromkeys(problems)]
