"""Run a verification, and print what it finds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from loccit.bibliography import Library, is_in_database, open_library
from loccit.bibliography.formats import is_known
from loccit.cli.essays_in import essays_in, open_named
from loccit.cli.report import text
from loccit.cli.terminal import counted, progress, styled, working
from loccit.editing.fix_sources import fix_sources
from loccit.editing.verify_sources import (
    CitedWork,
    Verified,
    Verifier,
    Verifying,
    as_json,
    findings_of,
    in_words,
    works_of_essay,
    works_of_library,
)
from loccit.essays.formats import by_extension
from loccit.lookup import Web
from loccit.lookup.kept_answers import KeptAnswers
from loccit.lookup.retraction_list import RetractionList
from loccit.lookup.verify import Outcome
from loccit.model import Problem
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings

#: How much of a typed reference says which one it is.
_LONGEST = 60
#: The outcomes in the words of the summary.
_COUNTED: dict[Outcome, str] = {
    "same": "found with the same data",
    "different": "found with differences",
    "other-work": "with an identifier of another work",
    "candidates": "with similar works only",
    "not-found": "not found",
    "not-asked": "that could not be asked about",
    "not-searched": "not looked up",
}


class Verification:
    """A verification of what a command names."""

    def __init__(
        self,
        what: Sequence[str],
        bibliography: tuple[Path, ...],
        retractions: Path | None,
    ) -> None:
        """Args:
        what: essays, folders, files and keys; empty for the whole library.
        bibliography: the files and folders that `--bibliography` names.
        retractions: Retraction Watch's list.
        """
        self._what = what
        self._settings = Settings(bibliography=bibliography)
        mailto = find_project(self._settings).settings.mailto
        web = Web(mailto=mailto or "", kept=KeptAnswers())
        self._verifying = Verifying(web, _read(retractions))

    def run(self, target: str, *, fix: bool, unsafe: bool) -> None:
        """Verify, fix what should be fixed, and print the rest.

        Args:
            target: `text` or `json`.
            fix: whether to add what is missing.
            unsafe: whether to replace what differs, too.
        """
        verified = self._verified()
        if fix:
            self._fix(verified, unsafe)
            verified = self._verified()
        if target == "json":
            click.echo(json.dumps(as_json(verified), ensure_ascii=False, indent=2))
        else:
            _print(verified)
        _exit(verified)

    def _verified(self) -> list[Verified]:
        works = list(_works(self._what, self._settings))
        return [self._verifying.of(work) for work in progress(works, "Verifying")]

    def _fix(self, verified: Sequence[Verified], unsafe: bool) -> None:
        """Make the fixes in the files of the library, and report them."""
        stored = [each.cited for each in verified if each.cited.entry]
        paths = dict.fromkeys(Path(cited.place.start.path) for cited in stored)
        files = [path for path in paths if not is_in_database(path)]
        keys = {cited.key for cited in stored}
        if not files:
            return
        fixes = fix_sources(files, self._verifier, keys, unsafe=unsafe)
        for problem in (finding.problem for finding in fixes.findings):
            line = f"{problem.place}: fixed: {problem.message} [{problem.rule}]"
            click.echo(line, err=True)

    def _verifier(self, library: Library) -> Verifier:
        return Verifier(library, self._verifying)


def _read(path: Path | None) -> RetractionList | None:
    if path is None:
        return None
    with working("Reading the retractions"):
        listed = RetractionList(path)
    newest = f", the newest of {listed.newest}" if listed.newest else ""
    click.echo(f"{path}: {counted(listed.count, 'notice')}{newest}.", err=True)
    return listed


def _works(what: Sequence[str], settings: Settings) -> Iterator[CitedWork]:
    """Yield the works of named essays and files, of named keys, or of the library."""
    files = [name for name in what if _is_file(name)]
    for path in map(Path, files):
        if is_known(path.suffix) and not by_extension(path.suffix):
            yield from works_of_library(open_library([path]))
            continue
        for essay in essays_in([path]):
            yield from works_of_essay(open_named(essay), settings)
    keys = [name for name in what if name not in files]
    if keys or not what:
        library = find_project(settings).library()
        for key in keys:
            library.require(key)
        yield from works_of_library(library, set(keys) or None)


def _is_file(name: str) -> bool:
    """Return whether an argument is the name of a file, or standard input."""
    suffix = Path(name).suffix
    is_format = bool(by_extension(suffix)) or is_known(suffix)
    return name == "-" or is_format or Path(name).exists()


def _print(verified: Sequence[Verified]) -> None:
    """Print each work with what was found, and count the outcomes."""
    problems: list[Problem] = []
    for each in verified:
        label = styled(_label(each.cited), "place")
        click.echo(f"{label}: {in_words(each)}")
        for finding in findings_of(each):
            rule = styled(f"[{finding.problem.rule}]", "rule")
            click.echo(f"  {text.problem_line(finding.problem, styled)} {rule}")
            problems.append(finding.problem)
    click.echo(_summary(verified) + text.fixable(problems), err=True)


def _label(cited: CitedWork) -> str:
    """Return the key of a work, or the beginning of its reference."""
    reference = " ".join(cited.work.text.split())
    if len(reference) > _LONGEST:
        reference = f"{reference[:_LONGEST].rstrip()}…"
    return cited.key or f"“{reference}”"


def _summary(verified: Sequence[Verified]) -> str:
    """Count the sources with each outcome."""
    counts = Counter(each.verdict.outcome for each in verified)
    found = [
        f"{counts[name]} {words}" for name, words in _COUNTED.items() if counts[name]
    ]
    return f"{counted(len(verified), 'source')}: {', '.join(found) or 'none'}."


def _exit(verified: Sequence[Verified]) -> None:
    """Exit with 2 if not everybody could be asked, with 1 if there are findings."""
    findings = [finding for each in verified for finding in findings_of(each)]
    severities = {finding.problem.severity for finding in findings}
    if "error" in severities:
        raise click.exceptions.Exit(2)
    if "warning" in severities:
        raise click.exceptions.Exit(1)
