"""A title in capitals.

## What it does

Finds titles of works and of journals that are all in capitals. Short ones, which may be
acronyms, are fine.

## Why is this bad?

Databases have titles in capitals; references don't. Capitals don't say which words keep
one, so a style can only guess.

## Example

    @book{davis2003, title = {ARE PRISONS OBSOLETE?}}

## Use instead

The title as on the title page; a style that wants sentence case changes it:

    @book{davis2003, title = {Are Prisons Obsolete?}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation

_TITLES = ("title", "container-title")
_WORD = regex(r"[^\W\d_]+")
#: A letter of a script without capitals: a title in Chinese may have a few of ours.
_UNCASED = regex(r"[\u0590-\u109f\u1100-\u1c8f\u2e80-\ua63f\ua700-\ud7ff\uf900-\ufaff]")
#: Fewer words, or shorter ones, may be an abbreviation or a name.
_WORDS = 3
_LONGEST_WORD = 5
#: How many characters of a title a message shows.
_SHOWN = 60


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable in _TITLES:
        title = entry.source.plain(variable)
        if title.isupper() and _is_long(title) and not _UNCASED.search(title):
            shown = title if len(title) <= _SHOWN else f"{title[:_SHOWN]}..."
            message = f"`{shown}` is in capitals."
            yield Violation(message, variable, "Write it as on the title page.")


def _is_long(title: str) -> bool:
    lengths = [len(word) for word in _WORD.findall(title)]
    return len(lengths) >= _WORDS and max(lengths) >= _LONGEST_WORD
