"""Mistakes in the names that an entry begins with, and in what joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.checked.entries.typed_names import (
    HIDDEN,
    TypedName,
    authors_end,
    typed_names,
)
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake

#: What APA has between two names, and before the last one.
COMMA, LAST = ", ", ", & "
#: APA gives up to so many names (section 9.8).
MOST = 20
_MORE = regex(r",?\s(?:and|&)\s[^\W\d_a-z]")
_FIRST_OF_EAST_ASIA = "\u2e80"


def wrong_names(
    essay: CheckedEssay, is_wrong: Callable[[TypedName], bool], message: str
) -> Iterator[Mistake]:
    """Yield a mistake for each entry in which names are wrong."""
    for entry in essay.ordinary_entries:
        names = typed_names(entry)
        wrong = [index for index, name in enumerate(names) if is_wrong(name)]
        if wrong:
            changes = [
                Difference(names[each].start, names[each].end, names[each].expected)
                for each in wrong
            ]
            wanted = in_apa(names, wrong[0], wrong[-1], is_whole=not _hides(entry))
            yield corrected(essay, entry, changes, wanted, message)


def in_apa(names: Sequence[TypedName], first: int, last: int, *, is_whole: bool) -> str:
    """Return the names from one to another as APA gives them.

    Args:
        is_whole: whether the last name is the last author.
    """
    text = names[first].expected
    for index in range(first + 1, last + 1):
        is_last = is_whole and index == len(names) - 1
        text += (LAST if is_last else COMMA) + names[index].expected
    return text


def _hides(entry: CheckedEntry) -> bool:
    """Return whether authors are left out, or more were not read: "and A. Doe"."""
    end = authors_end(entry)
    return bool(HIDDEN.search(entry.text, 0, end) or _MORE.match(entry.text, end))


class Joint(NamedTuple):
    """What is between two names of people.

    Attributes:
        first: the number of the name before it.
        wanted: what APA has there.
    """

    first: int
    text: str
    wanted: str


def wrong_joints(
    essay: CheckedEssay, is_wrong: Callable[[Joint], bool], message: str
) -> Iterator[Mistake]:
    """Yield a mistake for each entry whose authors are joined wrongly."""
    for entry in essay.ordinary_entries:
        names = typed_names(entry)
        if len(names) > MOST or _hides(entry):
            continue
        wrong = [each for each in _joints(entry.text, names) if is_wrong(each)]
        if wrong:
            changes = [
                Difference(
                    names[each.first].end, names[each.first + 1].start, each.wanted
                )
                for each in wrong
            ]
            first, last = wrong[0].first, wrong[-1].first + 1
            wanted = in_apa(names, first, last, is_whole=True)
            yield corrected(essay, entry, changes, wanted, message)


def _joints(text: str, names: Sequence[TypedName]) -> Iterator[Joint]:
    for index, (name, following) in enumerate(pairwise(names)):
        wanted = LAST if following is names[-1] else COMMA
        if _is_inverted(name) and _is_inverted(following):
            joint = text[name.end : following.start]
            yield Joint(index, " ".join(joint.split()), wanted)


def _is_inverted(name: TypedName) -> bool:
    """Return whether a name is that of a person, in a script that APA inverts: Chinese
    and Japanese names have no comma.
    """
    return bool(name.name.given) and name.text[0] < _FIRST_OF_EAST_ASIA
