"""Split off the parts of a name that were typed together: particles and suffixes.

CSL 1.0.2, "Name-part Order".
"""

from __future__ import annotations

from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Name, Source
from loccit.values.names import is_elided, leading_particle, trailing_particle

#: A particle without a space after it: d’Aubignac, al-Khwarizmi, dell’Orto, ’s-Gravesande.
_ELIDED = regex(
    r"(?:[dl]['’´]|(?:ad|al|an|ar|as|ash|at|az|el|ud|ul)-|ʻ)(?=\w)"
    r"|(?:[a-z]{1,4}['’´]|['’´]s-)(?=[^\W\d_a-z])"
)
#: A letter of a script that writes given names before surnames, with a space between.
_SPACED = regex(
    r"[a-zA-Z\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff"
    r"\u1f00-\u1fff\u0600-\u06ff"
    r"\u200c-\u200e\u2018\u2019\u021a-\u021b\u202a-\u202e]"
)


@lru_cache(maxsize=65536)
def split_name(name: Name) -> Name:
    """The name with particles and suffix in parts of their own.

    >>> split_name(Name(family="van der Berg", given="Jan, Jr."))
    Name(family='Berg', given='Jan', suffix='Jr.', dropping_particle='', non_dropping_particle='van der', literal='', \
comma_suffix=False, static_ordering=False, parse_names=True, annotation='')
    """
    if name.literal or not name.parse_names:
        return name
    name = _with_particle_before(name)
    name = _with_suffix(name)
    return _with_particle_after(name)


def _with_particle_before(name: Name) -> Name:
    """The name with the words before its surname as the non-dropping particle."""
    family = name.family.strip()
    if len(family) > 1 and family.startswith('"') and family.endswith('"'):
        # a surname in quotes stays whole
        return replace(name, family=family[1:-1])
    if name.non_dropping_particle:
        return replace(name, family=family)
    particle, family = _leading_particle(family)
    return replace(name, family=family, non_dropping_particle=particle)


def _with_suffix(name: Name) -> Name:
    """The name with the suffix that follows its given names after a comma."""
    given = name.given.strip()
    if name.suffix or "," not in given:
        return replace(name, given=given)
    given, _, suffix = given.partition(",")
    comma = name.comma_suffix
    if suffix.startswith("!"):  # CSL-JSON's sign for a suffix with a comma in print
        suffix = suffix[1:]
        comma = True
    return replace(
        name,
        given=given.strip(),
        suffix=suffix.strip(),
        comma_suffix=comma,
    )


def _with_particle_after(name: Name) -> Name:
    """The name with the words after its given names as the dropping particle."""
    if name.dropping_particle:
        return name
    given, particle = trailing_particle(name.given)
    return replace(name, given=given, dropping_particle=particle)


def _leading_particle(family: str) -> tuple[str, str]:
    """Split a surname from the particle before it, which may be elided."""
    particle, rest = leading_particle(family)
    if elided := _ELIDED.match(rest):
        return f"{particle} {elided[0]}".lstrip(), rest[elided.end() :]
    if particle and is_elided(particle):
        particle += " "  # "de' Medici" was typed with a space
    return particle, rest


def is_unspaced(name: Name) -> bool:
    """Return whether the name's script puts surnames first, without a space after.

    Chinese, Japanese and Korean do.
    """
    text = name.literal or name.family or name.given
    return bool(text) and not _SPACED.search(text)


def abbreviation_of(source: Source) -> tuple[str, str]:
    """The group that is the source's only author, and its abbreviation.

    Both are empty if the source has no such group, or the group no abbreviation.

    >>> from loccit.model import Name, Source
    >>> author, short = Name(literal="World Health Organization"), Name(literal="WHO")
    >>> abbreviation_of(Source("a", "report", {"author": (author,), "short-author": (short,)}))
    ('World Health Organization', 'WHO')
    """
    authors, short = source.names("author"), source.names("short-author")
    if len(authors) != 1 or len(short) != 1 or not authors[0].literal:
        return "", ""
    return authors[0].literal, short[0].literal or short[0].family
