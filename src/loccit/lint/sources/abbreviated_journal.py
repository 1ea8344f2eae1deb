"""The abbreviated name of a journal.

## What it does

Finds journal names with words that are cut short. "U.S.", single letters and titles
such as "Dr." don't count.

## Why is this bad?

APA gives a journal's name in full (*Publication Manual*, 7th ed., section 9.25). Styles
that abbreviate journals do it themselves, or read the short form from a field of its
own, `shortjournal`.

## Example

    @article{crenshaw1991, journal = {Stan. Law Rev.}}

## Use instead

The name as the journal itself writes it:

    @article{crenshaw1991, journal = {Stanford Law Review}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Severity

SEVERITY: Severity = "note"
#: A word that is cut short; "U.S." and single letters are not.
_CUT = regex(r"(?<![\w.])[^\W\d_]{2,}\.(?!\w)")
_TITLES = frozenset(["dr.", "mr.", "mrs.", "ms.", "st.", "vs."])


def check(entry: CheckedEntry) -> Iterator[Violation]:
    if entry.source.type == "article-journal":
        journal = entry.source.plain("container-title")
        if _is_abbreviated(journal):
            message = f"`{journal}` is abbreviated."
            advice = "APA gives the full name of a journal."
            yield Violation(message, "container-title", advice)


def _is_abbreviated(journal: str) -> bool:
    cut = [word for word in _CUT.findall(journal) if word.lower() not in _TITLES]
    if len(cut) == 1:
        return journal.endswith(cut[0]) and journal.count(" ") < 3
    return len(cut) > 1
