"""Groups that are read as people: "Organization, World Health", "Association, A. P.".

Google Scholar, Mendeley, MyBib and Cite This For Me write no braces around groups, and
where the first and last name are fields of their own, programs split at the last word.
A group is put together again where its words show it, or the publisher, the journal,
the site or its address says it in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Literal, TypeAlias

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.exporters.addresses import host_of
from loccit.model import Name, Source, Value
from loccit.values.given_names import is_given_name
from loccit.values.groups import (
    LEGAL_FORM,
    acronym,
    group_words,
    is_group,
    is_same_group,
    may_be_surname,
    may_be_task,
)
from loccit.values.names import OTHERS, full_name, inverted_name, particles

#: Variables that may name the group in full.
_NAMING = (
    "publisher",
    "container-title",
    "authority",
    "collection-title",
    "archive",
    "event-title",
)
#: An "and" in a group's name makes two names of it, or more.
_MOST_NAMES = 4
#: Addresses with these endings are organizations' more often than people's.
_OF_ORGANIZATIONS = regex(
    r"\.(?:org|gov|int|edu|mil|ac|gob|gouv|museum)(?:\.[a-z]{2})?$"
)
_LETTERS_OF_STATE = regex(r"\b(U\.) (?=[KNS]\.)")
_LEGAL_FORM = regex(LEGAL_FORM)
_INITIALS = regex(r"(?:[^\W\d_](?:\.|\b)[ -]?)+|[A-Z]{2,4}")
#: What looks like initials, and begins the names of states' and unions' bodies: HM
#: Treasury.
_OF_STATES = frozenset(["EU", "HM", "NSW", "NZ", "UAE", "UK", "UN", "US", "USA"])
#: No surname has these before it.
_LINKS = frozenset(["for", "für", "of", "on", "of the"])
_WITH_TASK = regex(r"\b(?:of|for)\b")
_FEWEST_WORDS = 3
_AND_OTHERS = (OTHERS,)
#: The first parts of a `Name`, in its order: a faster key of a cache than a name.
_Parts: TypeAlias = tuple[str, str, str, str, str, str]
_parts = attrgetter(
    "family",
    "given",
    "suffix",
    "dropping_particle",
    "non_dropping_particle",
    "literal",
)


class _Evidence(NamedTuple):
    """Who may have made a source.

    Attributes:
        texts: texts that name a group.
        words: of all texts.
        url: the address.
    """

    texts: tuple[str, ...]
    words: frozenset[str]
    url: str

    @property
    def is_short(self) -> bool:
        """Whether a text may be, or contain, the acronym of a group."""
        return any(text.isupper() or "(" in text or "[" in text for text in self.texts)


def with_whole_groups(source: Source) -> Source:
    """Put groups together again that are read as people."""
    texts = _naming_texts(source)
    words = frozenset[str]().union(*map(group_words, texts))
    evidence = _Evidence(texts, words, source.text("URL"))
    changed: dict[str, Value] = {}
    for variable, names in source.variables.items():
        if not isinstance(names, tuple):
            continue
        whole = tuple(_without_repeated_groups(_whole(names, evidence)))
        if whole[1:] == _AND_OTHERS and _is_named(full_name(whole[0]), evidence):
            whole = whole[:1]  # Google Scholar adds "and others" to a group
        if whole != names:
            changed[variable] = whole
    if not changed:
        return source
    return replace(source, variables={**source.variables, **changed})


def _naming_texts(source: Source) -> tuple[str, ...]:
    named = [source.plain(name) for name in _NAMING if name in source.variables]
    return tuple(filter(None, named))


def _whole(names: Sequence[Name], evidence: _Evidence) -> Iterator[Name]:
    """Yield the names, with groups as one name each."""
    position = 0
    while position < len(names):
        length, name = _next_name(names[position:], evidence)
        yield name
        position += length


def _without_repeated_groups(names: Iterable[Name]) -> Iterator[Name]:
    """Yield names, each group once; two people may have one name."""
    seen: set[Name] = set()
    for name in names:
        if not name.literal:
            yield name
        elif name not in seen:
            yield name
            seen.add(name)


def _next_name(names: Sequence[Name], evidence: _Evidence) -> tuple[int, Name]:
    """Return how many of the names are the first one, and that name."""
    if _may_be_said(names[0], evidence):
        for length in range(min(_MOST_NAMES, len(names)), 1, -1):
            text = _said_together(names[:length], evidence)
            if text:
                return length, Name(literal=text)
    if len(names) > 1 and _are_one_group(names[0], names[1]):
        both = " and ".join(map(_group_name, names[:2]))
        return 2, Name(literal=both)
    return 1, _as_group(names[0], evidence)


def _may_be_said(first: Name, evidence: _Evidence) -> bool:
    """Return whether a text may say names as one, of which this is the first."""
    if not evidence.words:
        return False
    words = group_words(first.family)
    return bool(words) and evidence.words.issuperset(words)


def _said_together(names: Sequence[Name], evidence: _Evidence) -> str:
    """Return the text that says these names as one, or `""`."""
    if not all(name.family for name in names):
        return ""
    words = [word for name in names for word in group_words(full_name(name))]
    inverted = [word for name in names for word in group_words(inverted_name(name))]
    for text in evidence.texts:
        if list(group_words(text)) in (words, inverted):
            return text
    return ""


def _are_one_group(first: Name, second: Name) -> bool:
    """Return whether an "and" separated the halves of a group's name."""
    if not first.family or not second.family:
        return False
    if first.annotation or second.annotation:
        return False
    if _is_half(first):  # "Food and Agriculture Organization"
        return _has_words_of_group(second)
    if not _has_words_of_group(first) or not _WITH_TASK.search(full_name(first)):
        return False
    if _is_half(second):  # "Centers for Disease Control and Prevention"
        return True
    return may_be_task(second.family) and not is_given_name(
        second.given.partition(" ")[0]
    )


