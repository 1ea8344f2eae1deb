"""Bibliography files that can be changed in place, by edits that leave all other text as
it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from loccit.errors import InvalidChange
from loccit.model import Edit, Source


class Editable(Protocol):
    """The text of a file, and the edits that change it.  Keys are those in `keys`; if
    several entries have the same key, the first one is meant.
    """

    text: str

    @property
    def keys(self) -> Sequence[str]:
        """The key of each entry, in file order."""

    def can_have(self, key: str) -> bool:
        """Return whether an entry of the file can have that key."""

    def entry(self, key: str) -> str:
        """Return the text of an entry."""

    def add(self, sources: Iterable[Source]) -> list[Edit]:
        """Add entries after the others."""

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        """Set fields of an entry to values as written in a .bib file; an empty value
        removes the field.

        Raises:
            InvalidChange: the file can't have such a value or name, or the entry is
                broken.
        """

    def values(self, key: str) -> Mapping[str, object]:
        """Return the type and the fields of an entry as its format has them: TeX in a
        .bib file, where the type is `entrytype`, and values of JSON in CSL.
        """

    def update(self, key: str, values: Mapping[str, object]) -> list[Edit]:
        """Give fields of an entry such values; None removes one.

        Raises:
            InvalidChange: the entry is broken.
        """

    def replace(self, key: str, new: str) -> list[Edit]:
        """Replace the text of an entry.

        Raises:
            InvalidChange: the new text is not one entry with that key; the error's place
                is in that text.
        """

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        """Change keys, old to new, in the entries that have them and wherever the file
        refers to them.

        Raises:
            InvalidChange: the file can't have such a key.
        """

    def give_keys(self, keys: Mapping[int, str]) -> list[Edit]:
        """Write keys into entries that have none.

        Args:
            keys: the new keys, by the index that an entry has in its `SourceFile`.
        """

    def remove(self, keys: Collection[str]) -> list[Edit]:
        """Remove entries.

        Raises:
            InvalidChange: one is broken, so that its end is unknown.
        """

    def leaning_on(self, key: str) -> list[str]:
        """Return the keys of the entries that inherit from this one or refer to it."""


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
