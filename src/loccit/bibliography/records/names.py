"""Names as record formats write them: "Last, First, Suffix"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.model import Name
from loccit.values.groups import LEGAL_FORM, is_group
from loccit.values.names import (
    OTHERS,
    given_and_particle,
    is_suffix,
    leading_particle,
    surname,
    trailing_particle,
    without_dates,
)

#: After a comma these belong to a company's name.  "SA" and "AG" are a person's initials
#: there, and "Co" is a given name.
_LEGAL_FORM = regex(rf"{LEGAL_FORM}$", re.IGNORECASE)
_COMPANY = regex(r"Co\.?")
#: The work that somebody did, which library catalogues put last: "Roe, Bob, author."
_WORK = regex(
    r"(?:(?<=,)(?P<given>[^,]*),|(?<=\d-)|(?<=\d[\d.]))\s*\(?(?:joint )?(?:auth(?:or)?|aut|compiler"
    r"|comp|contributor|ed(?:itor)?|edt|ill(?:ustrator)?|trans(?:lator)?|trl|verfasser(?:in)?|herausgeber(?:in)?)"
    r"\.?\)?\.?$",
    re.IGNORECASE,
)
_AND = regex(r" (?:and|&) ")
_INITIALS = regex(r"(?:[^\W\d_]\.?[- ]?){1,4}")
_OTHERS = frozenset(["and others", "et al.", "et al", "others", "...", "…"])
#: A name with more words and without a comma is more likely a group's.
_MOST_WORDS = 4


def read_names(texts: Sequence[str]) -> tuple[Name, ...]:
    """Read the names of lines; a line may have several.

    Semicolons separate names, or "and" if each name has a comma.

    >>> [name.family for name in read_names(["Pettit, Becky; Western, Bruce"])]
    ['Pettit', 'Western']
    >>> [name.family for name in read_names(["Doe, J. and Roe, R."])]
    ['Doe', 'Roe']
    """
    parts = [part for text in texts for part in _split(text)]
    names = map(read_name, parts)
    return tuple(name for name in names if name != Name())


def read_name(text: str) -> Name:
    """Read a name with its surname first, a group's name, or "First Last".

    A comma at the end marks a group's name.

    >>> read_name("King, Martin Luther, Jr.").suffix
    'Jr.'
    >>> read_name("World Health Organization").literal
    'World Health Organization'
    >>> read_name("Beauvoir, Simone de").dropping_particle
    'de'
    >>> read_name("Michelle Alexander").family
    'Alexander'
    """
    text = _without_catalogue_notes(" ".join(text.split()))
    if text.lower() in _OTHERS:
        return OTHERS
    if text.endswith(","):
        return Name(literal=text.rstrip(", "))
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return _read_without_comma(text)
    if _is_group(text, parts):
        return Name(literal=text)
    if not parts[0]:
        return Name(literal=text.strip(", "))
    return _read_parts(parts)


def _without_catalogue_notes(text: str) -> str:
    """Omit the years of a life, and the work that somebody did."""
    work = _WORK.search(text)
    if work is not None:
        text = text[: work.start()] + (work["given"] or "")
    return without_dates(text)


def person(family: str, given: str = "", suffix: str = "") -> Name:
    """Make a person's name.

    Words in lower case before the surname or after the given names are particles.
    """
    non_dropping, family = leading_particle(family)
    given, dropping = trailing_particle(given)
    return Name(
        family=family,
        given=given,
        suffix=suffix,
        non_dropping_particle=non_dropping,
        dropping_particle=dropping,
    )


def write_names(names: tuple[Name, ...]) -> list[str]:
    """Write names, one a line.

    A group's name ends in a comma, so that EndNote does not look for a surname in it.

    >>> write_names((Name("Beauvoir", "Simone", non_dropping_particle="de"), Name(literal="WHO")))
    ['de Beauvoir, Simone', 'WHO,']
    """
    return ["et al." if name == OTHERS else write_name(name) for name in names]


def write_name(name: Name) -> str:
    """Write a name with its surname first."""
    if name.literal:
        return f"{name.literal},"
    family, given = surname(name), given_and_particle(name)
    if name.suffix:
        return f"{family}, {given}, {name.suffix}"
    if given:
        return f"{family}, {given}"
    return family if read_name(family) == name else f"{family},"


def _split(text: str) -> Iterator[str]:
    if text.endswith(","):
        yield text
        return
    for part in text.split(";"):
        names = _AND.split(" ".join(part.split()))
        are_people = all("," in name for name in names) and not is_group(part)
        if len(names) > 1 and are_people:
            yield from names
        elif _has_several_with_initials(part):
            yield from part.split(",")
        else:
            yield part


def _has_several_with_initials(text: str) -> bool:
    """Return whether commas separate names: "MacDonald R, Smith J"."""
    names = [name.split() for name in text.split(",")]
    return len(names) > 1 and all(map(_length_of_surname_before_initials, names))


def _is_group(text: str, parts: Sequence[str]) -> bool:
    """Return whether a name with commas is a group's."""
    if len(parts) > 3 or _LEGAL_FORM.match(parts[1]):
        return True
    if " " not in parts[0]:
        return False
    return bool(_COMPANY.fullmatch(parts[1])) or is_group(text)


def _read_parts(parts: Sequence[str]) -> Name:
    """Read a person's name; its suffix may be in any of three places."""
    if not is_suffix(parts[1], degrees=True):
        return person(*parts)
    if len(parts) == 3:  # "King, Jr., Martin Luther"
        family, suffix, given = parts
        return person(family, given, suffix)
    given, _, family = parts[0].rpartition(" ")
    if given:  # "Martin Luther King, Jr."
        return person(family, given, parts[1])
    return person(*parts)


def _read_without_comma(text: str) -> Name:
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or is_group(text):
        return Name(literal=text)
    if not all(word[0].isalpha() for word in words):
        return Name(literal=text)
    suffix = ""
    if len(words) > 2 and _is_last_suffix(words):
        suffix = words.pop()
    surname_length = _length_of_surname_before_initials(words)
    if surname_length:
        family, given = words[:surname_length], words[surname_length:]
        return person(" ".join(family), " ".join(given), suffix)
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return Name(literal=text)
    start = _start_of_surname(words)
    return person(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_last_suffix(words: Sequence[str]) -> bool:
    """Return whether the last word is a suffix; a single letter is an initial."""
    last = words[-1]
    return len(last) > 1 and is_suffix(last) and not _are_initials(words[:1])


def _length_of_surname_before_initials(words: Sequence[str]) -> int:
    """Count the words before the initials of "Smith JA", "Shaw R. N."; 0 if the name has
    no initials at its end, or has them at its beginning.

    In "LI JH" the surname is as short as the initials, and comes first.
    """
    count = len(words)
    while count and _are_initials(words[count - 1 : count]):
        count -= 1
    if count == len(words):
        return 0
    if count:
        return 0 if _are_initials(words[:1]) else count
    first, last = words[0].replace(".", ""), words[-1].replace(".", "")
    return 1 if "." not in words[0] and 1 < len(first) >= len(last) else 0


def _are_initials(words: Sequence[str]) -> bool:
    return all(_INITIALS.fullmatch(word) and word.isupper() for word in words)


def _start_of_surname(words: Sequence[str]) -> int:
    """The index of the first particle, or else of the last word."""
    for index, word in enumerate(words[1:], 1):
        if word.islower():
            return index
    return len(words) - 1
