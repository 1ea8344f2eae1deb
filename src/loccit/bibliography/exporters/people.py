"""Names of people that exporters write differently.

Web of Science has "STEVENS, SS", medical databases "Shaw RN"; two-field forms have no
place for a suffix ("Davis Jr." or "Martin Luther, Jr."), and library catalogues add the
years of a life and the work that somebody did ("Doe, Ann B., 1960-, author").
"""

from __future__ import annotations

from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Name, Source, Value
from loccit.values.given_names import is_given_name
from loccit.values.groups import is_group
from loccit.values.names import is_suffix, leading_particle, title_cased, without_dates

#: Most people have such names: there is nothing to find out about them.
_PLAIN_FAMILY = regex(r"[^\W\d_]['’]?[^\W\d_]*[^\W\d_A-Z][^\W\d_]*(?:-[^\W\d_]+)*")
_PLAIN_GIVEN = regex(r"[^\W\d_](?:[^\W\d_A-Z]+|\.)(?:[ -][^\W\d_](?:[^\W\d_A-Z]+|\.))*")
#: Initials without stops: "SS", "J-P".
_RUN_TOGETHER = regex(r"[^\W\d_]{2,3}|[^\W\d_]-[^\W\d_]")
#: "J. R.", "J.-P."
_WITH_STOPS = regex(r"(?:[^\W\d_]\.[ -]?)+")
#: "Davis Jr." as a surname, "Arthur C., Jr." or "Arthur C. Jr" as a given name.
_WITH_SUFFIX = regex(r"(.*[^\s,])[\s,]+(\S+)")
#: One letter is an initial rather than a numeral: "Henry V".
_SHORTEST_NUMERAL = 2


def with_plain_names(source: Source) -> Source:
    """Write the names of people in one way, whoever exported them."""
    changed: dict[str, Value] = {}
    for variable, names in source.variables.items():
        if isinstance(names, tuple) and not all(map(_is_plain, names)):
            read = tuple(map(_read, names))
            if read != names:
                changed[variable] = read
    if not changed:
        return source
    return replace(source, variables={**source.variables, **changed})


def _is_plain(name: Name) -> bool:
    if not name.family:
        return "," not in name.literal
    return not name.suffix and _are_plain_parts(name.family, name.given)


@lru_cache(maxsize=4096)
def _are_plain_parts(family: str, given: str) -> bool:
    """Return whether parts are as most people's; works of a library share authors."""
    plain_given = _PLAIN_GIVEN.fullmatch(given)
    return plain_given is not None and _PLAIN_FAMILY.fullmatch(family) is not None


def _read(name: Name) -> Name:
    if name.literal:
        name = _from_one_field(name)
    if not name.family or not (name.given or name.suffix):
        return name
    name = _without_dates(name)
    name = _with_suffix(name)
    name = _in_small_letters(name)
    return replace(name, given=_separate_initials(name))


def _from_one_field(name: Name) -> Name:
    """Read a person in the field for groups, "Doe, John", if the given name shows it."""
    family, _, given = name.literal.partition(", ")
    first_word = given.partition(" ")[0]
    is_given = is_given_name(first_word) or _WITH_STOPS.fullmatch(given) is not None
    if not is_given or "," in given or is_group(name.literal):
        return name
    return replace(name, literal="", family=family, given=given)


def _without_dates(name: Name) -> Name:
    """Omit the years of a life, which catalogues put after a name."""
    return replace(
        name,
        given=without_dates(name.given),
        suffix=without_dates(name.suffix),
    )


def _with_suffix(name: Name) -> Name:
    """Find the suffix at the end of the surname or of the given name."""
    if _is_certain_suffix(name.given) and not _is_certain_suffix(name.suffix):
        return replace(name, given=name.suffix, suffix=name.given)
    if name.suffix:
        return name
    if _is_certain_suffix(name.family):  # "Sammy Davis" + "Jr."
        given, _, last = name.given.rpartition(" ")
        if given:
            return replace(name, family=last, given=given, suffix=name.family)
    family = _WITH_SUFFIX.fullmatch(name.family)
    if family is not None and _is_certain_suffix(family[2]):
        return replace(name, family=family[1], suffix=family[2])
    given_names = _WITH_SUFFIX.fullmatch(name.given)
    if given_names is not None and _is_certain_suffix(given_names[2]):
        return replace(name, given=given_names[1], suffix=given_names[2])
    return name


def _is_certain_suffix(word: str) -> bool:
    return len(word) >= _SHORTEST_NUMERAL and is_suffix(word)


def _in_small_letters(name: Name) -> Name:
    """Write a name in capitals, as Web of Science has it, as others do.

    A name alone in capitals may be an acronym.
    """
    if len(name.family) < 2 or not name.family.isupper() or "." in name.family:
        return name
    given = name.given
    if given.isupper() and not _may_be_initials(given):
        given = title_cased(given)
    particle, family = leading_particle(title_cased(name.family))
    particle = name.non_dropping_particle or particle
    return replace(name, family=family, given=given, non_dropping_particle=particle)


def _may_be_initials(given: str) -> bool:
    if not _RUN_TOGETHER.fullmatch(given):
        return "." in given
    return not (len(given) > 2 and is_given_name(given.title()))


def _separate_initials(name: Name) -> str:
    """Return given names with a stop and a space after each initial: "Frans BM"."""
    words = name.given.split(" ")
    initials = words[-1]
    if not initials.isupper() or not _RUN_TOGETHER.fullmatch(initials):
        return name.given
    glue = "-" if "-" in initials else " "
    separate = glue.join(f"{letter}." for letter in initials if letter.isalpha())
    return " ".join([*words[:-1], separate])
