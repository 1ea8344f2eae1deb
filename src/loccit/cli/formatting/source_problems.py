"""What `format` says of the sources that an essay cites: a student never runs `check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.cli.terminal import counted
from loccit.formatting.cited_sources import problems_in_print
from loccit.formatting.resolve import Resolved
from loccit.lint import Finding
from loccit.model import Place, Problem

#: Sources whose first problem is shown; more would push the summary off the screen.
_MOST = 5


class SourceProblems(NamedTuple):
    """The problems of the sources that an essay cites.

    Attributes:
        shown: one for each source.
        rest: how to see the others; "" if there are none.
    """

    shown: Sequence[Problem]
    rest: str


def source_problems(
    cited: Resolved, path: Path, bibliography: Sequence[Path]
) -> SourceProblems:
    """Find the problems of the cited sources.

    Args:
        cited: what the essay cites.
        path: the essay, which may carry sources of its own.
        bibliography: what `--bibliography` named, which `check` needs as well.
    """
    reported = set(cited.problems)
    by_key: dict[str, list[Finding]] = {}
    for finding in problems_in_print(cited.library, cited.sources):
        if finding.problem not in reported:
            by_key.setdefault(finding.key, []).append(finding)
    firsts = [findings[0] for findings in list(by_key.values())[:_MOST]]
    shown = [_placed(finding, str(path)) for finding in firsts]
    more = sum(map(len, by_key.values())) - len(shown)
    if not more:
        return SourceProblems(shown, "")
    command = _check_command(list(by_key), bibliography)
    if any(_is_in_essay(finding) for each in by_key.values() for finding in each):
        command = _joined(["loccit", "import", str(path)])
    what = counted(more, "more problem")
    return SourceProblems(shown, f"{what} in the cited sources: `{command}`.")


def _is_in_essay(finding: Finding) -> bool:
    return not finding.problem.place.path


def _placed(finding: Finding, path: str) -> Problem:
    """Return a problem that says where it is; an essay's own sources have no lines."""
    problem = finding.problem
    if not _is_in_essay(finding):
        return problem
    message = f"In the source `{finding.key}`: {problem.message}"
    return replace(problem, place=Place(path), message=message)


def _check_command(keys: Sequence[str], bibliography: Sequence[Path]) -> str:
    """Return the command that shows all problems of the sources."""
    words = ["loccit", "check"]
    for path in bibliography:
        words += ["-b", str(path)]
    if len(keys) <= _MOST:
        words += keys
    return _joined(words)


def _joined(words: Sequence[str]) -> str:
    """Return words as a line for the shell."""
    from shlex import join  # few essays have so many problems

    return join(words)
