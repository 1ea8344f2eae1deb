"""Find the files of sources: those that the library names, and those in a folder.

A file of the folder is a source's if its name says so, else if its first page does; what
fits two sources, or one of two files that fit a source, is nobody's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from loccit.errors import UnreadableFile
from loccit.lint.quoted.files.file_field import paths_in
from loccit.lint.quoted.files.file_name import Fit, family_of, fit_of
from loccit.lint.quoted.letters import letters_of
from loccit.lint.quoted.read_file import EXTENSIONS, read_file
from loccit.model import Source

#: The most files of a folder that are looked at, and whose first pages are.
_MOST_FILES = 20_000
_MOST_READ = 200
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
            sources: whose files may be in the folder.
        """
        self._folder = folder
        self._sources = sources
        self._paths = list(_files_in(folder))
        self._first_pages: dict[Path, str] = {}

    def of(self, source: Source) -> Files:
        """Return the files of a source."""
        linked = list(dict.fromkeys(self._linked(source)))
        if linked:
            return Files(linked)
        return self._of_name(source) or self._of_first_page(source)

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

    def _of_name(self, source: Source) -> Files | None:
        fits = [fit_of(path.stem, source) for path in self._paths]
        best = max(fits, default=Fit.NONE)
        if best is Fit.NONE:
            return None
        paths = [
            path
            for path, fit in zip(self._paths, fits, strict=True)
            if fit is best and not self._fits_another(path, source, best)
        ]
        return self._chosen(paths, source) if paths else None

    def _fits_another(self, path: Path, source: Source, fit: Fit) -> bool:
        """Return whether the name of a file fits another source as well, and its first
        page does not decide for this one.
        """
        return any(
            fit_of(path.stem, other) >= fit and not self._names(path, source)
            for other in self._sources
            if other != source
        )

    def _of_first_page(self, source: Source) -> Files:
        free = [path for path in self._paths if not self._is_named(path)]
        if len(free) > _MOST_READ:
            return Files()
        return self._chosen(
            [each for each in free if self._names(each, source)], source
        )

    def _is_named(self, path: Path) -> bool:
        """Return whether a file is named after any source."""
        return any(fit_of(path.stem, source) for source in self._sources)

    def _chosen(self, paths: Sequence[Path], source: Source) -> Files:
        """Choose one of several files: the PDF, which has pages, of those with the same
        name; that whose first page names the source.
        """
        same_name = len({path.with_suffix("") for path in paths}) == 1
        pdfs = [path for path in paths if path.suffix.lower() == ".pdf"]
        if len(paths) > 1 and same_name and len(pdfs) == 1:
            return Files(pdfs)
        if len(paths) > 1:
            named = [path for path in paths if self._names(path, source)]
            paths = named if len(named) == 1 else paths
        return Files(paths, are_rivals=len(paths) > 1)

    def _names(self, path: Path, source: Source) -> bool:
        """Return whether the first page of a file has the DOI of a source, or its title
        and author.
        """
        page = self._first_page(path)
        doi = letters_of(source.text("DOI"))
        if len(doi) >= _DOI and doi in page:
            return True
        title = letters_of(source.plain("title"))
        family = "".join(family_of(source))
        return len(title) >= _LONG_TITLE and title in page and family in page

    def _first_page(self, path: Path) -> str:
        if path not in self._first_pages:
            try:
                text = read_file(path).texts[0][:_FIRST]
            except UnreadableFile:
                text = ""
            self._first_pages[path] = letters_of(text)
        return self._first_pages[path]


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
