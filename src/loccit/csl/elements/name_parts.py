"""The parts of a name that its writer ran together: particles and suffixes (CSL 1.0.2,
"Name-part Order").
"""

from __future__ import annotations

from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Name, Source
from loccit.values.names import is_elided, leading_particle, trailing_particle

#: What a surname begins with and no space parts from it: d’Aubignac, al-Khwarizmi
_ELIDED = regex(r"(?:[dl]['’´]|(?:al|el|as|at|ash)-|ʻ)(?=\w)")
_LATIN = regex(
    r"[a-zA-Z\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff\u0600-\u06ff"
    r"\u200c-\u200e\u2018\u2019\u021a-\u021b\u202a-\u202e]"
)


@lru_cache(maxsize=65536)
def split_name(name: Name) -> Name:
    """The name with particles and suffix in their own parts.

    >>> split_name(Name(family="van der Berg", given="Jan, Jr."))
    Name(family='Berg', given='Jan', suffix='Jr.', dropping_particle='', non_dropping_particle='van der', literal='', \
comma_suffix=False, static_ordering=False, parse_names=True, annotation='')
    """
    if name.literal or not name.parse_names:
        return name
    family, given = name.family.strip(), name.given.strip()
    suffix, comma = name.suffix, name.comma_suffix
    non_dropping, dropping = name.non_dropping_particle, name.dropping_particle
    if family.startswith('"') and family.endswith('"') and len(family) > 1:
        family = family[1:-1]  # quoted, a surname is left whole
    elif not non_dropping:
        non_dropping, family = _leading_particle(family)
    if not suffix and "," in given:
        given, _, suffix = given.partition(",")
        if suffix.startswith("!"):
            suffix, comma = suffix[1:], True
        suffix, given = suffix.strip(), given.strip()
    if not dropping:
        given, dropping = trailing_particle(given)
    return replace(
        name,
        family=family,
        given=given,
        suffix=suffix,
        comma_suffix=comma,
        non_dropping_particle=non_dropping,
        dropping_particle=dropping,
    )


def _leading_particle(family: str) -> tuple[str, str]:
    """Split a surname from the particle before it, which may be elided."""
    particle, rest = leading_particle(family)
    if elided := _ELIDED.match(rest):
        return f"{particle} {elided[0]}".lstrip(), rest[elided.end() :]
    if particle and is_elided(particle):
        particle += " "  # "de' Medici" is written apart
    return particle, rest


def is_unspaced(name: Name) -> bool:
    """Whether the name is in a script that sets surname before given name without a
    space (Chinese, Japanese ...).
    """
    text = name.literal or name.family or name.given
    return bool(text) and not _LATIN.search(text)


def abbreviation_of(source: Source) -> tuple[str, str]:
    """The group that is the source's author, and its abbreviation; two empty texts if
    it has none.

    >>> from loccit.model import Name, Source
    >>> author, short = Name(literal="World Health Organization"), Name(literal="WHO")
    >>> abbreviation_of(Source("a", "report", {"author": (author,), "short-author": (short,)}))
    ('World Health Organization', 'WHO')
    """
    authors, short = source.names("author"), source.names("short-author")
    if len(authors) != 1 or len(short) != 1 or not authors[0].literal:
        return "", ""
    return authors[0].literal, short[0].literal or short[0].family
