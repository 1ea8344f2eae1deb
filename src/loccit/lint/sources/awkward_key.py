"""A key that BibTeX can't read, or that has to be cited in braces.

In a .bib file a key has no spaces, quotation marks, braces, commas, brackets,
backslashes, nor any of `# % ~ =`. In an essay a key that begins or ends with a mark, or
has two marks side by side, is cited as `@{key}`; that is only noted.

    @book{davis#2003, title = {Are Prisons Obsolete?}}

Choose letters, digits, and single marks between them; `loccit rename` changes the key
in the essays too:

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
    if entry.kind and (found := _UNREADABLE.search(key)):
        yield Violation(
            f"BibTeX can't read `{found[0]}` in the key `{key}`.",
            "",
            "`loccit rename` gives it another one.",
        )
        return
    if not is_plain(key):
        yield Violation(
            f"The key `{key}` has to be cited in braces.",
            "",
            f"Write `@{{{key}}}`.",
            severity="note",
        )
