"""Names as tagged formats write them, "Last, First, Suffix", <-> model.Name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.model import Name
from loccit.values.names import OTHERS

_SUFFIX = regex(r"(?:Jr|Sr|Esq|Ph\.?D|M\.?D)\.?$|[IVX]+$|\d(?:st|nd|rd|th)$")
_LEGAL_FORM = regex(
    r"(?:Inc|Ltd|LLC|L\.L\.C|Co|Corp|GmbH|AG|Plc|S\.?A)\.?$", re.IGNORECASE
)
_AND = regex(r" (?:and|&) ")
_INITIALS = regex(r"(?:[^\W\d_]\.?-?){1,4}$")
_SMALL = regex(r"(?:[^\W\d_]*[a-zß-ÿ]['’]?)$")
_OTHERS = frozenset(["et al.", "et al", "others", "...", "…"])

#: Words that no person's name has, in English and the neighbours: who has one is a
#: group.
_OF_GROUPS = frozenset(
    [
        *(
            "academy",
            "administration",
            "agency",
            "alliance",
            "amnesty",
            "association",
            "authority",
            "bank",
            "board",
        ),
        *(
            "bureau",
            "center",
            "centre",
            "children",
            "club",
            "coalition",
            "collaboration",
            "collaborative",
            "college",
        ),
        *(
            "collective",
            "commission",
            "committee",
            "company",
            "conference",
            "congress",
            "consortium",
            "corporation",
        ),
        *(
            "council",
            "court",
            "cross",
            "department",
            "directorate",
            "division",
            "federation",
            "forum",
            "foundation",
        ),
        *(
            "fund",
            "government",
            "group",
            "health",
            "hospital",
            "initiative",
            "institut",
            "institute",
            "institution",
        ),
        *(
            "international",
            "investigators",
            "laboratories",
            "laboratory",
            "league",
            "library",
            "matter",
            "matters",
            "media",
        ),
        *(
            "ministry",
            "movement",
            "museum",
            "national",
            "nations",
            "network",
            "news",
            "office",
            "organisation",
        ),
        *(
            "organization",
            "panel",
            "parliament",
            "party",
            "press",
            "program",
            "programme",
            "project",
            "research",
        ),
        *(
            "school",
            "senate",
            "service",
            "services",
            "society",
            "statistics",
            "studies",
            "study",
            "team",
            "times",
        ),
        *(
            "trial",
            "trust",
            "union",
            "universidad",
            "universität",
            "université",
            "university",
            "watch",
            "workshop",
        ),
        *("the", "of", "for", "on", "und", "für", "&"),
    ]
)


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
    if _SUFFIX.match(parts[1]) and (len(parts) == 3 or " " in parts[0]):
        if len(parts) == 2:  # "Martin Luther King, Jr."
            given, family = parts[0].rsplit(" ", 1)
            return person(family, given, parts[1])
        parts[1], parts[2] = parts[2], parts[1]  # "King, Jr., Martin Luther"
    return person(*parts) if parts[0] else Name(literal=text.strip(", "))


def person(family: str, given: str = "", suffix: str = "") -> Name:
    """A person's name; small words before the surname, and behind the given names, are
    particles.
    """
    before, family = _leading_particle(family)
    words = given.split()
    end = len(words)
    while end > 1 and _SMALL.match(words[end - 1]) and words[end - 1].islower():
        end -= 1
    return Name(
        family=family,
        given=" ".join(words[:end]),
        suffix=suffix,
        non_dropping_particle=before,
        dropping_particle=" ".join(words[end:]),
    )


def is_group(text: str) -> bool:
    """Whether a name has a word that only groups have."""
    return not _OF_GROUPS.isdisjoint(text.lower().replace(",", " ").split())


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
    family = " ".join(filter(None, [name.non_dropping_particle, name.family]))
    given = " ".join(filter(None, [name.given, name.dropping_particle]))
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


def _leading_particle(family: str) -> tuple[str, str]:
    words = family.split()
    end = 0
    while end < len(words) - 1 and words[end].islower():
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])
