"""Names that keep their capitals in sentence case, whatever the source (APA 7, section
6.17).

The file beside this one, `proper_nouns.txt`, lists those that look like English words,
and those that titles typed in capitals hide.  Words that are names about as often as
common words (Turkey, Polish) are in a section of their own: the writer is told when they
lose their capital.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.values.given_names import given_names_in_titles
from loccit.values.word_lists import read_sections, words_of

_POSSESSIVE = regex(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class ProperNouns:
    """The content of the file.

    Attributes:
        words: single words.
        authors: those of them that may be authors: surnames, and companies.
        phrases: names of several words, by the first word.
        given_names: first names; some are also common words.
        common_surnames: surnames that are also common words.
        mostly_surnames: those of them that are mostly surnames after another name.
        ambiguous: words that are names about as often.
    """

    words: frozenset[str]
    authors: frozenset[str]
    phrases: Mapping[str, list[str]]
    given_names: frozenset[str]
    common_surnames: frozenset[str]
    mostly_surnames: frozenset[str]
    ambiguous: frozenset[str]


@cache
def proper_nouns() -> ProperNouns:
    """Read the file, once."""
    sections = read_sections(Path(__file__).with_name("proper_nouns.txt"))
    phrases: dict[str, list[str]] = {}
    for phrase in sections["phrases"]:
        first_word = phrase.replace(",", " ").split()[0]
        phrases.setdefault(first_word, []).append(phrase)
    words = {name: words_of(lines) for name, lines in sections.items()}
    return ProperNouns(
        words=words["words"] | words["authors"],
        authors=words["authors"],
        phrases=phrases,
        given_names=given_names_in_titles(),
        common_surnames=words["surnames"],
        mostly_surnames=words["mostly-surnames"],
        ambiguous=words["ambiguous"],
    )


def is_proper_noun(word: str) -> bool:
    """Return whether a word with a capital is always a name, also in the genitive.

    >>> is_proper_noun("Shakespeare’s"), is_proper_noun("Turkey")
    (True, False)
    """
    names = proper_nouns().words
    if word in names:
        return True
    return not word.isalpha() and _POSSESSIVE.sub("", word) in names


def may_be_name(word: str) -> bool:
    """Return whether a common word with a capital is a name about as often.

    >>> may_be_name("Apple"), may_be_name("Apple's"), may_be_name("Pear")
    (True, True, False)
    """
    return _POSSESSIVE.sub("", word) in proper_nouns().ambiguous
