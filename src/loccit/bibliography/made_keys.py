"""Tell the keys apart that were made for entries of several files, so that none hides
another.

Within a file, made keys differ already.  In a library, a key that somebody chose goes
before one that was made; of the entries for which the same key was made, the first by
its content has it, and the others get a letter.  So the order of the files does not
matter.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.keys import with_letters
from loccit.bibliography.source_file import SourceFile
from loccit.model import Place, Problem


class _Entry(NamedTuple):
    """An entry of a file, by its number there."""

    file: SourceFile
    number: int

    @property
    def text(self) -> str:
        return self.file.text(self.number)

    @property
    def place(self) -> Place:
        return self.file.place(self.number)

    def title(self) -> str:
        """Return the title in lower case, by which entries are put in order."""
        source = self.file.read(self.number).source
        return source.plain("title").lower() if source else ""


def tell_apart(files: Sequence[SourceFile]) -> Iterator[Problem]:
    """Cite each entry whose key was made by a key that no other entry has, and report
    those that could not keep theirs.
    """
    made = _entries_by_made_key(files)
    chosen = _chosen_entries(files, made)
    taken = made.keys() | {key for file in files for key in file.keys}
    for key in sorted(made):
        owner = chosen.get(key)
        if owner is None and len(made[key]) == 1:
            [only] = made[key]
            only.file.cite_as(only.number, key)
            continue
        free = (each for each in with_letters(key) if each not in taken)
        for copies in _distinct(made[key]):
            given = next(free) if owner else key
            for entry in copies:
                entry.file.cite_as(entry.number, given)
            if owner:
                yield _not_kept(key, owner.place, given, copies[0].place)
            owner = owner or copies[0]


def _chosen_entries(
    files: Iterable[SourceFile], keys: Container[str]
) -> dict[str, _Entry]:
    """Return the first entry that has one of the keys as its own."""
    chosen: dict[str, _Entry] = {}
    for file in files:
        for index, key in enumerate(file.keys):
            if key in keys and index not in file.made_keys:
                chosen.setdefault(key, _Entry(file, index))
    return chosen


def _entries_by_made_key(files: Iterable[SourceFile]) -> dict[str, list[_Entry]]:
    made: dict[str, list[_Entry]] = {}
    for file in files:
        for index, key in file.made_keys.items():
            made.setdefault(key, []).append(_Entry(file, index))
    return made


def _distinct(entries: Iterable[_Entry]) -> list[list[_Entry]]:
    """Return entries by title; copies of one are together, as they are one source."""
    by_text: dict[str, list[_Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.title(), entry.text)):
        by_text.setdefault(entry.text, []).append(entry)
    return list(by_text.values())


def _not_kept(key: str, owner: Place, given: str, place: Place) -> Problem:
    message = (
        f"This source has no key of its own, and `{key}` is the one at {owner}; it is "
        f"cited as `{given}`."
    )
    advice = "Give it a key that stays: `loccit keys --write` does, or `loccit import`."
    return Problem("missing-key", message, place, "warning", advice)
