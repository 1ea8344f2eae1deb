"""Apply actions: first those on entries, in one pass, then those on the file's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit.bibliography.formats.bibtex.edit.entry_parts import entry_parts
from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry, tidy_entry
from loccit.bibliography.formats.bibtex.tidy.file import EntryInFile, TidyFile
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Problem, Span, apply_edits
from loccit.text_files.positions import Positions


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file after tidying.

    Attributes:
        text: the new text.
        keys: the keys of its entries, in their new order.
        done: how many entries, or places in the file, each action changed.
        problems: the entries that were left alone, and why.
    """

    text: str
    keys: list[str]
    done: Counter[str]
    problems: tuple[Problem, ...]


def tidied(text: str, path: str, chosen: Sequence[Action]) -> Tidied:
    """Apply the actions; everything that they don't concern stays as it is.

    Raises:
        InvalidChange: the file would have other entries than before.

    >>> from loccit.bibliography.formats.bibtex.tidy import actions
    >>> [dashes] = [action for action in actions() if action.name == "dashes"]
    >>> tidied("@book{a, pages = {1-2}} % mine", "a.bib", [dashes]).text
    '@book{a, pages = {1--2}} % mine'
    """
    before = TidyFile(text)
    positions = Positions(text)
    moving_fields = any(action.moves_fields for action in chosen)
    done = Counter({action.name: 0 for action in chosen})
    edits = []
    problems = []
    for found in before.entries():
        entry = found.entry
        if entry is None:
            problems.append(_broken(found, text, path, positions))
            continue
        if moving_fields and entry.is_commented:
            problems.append(_commented(found, path, positions))
        new = _apply_all(entry, chosen, done)
        if new is not entry:
            edits.append(Edit(found.span, new.text))
    file = before
    if edits:
        file = TidyFile(apply_edits(text, edits))
    for action in chosen:
        moves = _moves(file, action)
        if moves:
            done[action.name] = len(moves)
            file = TidyFile(apply_edits(file.text, moves))
    if sorted(file.keys) != sorted(before.keys):
        message = "The file would have other entries after this change."
        raise InvalidChange(message, place=Place(path))
    keys = [key for key in file.keys if key]
    return Tidied(file.text, keys, done, tuple(problems))


def tidy_edits(
    text: str, chosen: Sequence[Action], within: Span | None = None
) -> list[Edit]:
    """Return the edits of actions, one for each entry, and those between entries.

    Args:
        text: of the file.
        chosen: the actions; none of them moves entries.
        within: leave alone what is outside; None for the whole file.

    >>> from loccit.bibliography.formats.bibtex.tidy import actions
    >>> [dashes] = [action for action in actions() if action.name == "dashes"]
    >>> text = "@book{a, pages={1-2}}\\n@book{b, pages={1-2}}"
    >>> [edit.new for edit in tidy_edits(text, [dashes], Span(30, 30))]
    ['@book{b, pages={1--2}}']
    """
    file = TidyFile(text)
    within = Span(0, len(text)) if within is None else within
    done: Counter[str] = Counter()
    edits: list[Edit] = []
    for found in file.entries(within):
        if found.entry is not None and found.span.end >= within.start:
            new = _apply_all(found.entry, chosen, done)
            if new is not found.entry:
                edits.append(Edit(found.span, new.text))
    for action in chosen:
        moves = _moves(file, action)
        edits += [move for move in moves if _is_inside(move.span, within)]
    return edits


def _is_inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def counted(text: str, chosen: Sequence[Action]) -> Counter[str]:
    """Count the entries or places that each action would change by itself."""
    file = TidyFile(text)
    done: Counter[str] = Counter()
    for found in file.entries():
        if found.entry is None:
            continue
        for action in chosen:
            if _apply(found.entry, action) is not None:
                done[action.name] += 1
    for action in chosen:
        done[action.name] += len(_moves(file, action))
    return done


def _apply_all(
    entry: TidyEntry, chosen: Sequence[Action], done: Counter[str]
) -> TidyEntry:
    for action in chosen:
        changed = _apply(entry, action)
        if changed is not None:
            done[action.name] += 1
            entry = changed
    return entry


def _apply(entry: TidyEntry, action: Action) -> TidyEntry | None:
    """Return the changed entry; None where nothing changes, or the meaning would."""
    if action.of_entry is None or (action.moves_fields and entry.is_commented):
        return None
    text = apply_edits(entry.text, action.of_entry(entry))
    if text == entry.text:
        return None
    changed = tidy_entry(text, entry.context)
    if changed is None or changed.key != entry.key:
        return None
    if action.keeps_meaning and not changed.means_the_same_as(entry):
        return None
    return changed


def _moves(file: TidyFile, action: Action) -> list[Edit]:
    """Return the edits of an action on the order of entries."""
    if action.of_file is None:
        return []
    return list(action.of_file(file))


def _broken(found: EntryInFile, text: str, path: str, positions: Positions) -> Problem:
    message = "This entry is broken and was left as it is."
    position = found.span.start
    errors = entry_parts(text, found.scanned).errors
    if errors:
        first = errors[0]
        message = f"{message.rstrip('.')}: {first.message}."
        position = first.position
    place = Place(path, *positions.at(position))
    return Problem("broken-entry", message, place, "note", _how_to_open(found))


def _commented(found: EntryInFile, path: str, positions: Positions) -> Problem:
    place = Place(path, *positions.at(found.span.start))
    message = "This entry contains a comment, so its fields were not moved."
    return Problem("comment-in-entry", message, place, "note", _how_to_open(found))


def _how_to_open(found: EntryInFile) -> str:
    key = found.scanned.key
    if not key:
        return ""
    return f"`loccit edit {key}` opens it."
