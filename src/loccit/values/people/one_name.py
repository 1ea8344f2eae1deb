"""Read one name: "Last, First, Suffix", "First Last", "Last FM", or a group's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model import Name
from loccit.values.groups import LEGAL_FORM, is_group
from loccit.values.names import (
    OTHERS,
    is_suffix,
    leading_particle,
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
_OTHERS = frozenset(["and others", "et al.", "et al", "others", "...", "…"])
#: "J.", "J.R.R.", "J.-P.", "Yu."; a small letter is a slip.
_DOTTED = regex(r"[^\W\d_]\.|(?:-?[^\W\d_a-z][a-z]?\.)+(?:-?[^\W\d_])?")
_UNDOTTED = regex(r"(?:[^\W\d_]-?){1,4}\.?")
_NO_INITIALS = frozenset(["jr.", "sr.", "st.", "ed.", "al.", "u.s.", "u.k.", "u.n."])
#: Particles that many write with a capital, and which then belong to the surname.
_CAPITAL_PARTICLES = frozenset(
    ["Da", "De", "Del", "Della", "Der", "Di", "Du", "El", "La", "Le", "Van", "Von"]
)
#: A name with more words and without a comma is more likely a group's.
_MOST_WORDS = 4


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


def has_catalogue_notes(text: str) -> bool:
    """Return whether a name has what library catalogues add.

    >>> has_catalogue_notes("Roe, Bob, author."), has_catalogue_notes("Roe, Bob")
    (True, False)
    """
    return _without_catalogue_notes(text) != text


def _without_catalogue_notes(text: str) -> str:
    """Omit the years of a life, and the work that somebody did."""
    work = _WORK.search(text)
    if work is not None:
        text = text[: work.start()] + (work["given"] or "")
    return without_dates(text)


def read_person(text: str) -> Name:
    """Read the name of somebody who is certainly a person, without a comma.

    >>> read_person("W. E. B. Du Bois").family, read_person("bell hooks").family
    ('Du Bois', 'hooks')
    >>> read_person("Smith JA").given
    'JA'
    """
    words = text.split()
    suffix = ""
    if len(words) > 2 and _is_last_suffix(words):
        suffix = words.pop()
    start = _surname_before_initials(words)
    if start:
        return person(" ".join(words[:start]), " ".join(words[start:]), suffix)
    start = _start_of_surname(words)
    return person(" ".join(words[start:]), " ".join(words[:start]), suffix)


def person(family: str, given: str = "", suffix: str = "") -> Name:
    """Make a person's name.

    Words in lower case before the surname or after the given names are particles.
    """
    words = family.split()
    if not suffix and len(words) > 1 and len(words[-1]) > 1 and is_suffix(words[-1]):
        suffix = words.pop()  # "Cabrera Jr., E."
        family = " ".join(words)
    non_dropping, family = leading_particle(family)
    given, dropping = trailing_particle(given)
    return Name(
        family=family,
        given=given,
        suffix=suffix,
        non_dropping_particle=non_dropping,
        dropping_particle=dropping,
    )


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
    if not _surname_before_initials(words) and words[0][0].islower():
        return Name(literal=text)
    return read_person(text) if words[-1][0].isupper() else Name(literal=text)


def _is_last_suffix(words: Sequence[str]) -> bool:
    """Return whether the last word is a suffix; a single letter is an initial."""
    last = words[-1]
    return len(last) > 1 and is_suffix(last) and not _is_initial(words[0])


def _surname_before_initials(words: Sequence[str]) -> int:
    """Count the words before the initials of "Smith JA", "Shaw R. N."; 0 if the name has
    no initials at its end, or has them at its beginning.

    In "LI JH" the surname is as short as the initials, and comes first.
    """
    count = len(words)
    while (
        count and _is_initial(words[count - 1]) and not _may_be_word(words[count - 1])
    ):
        count -= 1
    if count == len(words):
        return 0
    if count:
        return 0 if _is_initial(words[0]) else count
    first, last = words[0].replace(".", ""), words[-1].replace(".", "")
    return 1 if "." not in words[0] and 1 < len(first) >= len(last) else 0


def is_initials(text: str) -> bool:
    """Return whether a text is the initials of given names, perhaps with a particle.

    >>> is_initials("J.-P."), is_initials("JA"), is_initials("C. da"), is_initials("Jo")
    (True, True, True, False)
    """
    words = text.split()
    while len(words) > 1 and words[-1].islower() and "." not in words[-1]:
        words.pop()
    return bool(words) and all(map(_is_initial, words))


def has_initials(text: str) -> bool:
    """Return whether a name has initials and other words: "D. Atkins", "Atkins D"."""
    words = text.split()
    if is_initials(text) or not words:
        return False
    ends = [word for word in (words[0], words[-1]) if not _may_be_word(word)]
    return any(map(_is_initial, ends))


def _may_be_word(word: str) -> bool:
    """Return whether an initial is rather a short name at the end of a sentence: "Xu."."""
    return len(word) == len("Xu.") and word[1].islower() and word.endswith(".")


def _is_initial(word: str) -> bool:
    """Return whether a word is an initial or several: "J.", "JA", "Yu.", "a."."""
    if _DOTTED.fullmatch(word):
        return word.lower() not in _NO_INITIALS
    return word.isupper() and _UNDOTTED.fullmatch(word) is not None


def _start_of_surname(words: Sequence[str]) -> int:
    """The index of the first particle, or else of the last word."""
    last = max(len(words) - 1, 0)
    start = next(
        (index for index in range(1, last + 1) if words[index].islower()), last
    )
    while start > 1 and words[start - 1] in _CAPITAL_PARTICLES:
        start -= 1
    return start
