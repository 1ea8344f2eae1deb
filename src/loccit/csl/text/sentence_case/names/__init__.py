"""Names of several words in a headline, recognized by their form.

Each module knows one kind of name.  Its `PATTERNS` look at certain words and their
neighbours and return the words that are a name, or none.  A name that is kept wrongly
harms less than half a name: in doubt a pattern matches.  The folder is the list.
"""

from __future__ import annotations

from functools import cache, lru_cache

from loccit._startup.plugins import modules_in
from loccit._startup.regex import regex
from loccit.csl.text.sentence_case.words import Pattern, without_genitive, words_of

_TAG = regex(r"</?\w+[^<>]*>")
#: A word of a title without markup.
_WORD = regex(r"\w+(?:['’.]+\w+)*")


@lru_cache(maxsize=1024)
def words_of_names(title: str) -> frozenset[int]:
    """Return where the words of names begin.

    >>> title = "Billie Holiday at Columbia University"
    >>> [title[start:].split()[0] for start in sorted(words_of_names(title))]
    ['Billie', 'Holiday', 'University']
    """
    text = _TAG.sub(" ", title) if "<" in title else title
    if not any(map(_is_looked_at, _WORD.findall(text))):
        return frozenset()
    kept: set[int] = set()
    for word in words_of(title):
        for pattern in _patterns_at(word.text):
            if name := pattern.find(word):  # few words are part of one
                kept.update([each.start for each in name])
    return frozenset(kept)


@lru_cache(maxsize=4096)
def _is_looked_at(word: str) -> bool:
    return bool(_patterns_at(without_genitive(word)))


@lru_cache(maxsize=4096)
def _patterns_at(word: str) -> list[Pattern]:
    """Return the patterns for a word, which may be part of several names."""
    return [pattern for pattern in _patterns() if word in pattern.words]


@cache
def _patterns() -> list[Pattern]:
    """Read all patterns, once."""
    return [each for module in modules_in(__name__) for each in module.PATTERNS]
