"""The parts of a name that its writer ran together: particles and suffixes (CSL 1.0.2, "Name-part Order")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from loccit.model import Name

#: Words that lead a surname: "van der Berg", "de la Cruz", "al-Khwarizmi", "d'Aubignac", "ʻAbd".
_LEADING = re.compile(
    r"""((?:(?:[a-zà-öø-ÿ][\w’'\-]*\s+)+)|(?:(?:[a-zà-öø-ÿ]\w*\s+)*(?:[dl]['’]|al-|el-|as-|at-|ash-|ʻ|d´)))(?=[^\s])""",
    re.VERBOSE,
)
_TRAILING = re.compile(r"(?<=\s)((?:[a-zà-öø-ÿ][\w’'\-]*\s*)+|(?:[a-zà-öø-ÿ]\w*\s+)*[dl]['’])$")
_LATIN = re.compile(
    r"[a-zA-Z\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff\u0600-\u06ff"
    r"\u200c-\u200e\u2018\u2019\u021a-\u021b\u202a-\u202e]"
)


@lru_cache(maxsize=65536)
def split_name(name: Name) -> Name:
    """The name with particles and suffix in their own parts.

    >>> split_name(Name(family="van der Berg", given="Jan, Jr."))
    Name(family='Berg', given='Jan', suffix='Jr.', dropping_particle='', non_dropping_particle='van der', literal='', \
comma_suffix=False, static_ordering=False, parse_names=True)
    """
    if name.literal or not name.parse_names:
        return name
    family, given = name.family.strip(), name.given.strip()
    suffix, comma = name.suffix, name.comma_suffix
    non_dropping, dropping = name.non_dropping_particle, name.dropping_particle
    if family.startswith('"') and family.endswith('"') and len(family) > 1:
        family = family[1:-1]  # quoted, a surname is left whole
    elif not non_dropping and (match := _LEADING.match(family)) and match.end() < len(family):
        non_dropping, family = match[1].rstrip(), family[match.end() :]
        if joins_closely(non_dropping) and match[1] != non_dropping:
            non_dropping += " "  # "de' Medici" is written apart
    if not suffix and "," in given:
        given, _, suffix = given.partition(",")
        if suffix.startswith("!"):
            suffix, comma = suffix[1:], True
        suffix, given = suffix.strip(), given.strip()
    if not dropping and (match := _TRAILING.search(given)):
        dropping, given = match[1].strip(), given[: match.start()].strip()
    return replace(
        name,
        family=family,
        given=given,
        suffix=suffix,
        comma_suffix=comma,
        non_dropping_particle=non_dropping,
        dropping_particle=dropping,
    )


def joins_closely(particle: str) -> bool:
    """Whether no space follows the particle: d’, al-."""
    return particle.endswith(("'", "’", "-", "ʻ", "´"))


def is_byzantine(name: Name) -> bool:
    """Whether the name is in a script that sets surname before given name without a space (Chinese, Japanese ...)."""
    text = name.literal or name.family or name.given
    return bool(text) and not _LATIN.search(text)
