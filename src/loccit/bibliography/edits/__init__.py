"""Changing a bibliography file: edits of its text that leave all else as it is, one format a file.

The folder `formats` is the list; a format that has no module here is read and written, but not changed in place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from loccit.bibliography.edits import formats
from loccit.bibliography.formats import format_of
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Source


class Editable(Protocol):
    """The text of a file, and the edits that change it.  Keys are those of `keys`; of one that is there twice, the
    first entry is meant.
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
        """Fields of an entry with new values, as one writes them in a .bib file; an empty one takes the field out.

        Raises:
            InvalidChange: a value or a name can't stand in the file, or the entry is broken.
        """

    def replace(self, key: str, new: str) -> list[Edit]:
        """An entry with new text.

        Raises:
            InvalidChange: it is not that of one entry with that key; the error's place is in it.
        """

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        """Other keys, old to new, in the entries that have them (if there are any) and wherever the file names them.

        Raises:
            InvalidChange: a key can't stand in such a file.
        """

    def remove(self, keys: Collection[str]) -> list[Edit]:
        """Without these entries.

        Raises:
            InvalidChange: one is broken, so that nobody knows where it ends.
        """

    def leaning_on(self, key: str) -> list[str]:
        """The keys of the entries that name this one: they inherit from it, or are related to it."""


def editable(text: str, path: str, extension: str) -> Editable:
    """The text of a file in a format that can be changed in place.

    Raises:
        InvalidChange: it is in another format.
        UnreadableFile: it is not what its format says it is.
    """
    format_ = format_of(text, extension)
    for name in sorted(module.name for module in iter_modules(formats.__path__)):
        module = import_module(f"{formats.__name__}.{name}")
        if format_ and module.NAME == format_.NAME:
            opened: Editable = module.open_text(text, path)
            return opened
    what = f"This file is in the format {format_.NAME}" if format_ else "This file is in no format"
    raise InvalidChange(
        f"{what}, which is not changed in place.",
        place=Place(path),
        advice="`loccit import` takes its sources into a .bib file.",
    )
