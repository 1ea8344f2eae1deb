"""Names of several words in a headline, recognized by their form.

Each module knows one kind of name.  Its patterns look at a word and its neighbours and
return the words that are a name, or none.  A name that is kept wrongly harms less than
half a name: in doubt a pattern matches.
"""

from __future__ import annotations

from loccit.csl.text.sentence_case.names import (
    institutions,
    people,
    peoples,
    places,
    species,
    tests_and_laws,
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
    *tests_and_laws.PATTERNS,
]


def words_of_names(title: str) -> frozenset[int]:
    """Return where the words of names begin.

    >>> title = "Billie Holiday at Columbia University"
    >>> [title[start:].split()[0] for start in sorted(words_of_names(title))]
    ['Billie', 'Holiday', 'University']
    """
    kept: set[int] = set()
    for word in words_of(title):
        for pattern in _PATTERNS:
            kept.update([each.start for each in pattern(word)])
    return frozenset(kept)
