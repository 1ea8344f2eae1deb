"""A title all in capitals.

Databases have titles so; references don't. Which words keep a capital can't be told
from capitals alone, so what a style makes of such a title is a guess.

    @book{davis2003, title = {ARE PRISONS OBSOLETE?}}

Write it as on the title page; a style that wants sentence case makes it so:

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
