"""The people and groups that a work is known by, and names as they are typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.model import Name, Source
from loccit.recognize.matching.spelling import folded
from loccit.values.groups import is_group, is_same_group
from loccit.values.names import OTHERS, is_suffix, makers, surname

#: Words before a surname that some leave out.
PARTICLES = frozenset(
    """
    af al am bin da dal das de del della den der des di do dos du el ibn la las le les lo
    los mac o st ten ter van vom von y zu zum zur
    """.split()  # noqa: SIM905
)
#: Articles before groups' names, in several languages.
_ARTICLES = frozenset(
    """
    the der die das den dem des la le les el los las del du lo il gli o os as do da het de
    """.split()  # noqa: SIM905
)
#: "Zhang, S.": initials after a typed surname.
_INITIALS_AFTER = regex(r"(.+?),?\s+((?:[^\W\d_]\.[\s-]*)+)")
#: "Zhang, S." that was not split into its parts.
_INVERTED = regex(r"([^,]+), ((?:[^\W\d_]\.?[\s-]*){1,3})")
#: A longer name that was not split is rather a group's.
_LONGEST_NAME = 3
#: What names a site or a publisher where no author is named, by preference.
_IN_PLACE = ("authority", "publisher", "container-title")


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a group.

    Attributes:
        shown: the surname or the group's name, as it is written.
        family: its folded words.
        given: the folded words of the given names.
        is_group: whether it is not split into its parts.
    """

    shown: str
    family: tuple[str, ...]
    given: tuple[str, ...] = ()
    is_group: bool = False

    @property
    def joined(self) -> str:
        """The surname as one word."""
        return "".join(self.family)


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name in a citation.

    Attributes:
        text: as it is typed.
        words: its folded words.
        initials: the first letters of given names after the surname.
    """

    text: str
    words: tuple[str, ...]
    initials: str = ""

    @property
    def joined(self) -> str:
        """The name as one word."""
        return "".join(self.words)


def typed_name(text: str) -> TypedName:
    """Read a name of a citation.

    >>> typed_name("Zhang, S."), typed_name("van Gogh").words
    (TypedName(text='Zhang, S.', words=('zhang',), initials='s'), ('van', 'gogh'))
    >>> typed_name("Gates, Jr.").words
    ('gates',)
    """
    name, _, last = text.rpartition(" ")
    plain = name.rstrip(",") if name and is_suffix(last) else text
    found = _INITIALS_AFTER.fullmatch(plain)
    if found:
        return TypedName(text, folded(found[1]), "".join(folded(found[2])))
    return TypedName(text, folded(plain))


def people_of(source: Source) -> tuple[Person, ...]:
    """Return the people and groups that a work is known by."""
    people = [*map(_person, filter(_is_somebody, makers(source)))]
    return tuple(person for person in people if person.family)


def joined_group(people: Sequence[Person]) -> Person | None:
    """Return groups as one, whose name may have been split at an "and"."""
    if len(people) < 2 or not all(person.is_group for person in people):
        return None
    shown = " and ".join(person.shown for person in people)
    family = [word for person in people for word in (*person.family, "and")]
    return Person(shown, tuple(family[:-1]), is_group=True)


def has_others(source: Source) -> bool:
    """Return whether a work has more people than it names: "et al." in a list."""
    return any(not _is_somebody(name) for name in makers(source))


def in_place_of_people(source: Source) -> Iterator[Person]:
    """Yield the groups by which a work is cited that names no author."""
    for variable in _IN_PLACE:
        text = source.plain(variable)
        words = folded(text)
        if words:
            yield Person(text, words, is_group=True)


def is_called(typed: TypedName, person: Person) -> bool:
    """Return whether a typed name is that of a person or group, perhaps with given names
    or in a part.
    """
    if typed.joined == person.joined:
        return True
    if person.is_group:
        return is_group_called(typed, person)
    count = len(person.family)
    if typed.words[-count:] == person.family or typed.words[:count] == person.family:
        return True
    return typed.words == person.family[-len(typed.words) :]


def is_group_called(typed: TypedName, group: Person) -> bool:
    """Return whether a typed name is that of a group, its acronym or its beginning."""
    return is_same_group(typed.text, group.shown) or begins_group(typed, group)


def begins_group(typed: TypedName, group: Person) -> bool:
    """Return whether a name of several words is the beginning of a group's."""
    words, family = without_article(typed.words), without_article(group.family)
    return 1 < len(words) < len(family) and words == family[: len(words)]


def without_article(words: Sequence[str]) -> tuple[str, ...]:
    """Leave out an article before a group's name.

    >>> without_article(["das", "statistische", "bundesamt"])
    ('statistische', 'bundesamt')
    """
    first = 1 if len(words) > 1 and words[0] in _ARTICLES else 0
    return tuple(words[first:])


def without_particles(words: Sequence[str]) -> tuple[str, ...]:
    """Leave out particles before a surname.

    >>> without_particles(["van", "der", "berg"])
    ('berg',)
    """
    count = 0
    while count < len(words) - 1 and words[count] in PARTICLES:
        count += 1
    return tuple(words[count:])


def _is_somebody(name: Name) -> bool:
    return name != OTHERS and name.literal.strip(" .") not in ("et al", "others")


def _person(name: Name) -> Person:
    if name.family:
        return Person(surname(name), folded(name.family), folded(name.given))
    text = name.literal or name.given
    inverted = _INVERTED.fullmatch(text)
    if inverted:
        return Person(inverted[1], folded(inverted[1]), folded(inverted[2]))
    words = folded(text)
    if 1 < len(words) <= _LONGEST_NAME and not is_group(text):
        return Person(text.split()[-1], words[-1:], words[:-1])
    plain, _, _ = text.partition("(")
    return Person(text, folded(plain) or words, is_group=True)
