"""An online dictionary or encyclopedia entry without any date.

## What it does

Finds entries of reference works with a URL, but with neither a date nor the day on
which you read them.

## Why is this bad?

Such works change from day to day. Where they give no date, APA wants to know when you
read them: "Retrieved May 2, 2021, from ..." (*Publication Manual*, 7th ed., sections
9.16 and 10.3).

## Example

    @inreference{coalition,
      title = {Coalition},
      booktitle = {Wordbook},
      url = {https://example.org/coalition},
    }

## Use instead

The day in `urldate`:

    @inreference{coalition,
      title = {Coalition},
      booktitle = {Wordbook},
      url = {https://example.org/coalition},
      urldate = {2021-05-02},
    }
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation

_TYPES = ("entry-dictionary", "entry-encyclopedia")
_DATES = frozenset(["issued", "accessed", "status"])


def check(entry: CheckedEntry) -> Iterator[Violation]:
    variables = entry.source.variables.keys()
    if entry.source.type not in _TYPES or "URL" not in variables:
        return
    if not _DATES & variables:
        message = "This entry has neither a date nor the day on which you read it."
        yield Violation(message, advice="Add `urldate`." if entry.kind else "")
