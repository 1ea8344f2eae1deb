"""A bibliography file that can be changed in place: edits of its text that leave all
else as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from loccit.errors import InvalidChange
from loccit.model import Edit, Source


class Editable(Protocol):
    """The text of a file, and the edits that change it.  Keys are those of `keys`; of
    one that is there twice, the first entry is meant.
    """

    text: str

    @property
    def keys(self) -> Sequence[str]:
        """The key of each entry, in file order."""

    def can_have(self, key: str) -> bool:
        """Whether an entry of the file can have that key."""

    def entry(self, key: str) -> str:
        """An entry as it stands."""

    def add(self, sources: Iterable[Source]) -> list[Edit]:
        """New entries, behind the others."""

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        """Fields of an entry with new values, as one writes them in a .bib file; an
        empty one takes the field out.

        Raises:
            InvalidChange: a value or a name can't stand in the file, or the entry is broken.
        """

    def replace(self, key: str, new: str) -> list[Edit]:
        """An entry with new text.

        Raises:
            InvalidChange: it is not that of one entry with that key; the error's place is in it.
        """

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        """Other keys, old to new, in the entries that have them (if there are any) and
        wherever the file names them.

        Raises:
            InvalidChange: a key can't stand in such a file.
        """

    def remove(self, keys: Collection[str]) -> list[Edit]:
        """Without these entries.

        Raises:
            InvalidChange: one is broken, so that nobody knows where it ends.
        """

    def leaning_on(self, key: str) -> list[str]:
        """The keys of the entries that name this one: they inherit from it, or are
        related to it.
        """


class FieldEdits:
    """The edits that change fields of a file's entries, where it is plain which entry
    and which part of the file is meant.
    """

    def __init__(self, editable: Editable) -> None:
        self._editable = editable
        self._count = Counter(editable.keys)

    def change(self, key: str, values: Mapping[str, str]) -> Sequence[Edit]:
        """Make the edits of `Editable.change`; none where the key is used twice, or the
        entry can't be changed.
        """
        if self._count[key] != 1:
            return ()
        try:
            return self._editable.change(key, values)
        except InvalidChange:
            return ()
