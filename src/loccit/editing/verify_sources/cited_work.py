"""A work that is cited, with its place."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.bibliography import SourceFile
from loccit.lint.rule import CheckedEntry
from loccit.lookup.verify import AskedWork
from loccit.model import Edit, Range, Source


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry in a file of sources.

    Attributes:
        file: the file.
        index: of the entry in it.
    """

    file: SourceFile
    index: int

    def range_of(self, source: Source, variable: str) -> Range:
        """Return where a variable is, or the whole entry, where it has none."""
        checked = CheckedEntry(source, *self.file.own_fields(self.index))
        return self.file.range_of(self.index, checked.field_of(variable) or variable)

    def edits(self, fields: dict[str, str]) -> tuple[Edit, ...]:
        """Return the edits that give it other fields, written as in a .bib file."""
        return tuple(self.file.edits(self.index, fields))

    def has_field(self, name: str) -> bool:
        """Return whether it has a field of its own, in a .bib file."""
        return name in self.file.own_fields(self.index).values


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that is cited.

    Attributes:
        work: what is known of it.
        place: where it is described: in a library, or in the list of an essay.
        entry: its entry, if it is in a file of sources.
    """

    work: AskedWork
    place: Range
    entry: StoredEntry | None = None

    @property
    def key(self) -> str:
        """Its key; "" in a typed list."""
        return self.work.source.key

    def range_of(self, variable: str) -> Range:
        """Return where a variable of it is, as closely as that is known."""
        if self.entry is None:
            return self.place
        return self.entry.range_of(self.work.source, variable)
