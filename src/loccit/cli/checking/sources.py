"""Check sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library, open_library
from loccit.cli.terminal import progress
from loccit.errors import LoccitError
from loccit.lint import Checker, Finding


class CheckedSources(NamedTuple):
    """How many sources were checked, and what is wrong with them."""

    number: int
    findings: Sequence[Finding]


def check_sources(checker: Checker, keys: Collection[str] | None) -> CheckedSources:
    """Check the entries of a library, or those with some keys; of the problems of files,
    keep those of the entries.
    """
    entries = checker.entries(keys)
    findings = list(checker.of_files())
    if keys is not None:
        places = {file.place(index) for file, index in entries}
        findings = [each for each in findings if each.problem.place in places]
    for file, index in progress(entries, "Checking"):
        findings += checker.of_entry(file, index)
    # A reader reports some problems of an entry twice: of its file, and of itself.
    once = {finding.problem: finding for finding in findings}
    in_order = sorted(once.values(), key=lambda each: each.problem.place)
    return CheckedSources(len(entries), in_order)


def readable(paths: Sequence[Path], failures: list[LoccitError]) -> Sequence[Path]:
    """Return the files and folders of sources that can be read; add to the failures why
    the others can't.
    """
    try:
        open_library(paths)
    except LoccitError as error:
        if len(paths) > 1:
            return [path for each in paths for path in readable([each], failures)]
        failures.append(error)
        return []
    return paths


def open_readable(paths: Sequence[Path], failures: list[LoccitError]) -> Library:
    """Open a library as far as it can be read."""
    try:
        return open_library(paths)
    except LoccitError:
        return open_library(readable(paths, failures))
