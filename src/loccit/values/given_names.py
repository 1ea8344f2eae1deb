"""First names of people, as evidence that a name is a person's.

The file beside this one, `given_names.txt`, lists common ones.  A word that is not among
them proves nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from loccit.values.word_lists import read_sections, words_of


def is_given_name(word: str) -> bool:
    """Return whether a word in a list of names is a common first name, or several with
    hyphens.

    >>> is_given_name("Gabrielle"), is_given_name("Anna-Maria"), is_given_name("World")
    (True, True, False)
    """
    return all(part in _in_lists() for part in word.split("-"))


@cache
def given_names_in_titles() -> frozenset[str]:
    """Return the first names by which a surname in a title is recognized.

    >>> "Billie" in given_names_in_titles(), "World" in given_names_in_titles()
    (True, False)
    """
    sections = _sections()
    return words_of([*sections["given"], *sections["in-titles"]])


@cache
def _in_lists() -> frozenset[str]:
    sections = _sections()
    return words_of([*sections["given"], *sections["in-lists"]])


@cache
def _sections() -> dict[str, list[str]]:
    """Read the file, once."""
    return read_sections(Path(__file__).with_name("given_names.txt"))
