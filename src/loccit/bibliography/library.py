"""Library: the sources that a writer can cite, out of one file or many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

from loccit._startup.dataclass import replace
from loccit.bibliography.files import files_in, no_sources, read_data, read_file
from loccit.bibliography.source_file import Reading, SourceFile, Sources
from loccit.bibliography.suggestions import (
    folded_keys,
    nearest,
    unknown_key,
    unreadable_source,
)
from loccit.bibliography.title_habits import habits_of_file
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Severity, Source, TitleHabits

#: The front matter of an essay has CSL items, whose titles are sentences as CSL asks.
_HABITS_OF_ESSAY = TitleHabits(sentences=True)
#: How many sources that earlier essays cite are kept, some 5 KB each.
_MOST_KEPT = 10_000
#: For how many keys the nearest ones are kept: while somebody types, the same are asked
#: for again and again.
_MOST_NEAREST = 1_000


class Library:
    """Sources by key, in file order.  A source is read when it is first needed.

    If several entries have the same key, the first one counts.
    """

    def __init__(
        self,
        files: Sequence[SourceFile],
        problems: Iterable[Problem] = (),
        own: Sequence[Source] = (),
    ) -> None:
        """Join files to a library.

        Args:
            files: in order of precedence.
            problems: found while the files were opened.
            own: an essay's own sources, which override those of `files`.
        """
        self._read: dict[str, Reading] = {}
        self._kept: dict[str, Reading] = {}
        self._nearest: dict[tuple[str, int], tuple[str, ...]] = {}
        self._habits: dict[int, TitleHabits] = {0: _HABITS_OF_ESSAY}
        self._problems = list(problems)
        essay = Sources(own)
        self._files: list[SourceFile] = [essay, *files]
        if any(file.made_keys for file in files):
            # Most libraries have keys of their own.
            from loccit.bibliography.made_keys import tell_apart

            self._problems += tell_apart(self._files)
        #: The number of each file's first entry, counting the entries of all files.
        self._first = [0, *accumulate(len(file.keys) for file in self._files)]
        # One call in reverse order, since there may be very many: of entries with the
        # same key the first comes last, and stays.
        keys = [key for file in self._files for key in file.keys]
        numbers = range(len(keys) - 1, -1, -1)
        self._where = dict(zip(reversed(keys), numbers, strict=True))
        for file in self._files:
            file.link(self._files)
            self._problems += file.problems
        if len(self._where) < len(keys):
            self._problems += self._repeated_keys(keys)

    def with_sources(self, sources: Sequence[Source]) -> Library:
        """Return a library that has these sources, too, after its own."""
        own, *files = self._files
        own_sources = [own.read(index).source for index in range(len(own.keys))]
        return Library(
            [*files, Sources(sources)], self._problems, list(filter(None, own_sources))
        )

    def with_inline(self, items: Sequence[Mapping[str, object]]) -> Library:
        """Return a library that has the CSL items of an essay's front matter before its
        files.
        """
        return Library(self._files[1:], self._problems, _sources_of_items(items))

    def get(self, key: str) -> Source | None:
        """Return the source with that key; None if no source has it, or if its entry
        can't be read.
        """
        return self.reading(key).source

    def require(self, key: str) -> Source:
        """Return the source with that key.

        Raises:
            UnknownKey: no source has the key, or its entry can't be read; the error
                names the nearest keys.
        """
        source = self.get(key)
        if source is not None:
            return source
        if key in self:
            raise unreadable_source(key)
        raise unknown_key(key, self.nearest(key))

    def read_uncached(self, key: str) -> Source | None:
        """Do as `get`, but keep neither the source nor its problems: for a look at
        each of very many sources.
        """
        if key in self._read or key not in self._where:
            return self.get(key)
        return self._read_entry(key).source

    def text(self, key: str) -> str:
        """Return an entry as it is in its file, unparsed, in a form that has its words."""
        file, index = self.entry_of(key)
        return file.text(index)

    def entry_of(self, key: str) -> tuple[SourceFile, int]:
        """Return the file of the first entry with a key, and its index there.

        Raises:
            KeyError: no entry has the key.
        """
        return self._entry(self._where[key])

    def fingerprint(self, key: str) -> bytes | None:
        """Return bytes that change with an entry; None if its source may change while
        the entry does not.
        """
        file, index = self.entry_of(key)
        return file.fingerprint(index)

    @property
    def files(self) -> Sequence[SourceFile]:
        """The files of the sources; an essay's own sources are the first."""
        return self._files

    @cached_property
    def made_keys(self) -> frozenset[str]:
        """The keys that were made, since their entries have none that can be typed."""
        return frozenset(
            file.keys[index] for file in self._files for index in file.made_keys
        )

    def keys(self) -> Sequence[str]:
        """Return every key, in file order."""
        return tuple(self._keys)

    def __iter__(self) -> Iterator[Source]:
        """Yield every source that can be read; this reads all of them."""
        return filter(None, map(self.get, self._keys))

    def __len__(self) -> int:
        return len(self._where)

    def __contains__(self, key: object) -> bool:
        return key in self._where

    def nearest(self, key: str, n: int = 3) -> tuple[str, ...]:
        """Return up to `n` keys similar to a mistyped one, the most similar first."""
        if (key, n) not in self._nearest:
            if len(self._nearest) == _MOST_NEAREST:
                self._nearest.clear()
            near = nearest(key, self._keys, n + 1, self._folded)
            self._nearest[key, n] = tuple(each for each in near if each != key)[:n]
        return self._nearest[key, n]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the files, and of the sources read so far; `list(library)`
        reads them all.
        """
        found = dict.fromkeys(self._problems)
        for reading in self._read.values():
            found.update(dict.fromkeys(reading.problems))
        return tuple(found)

    def problems_of(self, key: str) -> tuple[Problem, ...]:
        """Return the problems of one entry."""
        return self.reading(key).problems

    def reading(self, key: str) -> Reading:
        """Return the source with that key, as `get` does, and its problems."""
        if key not in self._where:
            return Reading(None)
        if key not in self._read:
            self._read[key] = self._kept.get(key) or self._read_entry(key)
        return self._read[key]

    def forget_reading(self) -> None:
        """Begin with another essay: as in a library that was just opened, `problems`
        are those of the files until a source is asked for.

        What was read is kept, and not read again, up to a number of sources.
        """
        self._kept.update(self._read)
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        self._read.clear()

    def _read_entry(self, key: str) -> Reading:
        """Read an entry, with what the other titles of its file show."""
        number = self._where[key]
        file, index = self._entry(number)
        source, problems = read_entry(file, index)
        if source is not None:
            source = replace(source, habits=self._habits_of(self._file_of(number)))
        return Reading(source, problems)

    def _habits_of(self, file: int) -> TitleHabits:
        """Return how the titles of a file are typed."""
        if file not in self._habits:
            self._habits[file] = habits_of_file(self._files[file])
        return self._habits[file]

    def _file_of(self, number: int) -> int:
        return bisect_right(self._first, number) - 1

    def _entry(self, number: int) -> tuple[SourceFile, int]:
        """Return the file of the entry with that number, and its index there."""
        file = self._file_of(number)
        return self._files[file], number - self._first[file]

    @cached_property
    def _folded(self) -> list[str]:
        return folded_keys(self._keys)

    @cached_property
    def _keys(self) -> list[str]:
        return list(dict.fromkeys(key for file in self._files for key in file.keys))

    def _repeated_keys(self, keys: Sequence[str]) -> Iterator[Problem]:
        """Report entries whose key was used before; an essay's own source may use any
        key.
        """
        for number, key in enumerate(keys):
            first = self._where[key]
            if first != number and first >= self._first[1]:
                yield _repeated(key, self._entry(first), self._entry(number))


def read_entry(file: SourceFile, index: int) -> Reading:
    """Read an entry, whatever program exported it."""
    source, problems = file.read(index)
    if source is not None:
        # The completion of a key reads no entry, and must not wait for this.
        from loccit.bibliography.exporters import undo_habits

        source = undo_habits(source)
    return Reading(source, problems)


def read_entries(file: SourceFile) -> Iterator[Reading]:
    """Read all entries of a file as a library does, also those with the key of another."""
    habits = habits_of_file(file)
    for index in range(len(file.keys)):
        source, problems = read_entry(file, index)
        if source is not None:
            source = replace(source, habits=habits)
        yield Reading(source, problems)


def open_library(
    paths: str | Path | Iterable[str | Path],
    inline: Sequence[Mapping[str, object]] = (),
    contents: Mapping[Path, bytes] = MappingProxyType({}),
) -> Library:
    """The library in the given files and folders; a folder's files are those whose
    extension a format knows.

    What can't be read in a folder is a problem, and the rest is read.

    Args:
        paths: one or many, in order of precedence.
        inline: CSL items from an essay's front matter, which go before all files.
        contents: of files that an editor has open, by their absolute paths; they go
            before what is on the disk.

    Raises:
        UnreadableFile: a path that is missing, not permitted, of no known format, or a
            folder without sources.

    >>> library = open_library([], [{"id": "doe", "type": "book", "title": "A Book"}])
    >>> library.keys(), library.get("doe").text("title")
    (('doe',), 'A Book')
    """
    if isinstance(paths, Mapping):
        raise TypeError("open_library takes paths; read_library takes CSL items")
    files: list[SourceFile] = []
    problems: list[Problem] = []
    seen: set[Path] = set()
    for path in map(Path, [paths] if isinstance(paths, (str, Path)) else paths):
        for file in files_in(path):
            if file.resolve() in seen:
                continue
            seen.add(file.resolve())
            try:
                source_file, found = _read_file(file, contents)
            except UnreadableFile as error:
                if file == path:
                    raise
                place = error.place or Place(str(file))
                problems.append(
                    Problem(
                        "unreadable-file", error.message, place, "warning", error.advice
                    )
                )
            else:
                files.append(source_file)
                problems += found
                if not source_file.keys:
                    severity: Severity = "warning" if file == path else "note"
                    problems.append(no_sources(str(file), severity))
    return Library(files, problems, _sources_of_items(inline) if inline else ())


def _read_file(
    path: Path, contents: Mapping[Path, bytes]
) -> tuple[SourceFile, list[Problem]]:
    data = contents.get(path.absolute()) if contents else None
    return read_file(path) if data is None else read_data(data, path)


def read_library(sources: str | bytes | Iterable[Mapping[str, object]]) -> Library:
    """Return the library of sources that are in no file.

    Args:
        sources: the content of a file in any format, as text or bytes; or CSL-JSON items.

    Raises:
        UnreadableFile: a text is in no known format.
        TypeError: `sources` is neither.

    >>> read_library("@book{doe, title={Emma}}").keys()
    ('doe',)
    >>> read_library([{"id": "doe", "type": "book", "title": "Emma"}]).keys()
    ('doe',)
    """
    if isinstance(sources, str):
        sources = sources.encode()
    if isinstance(sources, bytes):
        file, problems = read_data(sources, Path("-"))
        return Library([file], problems)
    items = [sources] if isinstance(sources, Mapping) else list(sources)
    if not all(isinstance(item, Mapping) for item in items):
        raise TypeError("CSL items are dicts, each with an `id` and a `type`")
    return Library([], own=_sources_of_items(items))


def _sources_of_items(items: Iterable[Mapping[str, object]]) -> list[Source]:
    """Read CSL items in Markdown from front matter."""
    # Few essays have any.
    from loccit.bibliography.formats.csl_json.items import source_of_item
    from loccit.bibliography.formats.csl_yaml.markdown import from_markdown

    sources = [source_of_item(from_markdown(item)) for item in items]
    return [source for source in sources if source.key]


def _repeated(
    key: str, first: tuple[SourceFile, int], again: tuple[SourceFile, int]
) -> Problem:
    first_file, first_index = first
    file, index = again
    where = first_file.place(first_index)
    place = file.place(index)
    if first_file.text(first_index) == file.text(index):
        message = f"Exact duplicate of `{key}` at {where}."
        return Problem("duplicate-key", message, place, "note", "Delete one of them.")
    message = f"The key `{key}` is already used at {where}; citations mean that source."
    advice = "Give one of them another key."
    return Problem("duplicate-key", message, place, "warning", advice)
