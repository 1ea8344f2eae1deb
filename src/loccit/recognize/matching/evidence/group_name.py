"""The name of a group, its acronym, or its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.acronyms import acronyms_of
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.people import (
    Person,
    TypedName,
    begins_group,
    without_article,
)
from loccit.recognize.matching.spelling import folded
from loccit.recognize.typed_citation import Reason
from loccit.values.groups import is_same_group

_SAME = 4.0
_BEGINNING = 3.0
_DEFINED_ACRONYM = 4.0
#: A shorter word in capitals is a person's initials as often.
_SHORTEST_ACRONYM = 2


def group_name(asked: Asked, group: Person) -> Iterator[Evidence]:
    """Yield evidence that a cite calls a group; its name may have been split at "and"."""
    for typed in (asked.first, asked.whole):
        if _is_same(typed, group):
            yield Evidence(_SAME, Reason("same-group", f"the group is {group.shown}"))
        elif begins_group(typed, group):
            text = f"the beginning of {group.shown}"
            yield Evidence(_BEGINNING, Reason("beginning-of-name", text), REPAIRED)
    full = asked.acronyms.get(asked.first.text)
    if full and (folded(full) == group.family or is_same_group(full, group.shown)):
        text = f"{asked.first.text} stands for {full}, the essay says"
        yield Evidence(_DEFINED_ACRONYM, Reason("defined-acronym", text))


def _is_same(typed: TypedName, group: Person) -> bool:
    if is_same_group(typed.text, group.shown):
        return True
    words = without_article(typed.words)
    if words == without_article(group.family):
        return True
    return len(words) == 1 and _is_acronym(typed.text.split()[-1], group)


def _is_acronym(text: str, group: Person) -> bool:
    """Return whether a word, mostly in capitals, is made of a group's first letters."""
    letters = text.replace(".", "")
    capitals = sum(letter.isupper() for letter in letters)
    if len(letters) < _SHORTEST_ACRONYM or capitals <= len(letters) / 2:
        return False
    return "".join(folded(letters)) in acronyms_of(group)
