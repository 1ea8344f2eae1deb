"""Recognize whether a text is a list of people, as the beginning of a reference is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.values.given_names import is_given_name
from loccit.values.people import ListedName, has_initials, is_initials, split_people

#: "eds.", "(Hrsg.)" after the names.
EDITORS_AFTER = regex(
    r"[\s,]*[(\[]?\b(?:eds?|editors?|hrsg|hg)\b\.?[)\]]?[\s.,:]*$", re.IGNORECASE
)
_DIRECTORS_AFTER = regex(
    r"[\s,]*[(\[]?\b(?:dirs?|directors?|producers?)\b\.?[)\]]?[\s.,:]*$", re.IGNORECASE
)
_AROUND = " ,;:.()*_"
#: Stops that end no sentence.
_ABBREVIATED = regex(
    r"\b(?:[A-Z]|Jr|Sr|St|al|Chr|Th|Wm|Ph\.D|M\.D|et)\.(?=[\s,A-Z-]|$)"
)
#: "Doe JA", as Vancouver's styles have names.
_UNDOTTED = regex(r"[^\W\d_]{2}\s[A-Z]{1,4}(?:-[A-Z])?\.?$")
#: "hooks, bell" and "cummings, e. e." write their names so.
_SMALL = regex(r"[^\W\d_]+, [^\W\d_]+(?:\.? [^\W\d_]\.?)*")
#: A word in small letters that is not a particle.
_LOWER = regex(r"(?<![\w’'])[a-z]{4,}")
_PARTICLES = frozenset(
    "al bin da de del della den der di dos du el ibn la le ten ter van von y zu".split()  # noqa: SIM905
)
_MOST_WORDS, _MOST_WORDS_INVERTED = 4, 8


def are_people(text: str) -> bool:
    """Return whether a text can be a list of people, or the name of a group.

    >>> are_people("Doe, J. & Roe, R."), are_people("World Bank"), are_people("On it.")
    (True, True, False)
    """
    text = EDITORS_AFTER.sub("", _DIRECTORS_AFTER.sub("", text)).strip(_AROUND)
    if (
        not text
        or text[-1] in "?!"
        or ": " in text
        or ". " in _ABBREVIATED.sub("", text)
    ):
        return False
    names = split_people(text).names
    if not names or not _have_one_form(names) or is_initials(names[-1].text):
        return False
    return all(name.is_group or _is_name(name.text) for name in names)


def are_inverted(text: str) -> bool:
    """Return whether a text is a list of people, each with the surname first.

    >>> are_inverted("Roe, Ann; Doe, Jo"), are_inverted("Roe, Ann, Seas of Old")
    (True, False)
    >>> are_inverted("Ann Roe, Seas")
    False
    """
    names = split_people(text).names
    if any(name.is_group for name in names) or not are_people(text):
        return False
    return all(_is_inverted(name.text) for name in names)


def _is_inverted(name: str) -> bool:
    family, comma, given = name.partition(", ")
    if not comma or " " not in family or family[0].islower():
        return bool(comma)
    first, _, _ = given.partition(" ")
    return is_given_name(first) or is_initials(first)


def is_full_name(text: str) -> bool:
    """Return whether a text is clearly a person's name.

    >>> is_full_name("Ann Lee"), is_full_name("A. Lee"), is_full_name("Deep Learning")
    (True, True, False)
    """
    text = text.strip(_AROUND)
    first, _, _ = text.partition(" ")
    if not text or _LOWER.search(text):
        return False
    return has_initials(text) or is_initials(text) or is_given_name(first)


def _have_one_form(names: Sequence[ListedName]) -> bool:
    """Return whether all names are like "Doe JA" if the first of several is."""
    if len(names) < 2 or not _UNDOTTED.search(names[0].text):
        return True
    return all(_UNDOTTED.search(name.text) for name in names)


def _is_name(text: str) -> bool:
    """Return whether a text looks like one name."""
    family, comma, given = text.partition(", ")
    words = text.split()
    if text.islower() and _SMALL.fullmatch(text):
        return True
    if comma and (_goes_on(given) or has_initials(family)):
        return False
    if comma or has_initials(text):
        return len(words) <= _MOST_WORDS_INVERTED and not _LOWER.search(text)
    if len(words) > _MOST_WORDS:
        return False
    return all(word[0].isupper() or word in _PARTICLES for word in words)


def _goes_on(given: str) -> bool:
    """Return whether other words follow initials: "Doe, J. A Title"."""
    first, space, _ = given.partition(" ")
    return (
        bool(space)
        and is_initials(first)
        and not is_initials(given)
        and has_initials(given)
    )
