"""Names of several words in a headline, recognized by their form.

Each module knows one kind of name.  Its patterns look at a word and its neighbours and
return the words that are a name, or none.  A name that is kept wrongly harms less than
half a name: in doubt a pattern matches.
"""

from __future__ import annotations

from functools import lru_cache

from loccit.csl.text.sentence_case.names import (
    institutions,
    laws,
    numbered,
    people,
    peoples,
    places,
    psychological_tests,
    species,
    times,
)
from loccit.csl.text.sentence_case.names.words import words_of

#: In this order; a word may be part of several names.
_PATTERNS = [
    *people.PATTERNS,
    *peoples.PATTERNS,
    *places.PATTERNS,
    *times.PATTERNS,
    *institutions.PATTERNS,
    *species.PATTERNS,
    *psychological_tests.PATTERNS,
    *laws.PATTERNS,
    *numbered.PATTERNS,
]


#: The one word in lower case that a pattern looks for: "Roe v. Wade".
_VERSUS = "v"


@lru_cache(maxsize=1024)
def words_of_names(title: str) -> frozenset[int]:
    """Return where the words of names begin.

    >>> title = "Billie Holiday at Columbia University"
    >>> [title[start:].split()[0] for start in sorted(words_of_names(title))]
    ['Billie', 'Holiday', 'University']
    """
    kept: set[int] = set()
    for word in words_of(title):
        if not word.has_capital and word.text != _VERSUS:
            continue
        for pattern in _PATTERNS:
            if name := pattern(word):
                kept.update([each.start for each in name])
    return frozenset(kept)
