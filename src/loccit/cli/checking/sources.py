"""Check sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from loccit.cli.terminal import progress
from loccit.lint import Checker, Finding


def check_sources(
    checker: Checker, keys: Collection[str] | None
) -> tuple[int, Sequence[Finding]]:
    """Check the entries of a library, or those with some keys; of the problems of files,
    keep those of the entries.

    Returns:
        How many there are, and what is wrong with them.
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
    return len(entries), sorted(once.values(), key=lambda each: each.problem.place)
