"""Find the files of sources: those that the library names, and those in a folder.

A file of the folder is a source's if its name says so, else if its first page does; what
fits two sources, or one of two files that fit a source, is nobody's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile
from loccit.lint.quoted.files.file_field import paths_in
from loccit.lint.quoted.files.file_name import FileName, Fit, SourceName
from loccit.lint.quoted.letters import letters_of
from loccit.lint.quoted.read_file import EXTENSIONS, read_file
from loccit.model import Source

#: The most files of a folder that are looked at, and whose first pages are.
_MOST_FILES = 20_000
_MOST_READ = 100
#: Characters of a first page; a text without pages may cite others below them.
_FIRST = 4000
#: Letters of a title that no first page has by accident, and of a DOI.
_LONG_TITLE = 15
_DOI = 8


class Files(NamedTuple):
    """The files of a source.

    Attributes:
        paths: of the files; none if it has none.
        are_rivals: whether each may be the source's, and at most one is.
    """

    paths: Sequence[Path] = ()
    are_rivals: bool = False


class SourceFiles:
    """The files of sources."""

    def __init__(self, folder: Path, sources: Sequence[Source]) -> None:
        """List the files.

        Args:
            folder: with files, in folders of it, too.
            sources: all whose files may be in the folder, each once.
        """
        self._folder = folder
        self._sources = sources
        self._paths = list(_files_in(folder))
        self._names = [SourceName(source) for source in sources]
        self._first_pages: dict[Path, str] = {}

    @cached_property
    def _fits(self) -> Mapping[Path, Sequence[Fit]]:
        """How each file fits each source by its name."""
        files = [(path, FileName(path.stem)) for path in self._paths]
        return {path: [name.fit(file) for name in self._names] for path, file in files}

    @cached_property
    def _free(self) -> Sequence[Path]:
        """The files that are named after no source; their first pages are read."""
        free = [path for path, fits in self._fits.items() if not any(fits)]
        if len(free) > _MOST_READ:
            return []
        # Other processes read PDFs meanwhile.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            self._first_pages.update(
                zip(free, pool.map(_first_page, free), strict=True)
            )
        return free

    def of(self, source: Source) -> Files:
        """Return the files of one of the sources."""
        linked = list(dict.fromkeys(self._linked(source)))
        if linked:
            return Files(linked)
        number = self._sources.index(source)
        return self._of_name(number) or self._of_first_page(number)

    # Named by the library

    def _linked(self, source: Source) -> Iterator[Path]:
        field = source.custom.get("file")
        if isinstance(field, str):
            for path in paths_in(field):
                yield from self._existing(path, Path(source.place.path).parent)

    def _existing(self, path: str, beside: Path) -> Iterator[Path]:
        """Yield where a named file is: beside the library, without the slash that
        Mendeley leaves out, or moved to the folder.
        """
        name = path.replace("\\", "/")
        moved = [each for each in self._paths if each.name == name.rpartition("/")[2]]
        places = [beside / path, Path("/", path), self._folder / path]
        if len(moved) == 1:
            places += moved
        with suppress(OSError, ValueError):  # a name that no file can have
            yield from [place for place in places if place.is_file()][:1]

    # In the folder

    def _of_name(self, number: int) -> Files | None:
        best = max((fits[number] for fits in self._fits.values()), default=Fit.NONE)
        if best is Fit.NONE:
            return None
        paths = [
            path
            for path, fits in self._fits.items()
            if fits[number] is best and self._is_own(path, number)
        ]
        return self._chosen(paths, number) if paths else None

    def _is_own(self, path: Path, number: int) -> bool:
        """Return whether the name of a file fits no other source as well, or else its
        first page names this one.
        """
        own = self._fits[path][number]
        as_well = sum(fit >= own for fit in self._fits[path])
        return as_well == 1 or self._is_on_first_page(path, number)

    def _of_first_page(self, number: int) -> Files:
        paths = [path for path in self._free if self._is_on_first_page(path, number)]
        return self._chosen(paths, number)

    def _chosen(self, paths: Sequence[Path], number: int) -> Files:
        """Choose one of several files: the PDF, which has pages, of those with the same
        name; that whose first page names the source.
        """
        same_name = len({path.with_suffix("") for path in paths}) == 1
        pdfs = [path for path in paths if path.suffix.lower() == ".pdf"]
        if len(paths) > 1 and same_name and len(pdfs) == 1:
            return Files(pdfs)
        if len(paths) > 1:
            named = [path for path in paths if self._is_on_first_page(path, number)]
            paths = named if len(named) == 1 else paths
        return Files(paths, are_rivals=len(paths) > 1)

    def _is_on_first_page(self, path: Path, number: int) -> bool:
        """Return whether the first page of a file has the DOI of a source, or its title
        and author.
        """
        if path not in self._first_pages:
            self._first_pages[path] = _first_page(path)
        page, source = self._first_pages[path], self._names[number]
        if len(source.doi) >= _DOI and source.doi in page:
            return True
        has_title = len(source.title) >= _LONG_TITLE and source.title in page
        return has_title and "".join(source.family) in page


def _first_page(path: Path) -> str:
    """Return the letters at the beginning of a file; none if it can't be read."""
    try:
        return letters_of(read_file(path).texts[0][:_FIRST])
    except UnreadableFile:
        return ""


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that can be read, in order."""
    left = _MOST_FILES
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            path = Path(name, file)
            if path.suffix.lower() in EXTENSIONS and path.is_file():
                yield path
        left -= len(files)
        if left < 0:
            return
