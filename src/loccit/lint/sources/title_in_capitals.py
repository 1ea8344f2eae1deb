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
#: So many words, and letters in the longest, are no abbreviation or name.
_WORDS, _LETTERS = 3, 5


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable in _TITLES:
        title = entry.source.plain(variable)
        if title.isupper():
            words = _WORD.findall(title)
            if len(words) >= _WORDS and max(map(len, words)) >= _LETTERS:
                message = (
                    f"`{title[:60]}{'...' * (len(title) > 60)}` is all in capitals."
                )
                yield Violation(message, variable, "Write it as on the title page.")
