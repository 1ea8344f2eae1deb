"""Verify that sources exist as they are described."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from loccit.bibliography import Library, is_in_database, open_library
from loccit.bibliography.formats import is_known
from loccit.cli.complete import complete_key_or_file
from loccit.cli.essays_in import essays_in, open_named
from loccit.cli.options import bibliography_option, json_option
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


@click.command("verify")
@click.argument(
    "what",
    nargs=-1,
    metavar="[ESSAY|FOLDER|FILE|KEY]...",
    shell_complete=complete_key_or_file,
)
@click.option(
    "--retractions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Look for the works in Retraction Watch's list, too: its CSV file.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Add what is missing in the library; every other byte of the files stays.",
)
@click.option(
    "--unsafe-fixes",
    "unsafe",
    is_flag=True,
    help="Let --fix replace what differs, too.",
)
@json_option
@bibliography_option
def command(
    what: tuple[str, ...],
    retractions: Path | None,
    fix: bool,
    unsafe: bool,
    target: str,
    bibliography: tuple[Path, ...],
) -> None:
    """Ask Crossref, DataCite, Open Library, PubMed and arXiv whether they have the sources
    of these ESSAYs, cited by key or typed in a list, those in these FILEs, those with
    these KEYs, or those of the whole library.

    A work that none of them has may well exist. Answers are kept for 30 days, so that a
    run that was interrupted goes on where it stopped. The exit status is 1 if something
    differs or was not found, and 2 if a service could not be asked.

    \b
    loccit verify
    loccit verify essay.docx --retractions retraction_watch.csv
    loccit verify crenshaw1991 --fix
    """
    if unsafe and not fix:
        raise click.UsageError("--unsafe-fixes needs --fix.")
    settings = find_project(Settings(bibliography=bibliography)).settings
    web = Web(mailto=settings.mailto or "", kept=KeptAnswers())
    verifying = Verifying(web, _read(retractions))
    verified = _verified(what, bibliography, verifying)
    if fix:
        _fix(verified, verifying, unsafe)
        verified = _verified(what, bibliography, verifying)
    if target == "json":
        click.echo(json.dumps(as_json(verified), ensure_ascii=False, indent=2))
    else:
        _print(verified)
    _exit(verified)


def _read(path: Path | None) -> RetractionList | None:
    if path is None:
        return None
    with working("Reading the retractions"):
        listed = RetractionList(path)
    newest = f", the newest of {listed.newest}" if listed.newest else ""
    click.echo(f"{path}: {counted(listed.count, 'notice')}{newest}.", err=True)
    return listed


def _verified(
    what: Sequence[str], bibliography: tuple[Path, ...], verifying: Verifying
) -> list[Verified]:
    works = list(_works(what, Settings(bibliography=bibliography)))
    return [verifying.of(work) for work in progress(works, "Verifying")]


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


def _fix(verified: Sequence[Verified], verifying: Verifying, unsafe: bool) -> None:
    """Make the fixes in the files of the library, and report them."""
    stored = [each.cited for each in verified if each.cited.entry]
    paths = dict.fromkeys(Path(cited.place.start.path) for cited in stored)
    files = [path for path in paths if not is_in_database(path)]
    keys = {cited.key for cited in stored}
    if not files:
        return

    def verifier(library: Library) -> Verifier:
        return Verifier(library, verifying)

    fixed = fix_sources(files, verifier, keys, unsafe=unsafe).findings
    for problem in (finding.problem for finding in fixed):
        line = f"{problem.place}: fixed: {problem.message} [{problem.rule}]"
        click.echo(line, err=True)


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
