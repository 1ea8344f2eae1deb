"""Actions done one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from loccit.bibliography.tidy.action import Action
from loccit.bibliography.tidy.one_entry import OneEntry, one_entry
from loccit.bibliography.tidy.whole_file import WholeFile
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Problem, apply_edits
from loccit.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file when it is tidy.

    Attributes:
        text: its text.
        keys: those of its entries, in their order there.
        done: how many entries each action changed, or how many places in the file.
        problems: what was left alone.
    """

    text: str
    keys: list[str]
    done: Counter[str]
    problems: tuple[Problem, ...]


def tidied(text: str, path: str, chosen: Sequence[Action]) -> Tidied:
    """The file with the actions done; all that they are not for is as it was.

    Raises:
        InvalidChange: the file would have other entries than before.

    >>> from loccit.bibliography.tidy import actions
    >>> [dashes] = [action for action in actions() if action.name == "dashes"]
    >>> tidied("@book{a, pages = {1-2}} % mine", "a.bib", [dashes]).text
    '@book{a, pages = {1--2}} % mine'
    """
    before = WholeFile(text)
    file, done = before, Counter[str]()
    for action in chosen:
        edits = list(_edits(file, action))
        done[action.name] = len(edits)
        if edits:
            file = WholeFile(apply_edits(file.text, edits))
    keys = [span.key for span in file.spans]
    if sorted(keys) != sorted(span.key for span in before.spans):
        raise InvalidChange(
            "With this change the file would have other entries; it is left as it is.", place=Place(path)
        )
    moving_fields = any(action.moves_fields for action in chosen)
    problems = tuple(before.left_alone(path, moving_fields=moving_fields))
    return Tidied(file.text, [key for key in keys if key], done, problems)


def counted(text: str, chosen: Iterable[Action]) -> Counter[str]:
    """How many entries of a file, or places in it, each action would change by itself."""
    file = WholeFile(text)
    return Counter({action.name: sum(1 for _ in _edits(file, action)) for action in chosen})


def _edits(file: WholeFile, action: Action) -> Iterator[Edit]:
    if action.of_file:
        yield from action.of_file(file)
    if action.of_entry:
        for entry, hand in file.each:
            if hand is None or (action.moves_fields and hand.commented):
                continue
            if (text := _changed(hand, action)) != hand.text:
                yield Edit(entry.whole, text)


def _changed(entry: OneEntry, action: Action) -> str:
    """The entry with the action done; as it was, where it would be another."""
    assert action.of_entry
    text = apply_edits(entry.text, action.of_entry(entry))
    again = one_entry(text) if text != entry.text else None
    if again is None or again.parts.key.of(text) != entry.parts.key.of(entry.text):
        return entry.text
    return text if not action.keeps_meaning or again.source() == entry.source() else entry.text
