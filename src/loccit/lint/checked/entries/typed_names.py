"""The names that a typed entry begins with, one by one.

The reader of references says who the authors are; here their names get places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.model import Name
from loccit.recognize.segments import Segment
from loccit.values.given_names import is_given_name
from loccit.values.names import OTHERS

_WORD = regex(r"[^\W_]+")
#: Words that connect names, in the languages that students write in.
_AND = frozenset(["and", "und", "y", "et", "e", "en", "og", "och"])
#: What an unsure reading takes for a name: a suffix, a degree, "et al.".
_NO_NAME = regex(
    r"(?:jr|sr|i{2,3}|iv|ph\.?d|m\.?d|m\.?a|al|others|eds?|dr|prof)\.*(?: .*)?",
    re.IGNORECASE,
)
#: What stands for names that are left out.
HIDDEN = regex(
    r"\bet\.? ?al\b\.?|(?:\band|&) (?:others|colleagues)\b|\bu\. ?a\.|…|\.(?: ?\.){2,}"
)
_PEOPLE = ("author", "editor", "citation-number", "other")
#: A date after names, with or without a word for what they did.
_DATE = regex(r"(?: \([^()\d]{2,20}\))?[.,]? *[(\[]?(?:(?:1[4-9]|20)\d\d|n\. ?d\.)")
_AFTER_INITIAL = regex(r"(?:^|\s)[^\W\d_]\.\s([^\W\d_]{2,})\.*$")
_INITIAL = regex(r",\s?[^\W\d_a-z]\.")
#: Capitals inside of a word, save those after the beginnings of surnames.
_BRAND = regex(r"\b(?!(?:Ma?c|D[eiu]|L[ae]|Van|Von|Fitz|O’|O')[A-Z])[A-Z][a-z]+[A-Z]")
#: The words of first names: a name, or initials; hyphens join two.
_GIVEN = regex(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_MOST_INITIALS = 3
_JOINED = regex(r"\.(?=\w)")
_BETWEEN_INITIALS = regex(r"[\s.\u00a0-]+")


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name in an entry, `entry.text[start:end]`.

    Attributes:
        text: the characters.
        name: what was read of it.
        among_people: whether it, or a name beside it, is surely that of a person.
    """

    start: int
    end: int
    text: str
    name: Name
    among_people: bool = False

    @property
    def surname(self) -> str:
        """The surname with its particle, or the name of a group."""
        name = self.name
        parts = [name.non_dropping_particle, name.family.rstrip(".")]
        return name.literal or " ".join([part for part in parts if part])

    @property
    def is_inverted(self) -> bool:
        """Whether the surname is first."""
        return bool(self.name.given) and self.text.startswith(self.surname)

    @property
    def given(self) -> str:
        """The first names as they are typed, if the surname is first."""
        return self.text[len(self.surname) :].lstrip(" ,\n\u00a0")

    @property
    def has_only_initials(self) -> bool:
        """Whether all first names are initials."""
        given = self.given if self.is_inverted else self.name.given
        return all(map(_is_initial, _BETWEEN_INITIALS.split(given)))

    @property
    def may_be_a_group(self) -> bool:
        """Whether capitals inside of a word, as in "DeepMind", speak for a company."""
        return not self.among_people and bool(_BRAND.search(self.text))

    @property
    def is_as_expected(self) -> bool:
        """Whether it is typed in APA's form."""
        typed = " ".join(self.text.split()).replace("’", "'")
        expected = self.expected.replace("’", "'")
        return typed in (expected, f"{expected}.")

    @property
    def expected(self) -> str:
        """The name in APA's form: surname, initials (section 9.8)."""
        name = self.name
        given = f"{initials(name.given)} {name.dropping_particle}".strip()
        return ", ".join([part for part in (self.surname, given, name.suffix) if part])


def _is_initial(word: str) -> bool:
    """Return whether a word is an initial, or a few without stops."""
    return len(word) < 2 or (word.isupper() and len(word) <= _MOST_INITIALS)


def initials(given: str) -> str:
    """Return the initials of first names.

    >>> initials("Michelle K"), initials("Jean-Paul"), initials("MK.")
    ('M. K.', 'J.-P.', 'M. K.')
    """
    words = [_letters(word) for word in _JOINED.sub(". ", given).split()]
    return " ".join([word for word in words if word])


