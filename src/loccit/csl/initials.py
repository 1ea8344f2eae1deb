"""Given names to initials (CSL 1.0.2, "initialize", "initialize-with", "initialize-with-hyphen")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from loccit.model.pattern import pattern

_TAGGED = pattern(r"(<[^>]+>)([^<>]+)(</[^>]+>)")
_SEAM = pattern(r"(\s*-\s*|\s+|(?<=\.)(?=[^\W\d_]))")


#: No given names are longer; what is, stays as it is.
_LONGEST = 500


@lru_cache(maxsize=65536)
def initials(given: str, mark: str, *, hyphens: bool = True) -> str:
    """The initials of given names, each followed by `mark`; what is abbreviated already stays.

    >>> initials("Jean-Luc", ". "), initials("Martin Luther", "."), initials("Ph. M.E.", "")
    ('J.-L.', 'M.L.', 'PhME')
    """
    if len(given) > _LONGEST:
        return given
    shown = ""
    for glue, word in _words(given):
        if word[0].islower() and not word.endswith("."):
            # a particle among the given names; behind a hyphen it makes one name with what is before (APA 7, 9.8)
            shown = shown if "-" in glue else f"{shown.rstrip()} {word} ".lstrip()
        elif "-" in glue and hyphens and shown:
            shown = f"{shown.rstrip()}-{_initial(word, mark)}"
        else:
            shown += _initial(word, mark)
    return shown.strip()


@lru_cache(maxsize=65536)
def tidy_initials(given: str, mark: str) -> str:
    """With `initialize="false"`: full names stay, initials get the style's mark.

    >>> tidy_initials("James T", ". "), tidy_initials("M.E.", ". ")
    ('James T.', 'M. E.')
    """
    if len(given) > _LONGEST:
        return given
    shown = ""
    after_initial = False
    for glue, word in _words(given):
        is_initial = word.endswith(".") or (len(word) == 1 and word.isalpha())
        piece = word.rstrip(".") + mark if is_initial else word
        if "-" in glue:
            shown = f"{shown.rstrip()}-{piece}"
        elif is_initial and after_initial:
            shown += piece
        else:
            shown = f"{shown.rstrip()} {piece}".lstrip()
        after_initial = is_initial
    return shown.strip()


def _words(given: str) -> Iterator[tuple[str, str]]:
    """Each word with what stands before it."""
    pieces = ["", *_SEAM.split(given.strip())]
    return ((glue, word) for glue, word in zip(pieces[::2], pieces[1::2], strict=True) if word)


def _initial(word: str, mark: str) -> str:
    """A word's initial with the mark; tags around the word stay, the mark within them."""
    if match := _TAGGED.fullmatch(word):
        return match[1] + _letters(match[2]) + mark.rstrip() + match[3] + mark[len(mark.rstrip()) :]
    return _letters(word) + mark


def _letters(word: str) -> str:
    if word.endswith("."):
        return word.rstrip(".")
    if word[:2].isupper() and word[2:3].islower() and word[:2].isalpha():  # "TSerendorj": one letter, two characters
        return word[0] + word[1].lower()
    return word[0]
