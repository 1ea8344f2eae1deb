"""Names as tagged formats write them, "Last, First, Suffix", <-> model.Name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.model import Name
from loccit.values.groups import is_group
from loccit.values.names import (
    OTHERS,
    given_and_particle,
    is_suffix,
    leading_particle,
    surname,
    trailing_particle,
)

_LEGAL_FORM = regex(
    r"(?:Inc|Ltd|LLC|L\.L\.C|Co|Corp|GmbH|AG|Plc|S\.?A)\.?$", re.IGNORECASE
)
_AND = regex(r" (?:and|&) ")
_INITIALS = regex(r"(?:[^\W\d_]\.?-?){1,4}$")
_OTHERS = frozenset(["et al.", "et al", "others", "...", "…"])


def read_names(texts: Sequence[str]) -> tuple[Name, ...]:
    """The names of lines; a line may hold several, with semicolons, or "and", between.

    >>> [name.family for name in read_names(["Pettit, Becky; Western, Bruce", "Doe, J. and Roe, R."])]
    ['Pettit', 'Western', 'Doe', 'Roe']
    """
    return tuple(
        name
        for text in texts
        for part in _parts(text)
        if (name := read_name(part)) != Name()
    )


def _parts(text: str) -> Iterator[str]:
    if text.endswith(","):
        yield text
        return
    for part in text.split(";"):
        names = _AND.split(" ".join(part.split()))
        yield from (
            names
            if len(names) > 1
            and all("," in name for name in names)
            and not is_group(part)
            else [part]
        )


def read_name(text: str) -> Name:
    """A name with its surname first, that of a group (which may end in a comma), or,
    without a comma, "First Last".

    >>> read_name("King, Martin Luther, Jr.").suffix, read_name("World Health Organization").literal
    ('Jr.', 'World Health Organization')
    >>> read_name("Beauvoir, Simone de").dropping_particle, read_name("Michelle Alexander").family
    ('de', 'Alexander')
    """
    text = " ".join(text.split())
    if text.lower() in _OTHERS:
        return OTHERS
    if text.endswith(","):
        return Name(literal=text.rstrip(", "))
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return _without_comma(text)
    if (
        len(parts) > 3
        or _LEGAL_FORM.match(parts[1])
        or (" " in parts[0] and is_group(text))
    ):
        return Name(literal=text)
    if is_suffix(parts[1], degrees=True) and (len(parts) == 3 or " " in parts[0]):
        if len(parts) == 2:  # "Martin Luther King, Jr."
            given, family = parts[0].rsplit(" ", 1)
            return person(family, given, parts[1])
        parts[1], parts[2] = parts[2], parts[1]  # "King, Jr., Martin Luther"
    return person(*parts) if parts[0] else Name(literal=text.strip(", "))


def person(family: str, given: str = "", suffix: str = "") -> Name:
    """Return a person's name; words in lower case before the surname, and after the
    given names, are particles.
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
    """A name a line; that of a group ends in a comma, which keeps EndNote from looking
    for a surname in it.

    >>> write_names((Name(family="Beauvoir", given="Simone", non_dropping_particle="de"), Name(literal="WHO")))
    ['de Beauvoir, Simone', 'WHO,']
    """
    return ["et al." if name == OTHERS else write_name(name) for name in names]


def write_name(name: Name) -> str:
    """A name with its surname first."""
    if name.literal:
        return f"{name.literal},"
    family, given = surname(name), given_and_particle(name)
    if not given and not name.suffix:
        return family if read_name(family) == name else f"{family},"
    return ", ".join([family, given, *filter(None, [name.suffix])])


def _without_comma(text: str) -> Name:
    words = text.split()
    if (
        not 2 <= len(words) <= 4
        or is_group(text)
        or not all(word[:1].isalpha() for word in words)
    ):
        return Name(literal=text)
    if (
        _INITIALS.match(words[-1])
        and words[-1].isupper()
        and not _INITIALS.match(words[0])
    ):
        return person(" ".join(words[:-1]), words[-1])  # "Smith JA"
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return Name(literal=text)
    start = next(
        (index for index, word in enumerate(words) if index and word.islower()),
        len(words) - 1,
    )
    return person(" ".join(words[start:]), " ".join(words[:start]))
