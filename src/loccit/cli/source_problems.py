"""What `format` says of the sources that an essay cites: a student never runs `check`."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from loccit.cli.terminal import counted, report
from loccit.formatting.cited_sources import problems_in_print
from loccit.formatting.resolve import Resolved
from loccit.lint import Finding

#: Sources whose first problem is shown; more would push the summary off the screen.
_MOST = 5


def report_sources(cited: Resolved, bibliography: Sequence[Path]) -> None:
    """Report the problems of the cited sources, a line for each source, and say how to
    see the rest.

    Args:
        bibliography: what `--bibliography` named, which `check` needs as well.
    """
    reported = set(cited.problems)
    by_key: dict[str, list[Finding]] = {}
    for finding in problems_in_print(cited.library, cited.sources):
        if finding.problem not in reported:
            by_key.setdefault(finding.key, []).append(finding)
    report([findings[0].problem for findings in list(by_key.values())[:_MOST]])
    total = sum(map(len, by_key.values()))
    more = total - min(len(by_key), _MOST)
    if more:
        what = counted(more, "more problem")
        command = _check_command(list(by_key), bibliography)
        click.echo(f"{what} in the cited sources: `{command}`.", err=True)


def _check_command(keys: Sequence[str], bibliography: Sequence[Path]) -> str:
    """Return the command that shows all problems of the sources."""
    words = ["loccit", "check"]
    for path in bibliography:
        words += ["-b", str(path)]
    if len(keys) <= _MOST:
        words += keys
    return shlex.join(words)
