"""Actions done: those on entries in one pass through the file, then those on its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit.bibliography.formats.bibtex.edit.entry_spans import bib_entry
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry, one_entry
from loccit.bibliography.formats.bibtex.tidy.file import Found, WholeFile
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Problem, apply_edits
from loccit.text_files.positions import Positions


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

    >>> from loccit.bibliography.formats.bibtex.tidy import actions
    >>> [dashes] = [action for action in actions() if action.name == "dashes"]
    >>> tidied("@book{a, pages = {1-2}} % mine", "a.bib", [dashes]).text
    '@book{a, pages = {1--2}} % mine'
    """
    file = before = WholeFile(text)
    done = Counter({action.name: 0 for action in chosen})
    edits: list[Edit] = []
    problems: list[Problem] = []
    moving_fields = any(action.moves_fields for action in chosen)
    positions = Positions(text)
    for found in file.each():
        hand = found.hand
        if hand is None or (moving_fields and hand.commented):
            problems.append(_left_alone(found, text, path, positions))
        for action in chosen:
            if hand and (changed := _changed(hand, action)):
                done[action.name] += 1
                hand = changed
        if hand is not found.hand and hand:
            edits.append(Edit(found.span, hand.text))
    if edits:
        file = WholeFile(apply_edits(text, edits))
    for action in chosen:
        if moves := list(action.of_file(file)) if action.of_file else []:
            done[action.name] = len(moves)
            file = WholeFile(apply_edits(file.text, moves))
    if sorted(file.keys) != sorted(before.keys):
        raise InvalidChange(
            "With this change the file would have other entries.", place=Place(path)
        )
    return Tidied(file.text, [key for key in file.keys if key], done, tuple(problems))


def counted(text: str, chosen: Sequence[Action]) -> Counter[str]:
    """How many entries of a file, or places in it, each action would change by itself."""
    file = WholeFile(text)
    done: Counter[str] = Counter()
    for found in file.each():
        done.update(
            action.name
            for action in chosen
            if found.hand and _changed(found.hand, action)
        )
    for action in chosen:
        done[action.name] += (
            sum(1 for _ in action.of_file(file)) if action.of_file else 0
        )
    return done


def _changed(entry: OneEntry, action: Action) -> OneEntry | None:
    """The entry with the action done; None where nothing is to be done, or it would be
    another entry then.
    """
    if action.of_entry is None or (action.moves_fields and entry.commented):
        return None
    text = apply_edits(entry.text, action.of_entry(entry))
    changed = one_entry(text, entry.file) if text != entry.text else None
    if changed is None or changed.key != entry.key:
        return None
    return changed if not action.keeps_meaning or changed.says_the_same(entry) else None


def _left_alone(found: Found, text: str, path: str, positions: Positions) -> Problem:
    """What is said of an entry that is broken, or has a comment where its fields would
    be moved.
    """
    rule, what, position = (
        "comment-in-entry",
        "A comment stands in this entry, so its fields stay where they are.",
        -1,
    )
    if found.hand is None:
        rule, what = "broken-entry", "This entry is broken, and left as it is."
        if faults := bib_entry(text, found.entry).faults:
            what, position = f"{what[:-1]}: {faults[0].message}.", faults[0].position
    place = Place(path, *positions.at(found.span.start if position < 0 else position))
    return Problem(
        rule,
        what,
        place,
        "note",
        f"`loccit edit {found.entry.key}` opens it." * bool(found.entry.key),
    )