def _is_half(name: Name) -> bool:
    """Return whether a name is one word, or one after a state: "U.S. Food"."""
    if " " in name.family or name.suffix or particles(name):
        return False
    return not name.given or _is_state(name.given)


def _is_state(given: str) -> bool:
    return given.replace(".", "").replace(" ", "") in _OF_STATES


def _as_group(name: Name, evidence: _Evidence) -> Name:
    if not name.family or not name.given or name.annotation:
        return name
    match _kind(_parts(name)):
        case "company":
            return Name(literal=f"{name.family}, {name.given}")
        case "group":
            return Name(literal=_group_name(name))
        case "initials":
            return _from_initials(name, evidence)
        case "unclear" if _is_proved(name, evidence):
            return Name(literal=_group_name(name))
    return name


@lru_cache(maxsize=4096)
def _kind(
    parts: _Parts,
) -> Literal["company", "group", "initials", "person", "unclear"]:
    """Return what the words of a name show; many works of a library share authors."""
    name = Name(*parts)
    if _LEGAL_FORM.fullmatch(name.given):
        return "company"
    if _INITIALS.fullmatch(name.given) and not _is_state(name.given):
        return "initials"
    if _has_words_of_group(name):
        return "group"
    return "person" if name.suffix or _has_given_name(name) else "unclear"


def _group_name(name: Name) -> str:
    """Return the words of a group in their order, with "U.S." as it was written."""
    return _LETTERS_OF_STATE.sub(r"\1", full_name(name))


def _has_words_of_group(name: Name) -> bool:
    """Return whether the words of a person's name are a group's."""
    return _are_words_of_group(_parts(name))


@lru_cache(maxsize=4096)
def _are_words_of_group(parts: _Parts) -> bool:
    name = Name(*parts)
    if name.suffix:
        return False
    if name.given.partition(" ")[0] == "The" or "&" in f"{name.given}{name.family}":
        return True
    if particles(name) in _LINKS:  # "House of Commons", but "Julian of Norwich"
        return not _has_given_name(name)
    if not is_group(full_name(name), certain=True):
        return False
    return not (may_be_surname(name.family) and _has_given_name(name))


def _has_given_name(name: Name) -> bool:
    first_word = (name.given or name.family).partition(" ")[0]
    return is_given_name(first_word)


def _is_proved(name: Name, evidence: _Evidence) -> bool:
    """Return whether the source names the same as a group.

    Some people have sites and publishers with their own name.
    """
    full = full_name(name)
    words = group_words(full)
    if len(words) < 2:
        return False
    if _has_address(words, evidence.url):
        return True
    has_word = not evidence.words.isdisjoint(words) or evidence.is_short
    if has_word and _is_named(full, evidence):
        return True
    # "Bank, World" is a part of "The World Bank Group".
    return is_group(full) and any(
        " ".join(words) in " ".join(group_words(text)) for text in evidence.texts
    )


def _is_named(group: str, evidence: _Evidence) -> bool:
    return any(is_same_group(group, text) for text in evidence.texts)


def _has_address(words: Sequence[str], url: str) -> bool:
    """Return whether an organization's address has the name, or its acronym.

    Two words are as likely a person's name.
    """
    if len(words) < _FEWEST_WORDS:
        return False
    host = host_of(url)
    if not _OF_ORGANIZATIONS.search(host):
        return False
    return not {"".join(words), acronym(words)}.isdisjoint(host.split("."))


def _from_initials(name: Name, evidence: _Evidence) -> Name:
    """Return the group that "Organization, W. H." was, if the source names it."""
    if name.family.lower() not in evidence.words:  # as of most people
        return name
    initials = "".join(group_words(name.given))
    for text in evidence.texts:
        *words, last = group_words(text) or ("",)
        is_same = last == name.family.lower() and acronym(words) == initials
        if is_same and is_group(text, certain=True):
            return Name(literal=text)
    return name
