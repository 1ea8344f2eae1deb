"""What is wrong with the sources that an essay cites, as far as its readers see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from loccit.bibliography import Library
from loccit.lint import Checker, Finding

#: Rules for what ends up in a citation or the reference list.  A malformed ISSN does
#: not; and each rule that is imported delays the essay by half a millisecond.
_IN_PRINT = [
    "backwards-pages",
    "conflicting-dates",
    "control-character",
    "et-al",
    "extra-brace",
    "group-as-person",
    "html-entity",
    "impossible-year",
    "initials-as-surname",
    "label-in-number",
    "malformed-date",
    "malformed-doi",
    "malformed-url",
    "missing-comma",
    "missing-field",
    "missing-name",
    "mojibake",
    "name-in-capitals",
    "names-not-parted",
    "others-in-the-middle",
    "repeated-name",
    "suffix-last",
    "tex-left",
    "title-in-capitals",
    "unknown-command",
    "unknown-field",
]


def problems_in_print(library: Library, keys: Collection[str]) -> Iterator[Finding]:
    """Find the problems of some sources that show in citations and the list.

    Notes are left out: a reference may be right in spite of them.

    >>> from loccit.bibliography import open_library
    >>> book = {"id": "doe", "type": "book", "title": "A Book", "issued": "2001"}
    >>> [finding.problem.rule for finding in problems_in_print(open_library([], [book]), ["doe"])]
    ['missing-field']
    """
    checker = Checker(library, select=_IN_PRINT)
    for key in keys:
        for finding in checker.of_printed(key):
            if finding.problem.severity != "note":
                yield finding
