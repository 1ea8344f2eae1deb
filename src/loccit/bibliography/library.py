"""Library: the sources that a writer can cite, out of one file or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from loccit.bibliography.csl_items import source_of_item
from loccit.bibliography.decode import decode
from loccit.bibliography.formats import Format, format_named, format_of, formats
from loccit.bibliography.source_file import Reading, SourceFile, Sources
from loccit.errors import LoccitError, UnreadableFile
from loccit.model import Place, Problem, Severity, Source


class Library:
    """Sources by key, in file order.  A source is parsed when it is first asked for.

    Where a key stands twice, the first entry is taken.
    """

    def __init__(
        self, files: Sequence[SourceFile], problems: Iterable[Problem] = (), own: Sequence[Source] = ()
    ) -> None:
        """`own` are an essay's own sources, which may stand in for those of `files`."""
        self._where: dict[str, tuple[SourceFile, int]] = {}
        self._read: dict[str, Reading] = {}
        self._problems = list(problems)
        essay = Sources(own)
        all_files: list[SourceFile] = [essay, *files]
        for file in all_files:
            file.join(all_files)
            self._problems += file.problems
            for index, key in enumerate(file.keys):
                first = self._where.setdefault(key, (file, index))
                if first != (file, index) and first[0] is not essay:
                    self._problems.append(_repeated(key, first, (file, index)))

    def get(self, key: str) -> Source | None:
        """The source with that key; None if there is none, or if nothing could be made of its entry."""
        return self._reading(key).source

    def keys(self) -> Sequence[str]:
        """Every key, in file order."""
        return tuple(self._where)

    def __iter__(self) -> Iterator[Source]:
        """Every source that can be read; this parses all that has not been asked for."""
        return (source for key in self._where if (source := self.get(key)))

    def __len__(self) -> int:
        return len(self._where)

    def __contains__(self, key: object) -> bool:
        return key in self._where

    def nearest(self, key: str, n: int = 3) -> tuple[str, ...]:
        """Up to `n` keys like the mistyped one, the likeliest first."""
        from loccit.bibliography.nearest import nearest

        return nearest(key, tuple(self._where), n)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files, and with the sources read so far; `list(library)` reads them all."""
        return tuple(self._problems) + tuple(problem for reading in self._read.values() for problem in reading.problems)

    def problems_of(self, key: str) -> tuple[Problem, ...]:
        """What is wrong with one source's entry."""
        return self._reading(key).problems

    def _reading(self, key: str) -> Reading:
        if key not in self._where:
            return Reading(None)
        if key not in self._read:
            file, index = self._where[key]
            self._read[key] = file.read(index)
        return self._read[key]


def open_library(paths: Iterable[Path], inline: Sequence[Mapping[str, object]] = ()) -> Library:
    """The library in the given files and folders; a folder's files are those whose extension a format knows.

    Args:
        paths: in order of precedence.
        inline: CSL items from an essay's front matter, which go before all files.

    Raises:
        UnreadableFile: a path that is missing, not permitted, of no known format, or a folder without sources.
    """
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for path in paths:
        for file in _files(path):
            format_ = _format_of(file)
            text, encoding = _read_text(file)
            if encoding not in ("UTF-8", "UTF-16"):
                problems.append(
                    Problem(
                        "not-utf-8",
                        f"This file is not in UTF-8; it was read as {encoding}.",
                        Place(str(file)),
                        "note",
                        "Save it as UTF-8 if letters with accents come out wrong.",
                    )
                )
            files.append(format_.read(text, str(file)))
    own = [source for source in map(source_of_item, inline) if source.key]
    return Library(files, problems, own)


def write_sources(sources: Iterable[Source], format_name: str) -> str:
    """The sources as the text of a file.

    Raises:
        LoccitError: no format of that name.
    """
    format_ = format_named(format_name)
    if format_ is None:
        known = ", ".join(f"`{known.NAME}`" for known in formats())
        raise LoccitError(f"There is no bibliography format `{format_name}`.", advice=f"There are {known}.")
    return format_.write(sources)


def _repeated(key: str, first: tuple[SourceFile, int], again: tuple[SourceFile, int]) -> Problem:
    (first_file, first_index), (file, index) = first, again
    where = first_file.place(first_index)
    severity: Severity
    if first_file.text(first_index) == file.text(index):
        message, severity, advice = f"The source `{key}` stands here as at {where}, the same.", "note", "One can go."
    else:
        message = f"The key `{key}` is already taken by another source at {where}, which is the one used."
        severity, advice = "warning", "Give one of them another key."
    return Problem("duplicate-key", message, file.place(index), severity, advice)


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        found = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
    except OSError as error:
        raise _unreadable(path, error) from error
    known = [file for file in found if format_of(file.suffix)]
    if not known:
        raise UnreadableFile(
            "There are no sources in this folder.",
            place=Place(str(path)),
            advice=f"Put a file there that ends in {_extensions()}.",
        )
    return known


def _format_of(path: Path) -> Format:
    if format_ := format_of(path.suffix):
        return format_
    what = f"Files that end in `{path.suffix}` are" if path.suffix else "A file without an extension is"
    raise UnreadableFile(
        f"{what} in no bibliography format that is known.",
        place=Place(str(path)),
        advice=f"Known are {_extensions()}.",
    )


def _extensions() -> str:
    return ", ".join(f"`{extension}`" for format_ in formats() for extension in format_.EXTENSIONS)


def _read_text(path: Path) -> tuple[str, str]:
    try:
        return decode(path.read_bytes())
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    place = Place(str(path))
    if isinstance(error, FileNotFoundError):
        return UnreadableFile("There is no such file.", place=place, advice="Check the name and the folder.")
    if isinstance(error, PermissionError):
        return UnreadableFile("This file may not be read.", place=place, advice="Ask its owner for permission.")
    return UnreadableFile(f"This file can't be read: {error.strerror}.", place=place)
