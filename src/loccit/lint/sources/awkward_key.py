"""A key that BibTeX can't read, or that you have to cite in braces.

## What it does

In a .bib file, finds keys with a space, quotation mark, brace, comma,
parenthesis or backslash, or with one of `# % ~ =`. In all files, finds keys that begin or end with a
punctuation mark or have two in a row, which is only a note.

## Why is this bad?

BibTeX stops at such a character. In an essay you have to cite such a key as `@{key}`.

## Example

    @book{davis#2003, title = {Are Prisons Obsolete?}}

## Use instead

Letters, digits, and single punctuation marks between them; `loccit rename` changes the
key in your essays too:

    @book{davis2003, title = {Are Prisons Obsolete?}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.syntax.keys import is_plain
from loccit.lint.rule import CheckedEntry, Violation

_UNREADABLE = regex(r"[\s\\\"#%'(),={}~]")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    key = entry.source.key
    found = _UNREADABLE.search(key)
    if entry.kind and found:
        message = f"BibTeX can't read `{found[0]}` in the key `{key}`."
        yield Violation(message, advice="Change the key with `loccit rename`.")
    elif not is_plain(key):
        message = f"You can cite the key `{key}` only in braces."
        yield Violation(message, advice=f"Write `@{{{key}}}`.", severity="note")
