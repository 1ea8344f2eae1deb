"""Lists of people as they are typed on the command line, as BibTeX writes them.

BibTeX knows one separator, `and`. People type semicolons, ampersands and commas; where
those can only separate people they are read, and what may be one person or several is
refused: a list with a wrong author is worse than a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.errors import LoccitError
from loccit.values.groups import is_group
from loccit.values.names import is_suffix

#: A group in braces, which is never taken apart.
_BRACED = regex(r"\{(?:[^{}]|\{[^{}]*\})*\}")
_AND = regex(r"\s+and\s+|,\s*and\s+")
_SEMICOLON = regex(r"\s*;\s*(?:and\s+|&\s*)?")
_AMPERSAND = regex(r"\s*,?\s*\\?&\s+")
_COMMA = regex(r"\s*,\s*(?:and\s+|\\?&\s*)?")
_ET_AL = regex(r",?\s*(?:et al\.?|and others|u\. ?a\.|\.\.\.|…)\s*$")
_OTHERS = "others"
#: "J.", "J. R.", "J.-P." and "JR": initials, which stand after a surname.
_INITIALS = regex(r"(?:[^\W\d_]\.[\s-]?)+|[A-Z]{1,3}")
#: "Mutual Aid LA" is a group, or a person as databases write one: "Le Guin UK".
_MAY_BE_GROUP = regex(r"[A-Z][^\W\d_]+ [A-Z][^,]* [A-Z]{2,3}")
#: Stands for a group in braces while the rest is taken apart.
_MASK = "\N{OBJECT REPLACEMENT CHARACTER}"


def read_people(values: Sequence[str]) -> str:
    """Return typed names, one value or several, as the TeX of a field of names.

    Raises:
        LoccitError: a value may be one person or several.

    >>> read_people(["Jimenez, Jillian; Pasztor, Eileen Mayers"])
    'Jimenez, Jillian and Pasztor, Eileen Mayers'
    >>> read_people(["Jillian Jimenez, Eileen Pasztor, & Ruth Chambers"])
    'Jillian Jimenez and Eileen Pasztor and Ruth Chambers'
    >>> read_people(["Jimenez, J., Pasztor, E. M., & Chambers, R. M."])
    'Jimenez, J. and Pasztor, E. M. and Chambers, R. M.'
    >>> read_people(["Mutual Aid Society", "Doe, Jo et al."])
    '{Mutual Aid Society} and Doe, Jo and others'
    """
    return " and ".join(name for value in values for name in _people(value))


def _people(value: str) -> list[str]:
    """Return the names of one value."""
    groups = _BRACED.findall(value)
    text = _BRACED.sub(_MASK, value).strip()
    names = _separated(_ET_AL.sub("", text), value)
    if _ET_AL.search(text):
        names.append(_OTHERS)
    restored = iter(groups)
    return [_restored(name, restored) for name in names]


def _restored(name: str, groups: Iterator[str]) -> str:
    while _MASK in name:
        name = name.replace(_MASK, next(groups), 1)
    return name


def _separated(text: str, typed: str) -> list[str]:
    if ";" in text:
        return _split(_SEMICOLON, text)
    # An ampersand says nothing: it joins people, and words of a firm's name.
    if any(map(is_group, _split(_AMPERSAND, text))):
        return [text if _MASK in text else f"{{{text}}}"]
    listed = _listed(_split(_COMMA, _AMPERSAND.sub(", ", _AND.sub(", ", text))))
    if listed:
        return listed
    names = _split(_AND, _AMPERSAND.sub(" and ", text))
    if "&" in text and not any(" " in name for name in names):
        raise _unclear(typed)  # Alexander & Jimenez, Johnson & Johnson
    are_inverted = len(names) > 1 and all(name.count(",") == 1 for name in names)
    if not are_inverted and any(map(_is_unclear, names)):
        raise _unclear(typed)
    return names


def _split(separator: re.Pattern[str], text: str) -> list[str]:
    return [part for part in separator.split(text) if part]


def _listed(parts: Sequence[str]) -> list[str]:
    """Return the names of a list with commas, or nothing if it isn't clearly one.

    Either each part is a full name, or surnames and initials take turns.
    """
    if len(parts) > 2 and all(map(_is_full, parts)):
        return list(parts)
    surnames, initials = parts[::2], parts[1::2]
    take_turns = len(surnames) == len(initials) and len(parts) > 2
    if not take_turns or not all(map(_INITIALS.fullmatch, initials)):
        return []
    return [", ".join(pair) for pair in zip(surnames, initials, strict=True)]


def _is_full(part: str) -> bool:
    words = part.split()
    if len(words) < 2 or is_suffix(words[-1]):
        return part == _MASK
    return not _INITIALS.fullmatch(part)


def _is_unclear(name: str) -> bool:
    """Return whether a name may be several people, or a group."""
    if _MAY_BE_GROUP.fullmatch(name):
        return True
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2:
        first = parts[0].split()
        # "van der Berg, Anna Maria" has its surname first, but "Ann Lee, Bo Roe"?
        return _is_full(parts[0]) and _is_full(parts[1]) and first[0][0].isupper()
    return len(parts) > 2 and not any(is_suffix(part) for part in parts[1:])


def _unclear(value: str) -> LoccitError:
    return LoccitError(
        f"`{value}` may be one person, several, or a group.",
        advice="Write `and` between people, the surname first: "
        "`Jimenez, Jillian and Pasztor, Eileen`. Put a group, or a surname of several "
        "words, in braces: `{Mutual Aid LA}`, `{García Márquez}, Gabriel José`.",
    )
