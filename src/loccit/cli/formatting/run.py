"""One call of `loccit format`: format the essays, say what was noticed, keep the score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass, field
from loccit.cli.formatting.essay_formatter import EssayFormatter, FormattedFile
from loccit.cli.lowered_capitals import left_out
from loccit.cli.terminal import (
    counted,
    report,
    report_failure,
    show_changes,
    working,
    write,
)
from loccit.cli.terminal.echo import echo_error
from loccit.errors import LoccitError

#: What users of --in-place found out too late.
_KEYS_ARE_GONE = (
    "The citations are text now, without their keys; `loccit unformat` gives them back."
)


@dataclass()
class FormatRun:
    """The score of a call.

    Attributes:
        formatter: formats each essay.
        formatted, citations, keys: how many essays were formatted, how many citations
            they have, and how many of these had keys.
        errors: how many problems keep a citation from being formatted.
        failures: how many essays could not be read or written.
        lowered: the words of titles that lost their capital, and whether braces would
            keep it.
    """

    formatter: EssayFormatter
    formatted: int = 0
    citations: int = 0
    keys: int = 0
    errors: int = 0
    failures: int = 0
    lowered: dict[str, bool] = field(default_factory=dict)

    @property
    def _several(self) -> bool:
        return self.formatter.several

    def format_all(self, paths: Sequence[Path]) -> None:
        """Format essays; among several, one that fails does not stop the others.

        Raises:
            LoccitError: the only essay can't be read or written.
        """
        for result in self._results(paths):
            if not isinstance(result, LoccitError):
                self._add(result)
            elif self._several:
                report_failure(result)
                self.failures += 1
            else:
                raise result

    def finish(self, allow_missing: bool) -> int:
        """Sum up several essays, and return the exit status."""
        if self.formatter.in_place and self.keys and not self.formatter.dry_run:
            echo_error(_KEYS_ARE_GONE)
        if self._several:
            self._report_capitals()
            parts = [
                f"{counted(self.formatted, 'essay')} formatted",
                counted(self.citations, "citation"),
                counted(self.errors, "problem"),
            ]
            if self.failures:
                parts.append(f"{counted(self.failures, 'essay')} not formatted")
            echo_error(f"{', '.join(parts)}.")
        if self.failures:
            return LoccitError.exit_code
        return 1 if self.errors and not allow_missing else 0

    def _results(self, paths: Sequence[Path]) -> Iterator[FormattedFile | LoccitError]:
        format_path = self.formatter.format_path
        if not self._several:
            with working("Formatting"):
                result = format_path(paths[0])
            return iter([result])
        # Most runs are about one essay.
        from loccit.cli.many_essays.in_processes import in_processes

        return in_processes(format_path, paths, "Formatting")

    def _add(self, result: FormattedFile) -> None:
        """Print what came of an essay, and add it to the score."""
        if result.change:
            show_changes({result.path: result.change})
        elif result.data:
            write(result.data, None)
        if self.formatter.to != "json":
            self._report(result)
        self.formatted += 1
        self.citations += result.citations
        self.keys += result.keys
        self.errors += result.errors

    def _report(self, result: FormattedFile) -> None:
        report_problems(result)
        self.lowered.update(result.lowered)
        if not self._several:
            self._report_capitals()
        self._summarize(result)

    def _report_capitals(self) -> None:
        """Say once which capitals were left out, for all essays."""
        report_capitals(self.lowered)

    def _summarize(self, result: FormattedFile) -> None:
        if self._several and not self.formatter.in_place:
            return
        echo_error(f"{summary(result)}.")


def report_problems(result: FormattedFile) -> None:
    """Report what the writer of an essay should know."""
    report(result.problems)
    report(result.of_sources.shown)
    if result.of_sources.rest:
        echo_error(result.of_sources.rest)


def report_capitals(lowered: Mapping[str, bool]) -> None:
    """Say which words of titles lost their capital."""
    for line in left_out(lowered, in_braces=any(lowered.values())):
        echo_error(line)


def summary(result: FormattedFile) -> str:
    """Return what was done to an essay, as a sentence without its full stop."""
    parts = [
        counted(result.done, "citation"),
        f"{counted(result.listed, 'source')} in the list",
    ]
    if left := result.citations - result.done:
        parts.append(f"{counted(left, 'citation')} left as written")
    return f"{result.path}: {', '.join(parts)}"