def _letters(word: str) -> str:
    """Return the initials of a first name, of several with hyphens, of letters alone; a
    particle stays.
    """
    if word.islower() and len(word.rstrip(".")) > 1:
        return word
    if (
        word.isupper()
        and 1 < len(word.rstrip(".")) <= _MOST_INITIALS
        and "-" not in word
    ):
        return " ".join([f"{letter}." for letter in word.rstrip(".")])
    parts = [part for part in word.split("-") if part[:1].isalpha()]
    return "-".join([f"{part[0].upper()}." for part in parts])


def typed_names(entry: CheckedEntry) -> Sequence[TypedName]:
    """Return the names that an entry begins with: its authors, or the editors in their
    place.  There are none, if they were not read surely, or not all of them are found.
    """
    people = entry.segments("author", "editor")
    if not people or people[0].start > 0:
        return ()
    variable = people[0].label
    names = [each for each in entry.source.names(variable) if each != OTHERS]
    if len(entry.segments(variable)) > 1 or any(map(_is_no_name, names)):
        return ()
    found = [*_found(entry.text, people[0], names)]
    if len(found) < len(names):
        return ()
    if not entry.is_sure(variable) and not _are_clear(entry.text, found):
        return ()
    if found and _may_run_into_title(entry.text, found[-1]):
        return ()
    if any(_are_two(entry.text, each) or _is_in_capitals(each) for each in found):
        return ()
    among_people = any(map(_is_surely_a_person, names))
    return [replace(each, among_people=among_people) for each in found]


def _are_two(text: str, name: TypedName) -> bool:
    """Return whether the comma between two names is missing: "DOE, J. ROE, M."."""
    is_surname = _AFTER_INITIAL.search(name.text)
    return is_surname is not None and bool(_INITIAL.match(text, name.end))


def _is_in_capitals(name: TypedName) -> bool:
    """Return whether capitals hide what is the surname: "VAN DER BERG WMP"."""
    is_plain = "." not in name.text and bool(name.name.given)
    return is_plain and name.text.isupper() and not name.is_inverted


def _may_run_into_title(text: str, last: TypedName) -> bool:
    """Return whether the last first name may be the first word of a title, as in
    "Wald, P. Contagious".
    """
    after_initial = _AFTER_INITIAL.search(last.name.given)
    if not after_initial or is_given_name(after_initial[1]):
        return False
    return not _DATE.match(text, last.end)


def _are_clear(text: str, names: Sequence[TypedName]) -> bool:
    """Return whether each name has initials or common first names, and a date follows
    the last one.
    """
    if not names or not _DATE.match(text, names[-1].end):
        return False
    return all(_is_surely_a_person(each.name) for each in names)


def _is_no_name(name: Name) -> bool:
    """Return whether a suffix or a particle was taken for a name."""
    surname = name.family + name.literal
    return surname.islower() or _NO_NAME.fullmatch(surname) is not None


def _is_surely_a_person(name: Name) -> bool:
    """Return whether first names are common ones, or among them is an initial."""
    words = _GIVEN.findall(name.given)
    return any(len(word) == 1 or is_given_name(word) for word in words)


def _found(text: str, segment: Segment, names: Sequence[Name]) -> Iterator[TypedName]:
    """Yield names as long as they are found one after the other."""
    words = [*_WORD.finditer(text, segment.start, segment.end)]
    for name in names:
        while words and words[0][0] in _AND:
            words = words[1:]
        count = _count(words, name)
        if not count:
            return
        start, end = words[0].start(), words[count - 1].end()
        if text[end : end + 1] == ".":
            end += 1
        yield TypedName(start, end, text[start:end], name)
        words = words[count:]


def _count(words: Sequence[re.Match[str]], name: Name) -> int:
    """Return how many of the next words make up a name; 0 if they do not."""
    whole = f"{name.dropping_particle}{name.non_dropping_particle}{name.family}"
    whole += f"{name.given}{name.suffix}{name.literal}"
    left = Counter(_letters_of(whole))
    for count, word in enumerate(words, 1):
        left.subtract(_letters_of(word[0]))
        if not any(left.values()):
            return count
        if min(left.values()) < 0:
            return 0
    return 0


def _letters_of(text: str) -> list[str]:
    return [letter for letter in text.lower() if letter.isalnum()]


def authors_end(entry: CheckedEntry) -> int:
    """Return where what may be its authors ends: where its date, title or source
    begins.
    """
    others = [part.start for part in entry.read.segments if part.label not in _PEOPLE]
    return min(others, default=0)
