"""A file of sources as every bibliography format reads it: keys at once, sources when
they are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.model import Edit, Place, Problem, Range, Source
from loccit.values.csl_types import CSL_TYPES

if TYPE_CHECKING:
    from hashlib import blake2b


class Reading(NamedTuple):
    """An entry that was read: its source, None if nothing could be read, and its
    problems.
    """

    source: Source | None
    problems: tuple[Problem, ...] = ()


class OwnFields(NamedTuple):
    """An entry as it is written in a .bib file: its type in lower case, and lower-case
    field names with their TeX.  An entry of another format has neither.
    """

    type: str = ""
    values: Mapping[str, str] = {}


class EntryIndex(NamedTuple):
    """What the cache keeps of a large file, to read only the entries that are asked for.

    Attributes:
        format: the name of the module in `formats/` that can open the index.
        text: the file's text; only its length and line ends are used.
        spans: where each entry begins and ends, in order; they don't overlap.
        keys: the key of each entry.
        columns: other numbers of each entry, by name.
        head: other values of the file, such as JSON has.
    """

    format: str
    text: str
    spans: Sequence[tuple[int, int]]
    keys: Sequence[str]
    columns: Mapping[str, Sequence[int]]
    head: Mapping[str, object]


class KeptIndex(Protocol):
    """An index that the cache has kept, and the entries of its file."""

    path: str
    keys: list[str]

    @property
    def columns(self) -> Mapping[str, Sequence[int]]:
        """The columns of the `EntryIndex`."""

    @property
    def head(self) -> Mapping[str, Any]:
        """Its head, which JSON has no types for."""

    def text(self, number: int) -> str:
        """Read an entry."""

    def position(self, number: int, offset: int = 0) -> tuple[int, int]:
        """Return the line and column of a place in an entry's text."""

    def file_text(self) -> str:
        """Read the whole file."""


class SourceFile(Protocol):
    """A file of sources.  An entry has an index, in file order, because two entries may
    have the same key.
    """

    @property
    def keys(self) -> Sequence[str]:
        """The key of each entry."""

    @property
    def made_keys(self) -> Mapping[int, str]:
        """The keys made of author and year for entries without one that can be typed,
        by the index of the entry.
        """

    @property
    def problems(self) -> Sequence[Problem]:
        """The problems that are known before an entry is read."""

    def cite_as(self, index: int, key: str) -> None:
        """Cite an entry by this key from now on; its text stays as it is."""

    def link(self, files: Sequence[SourceFile]) -> None:
        """Link to all files of the library, including this one: an entry may inherit
        from one in another file.
        """

    def read(self, index: int) -> Reading:
        """Read an entry."""

    def title(self, index: int) -> str:
        """Return an entry's title, with spans around what is protected: for a look at
        many, without reading the rest.
        """

    def place(self, index: int) -> Place:
        """Return where an entry begins."""

    def range_of(self, index: int, name: str) -> Range:
        """Find a field of an entry, or a CSL variable in a CSL file; the entry, where it
        has none of that name.
        """

    def own_fields(self, index: int) -> OwnFields:
        """Return an entry's type and fields, without what it inherits."""

    def edits(self, index: int, values: Mapping[str, str]) -> Sequence[Edit]:
        """Make the edits that give fields of an entry new values.

        There are none if the format is not changed in place, if another entry has the
        same key, or if nobody can say which part of the file the value is.

        Args:
            values: as in `Editable.change`.
        """

    def index(self) -> EntryIndex | None:
        """Return what the cache keeps of the file, if it is worth keeping."""

    def text(self, index: int) -> str:
        """Return an entry as it is in the file, in a form that is equal for equal
        entries.
        """

    def fingerprint(self, index: int) -> bytes | None:
        """Return 16 bytes that change with the entry; None if its source may change
        with other entries, to which it refers.
        """


def fingerprint(text: str) -> bytes:
    """Return 16 bytes that two texts share only if they are equal."""
    data = text.encode("utf-8", "surrogatepass")
    return _blake2b()(data, digest_size=16).digest()


@cache
def _blake2b() -> type[blake2b]:
    """Import the function once, for very many texts."""
    from hashlib import blake2b  # takes a while to import

    return blake2b


def type_problems(source: Source) -> tuple[Problem, ...]:
    """Report an unknown CSL type: with it, no style can distinguish a book from an
    article.
    """
    if source.type in CSL_TYPES:
        return ()
    from loccit.bibliography.suggestions import nearest  # imports rapidfuzz

    what = "has no `type`"
    if source.type:
        what = f"has the type `{source.type}`, which CSL doesn't know"
    near = nearest(source.type.replace("_", "-"), sorted(CSL_TYPES), 1)
    advice = "Give it one, such as `book`, `article-journal` or `webpage`."
    if near:
        advice = f"Did you mean `{near[0]}`?"
    message = f"The source `{source.key}` {what}."
    return (Problem("unknown-type", message, source.place, "warning", advice),)


class IndependentEntries:
    """Entries that refer to no others, in a file that is not changed in place."""

    def link(self, files: Sequence[SourceFile]) -> None:
        """Do nothing: these sources don't refer to others."""

    def own_fields(self, index: int) -> OwnFields:
        return OwnFields()

    def edits(self, index: int, values: Mapping[str, str]) -> Sequence[Edit]:
        return ()


class Sources(IndependentEntries):
    """Sources that were all read at once."""

    def __init__(
        self, sources: Sequence[Source], problems: Sequence[Problem] = ()
    ) -> None:
        self._sources = sources
        self.keys = [source.key for source in sources]
        self.made_keys: Mapping[int, str] = {}
        self.problems = problems

    def cite_as(self, index: int, key: str) -> None:
        self.keys[index] = key

    def read(self, index: int) -> Reading:
        return reading_of(self._sources[index], self.keys[index])

    def title(self, index: int) -> str:
        return self._sources[index].text("title")

    def place(self, index: int) -> Place:
        return self._sources[index].place

    def range_of(self, index: int, name: str) -> Range:
        return Range(self.place(index))

    def index(self) -> None:
        return None

    def text(self, index: int) -> str:
        return text_of_source(self._sources[index])

    def fingerprint(self, index: int) -> bytes:
        return fingerprint(self.text(index))


def reading_of(source: Source, key: str, problems: Sequence[Problem] = ()) -> Reading:
    """Return a source under the key that it is cited by, with its problems."""
    if source.key != key:
        source = replace(source, key=key)
    return Reading(source, (*problems, *type_problems(source)))


def text_of_source(source: Source) -> str:
    """Return a text that is equal for entries that say the same."""
    return repr((source.type, sorted(source.variables.items())))
