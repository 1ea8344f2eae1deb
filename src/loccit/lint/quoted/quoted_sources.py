"""Look quotations up in all files of their sources, each of which is read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile
from loccit.lint.quoted.files import Files, SourceFiles
from loccit.lint.quoted.look_up import Found, QuotedFile, open_file
from loccit.model import Place, Source

#: What tells sources apart; those of a typed list have no key.
_Name: TypeAlias = "tuple[str, Place, str]"


class Answer(NamedTuple):
    """What a file says of a quotation.

    Attributes:
        path: of the file.
        found: where the words are in it; None if they are not.
        is_scan: whether a program read it from pictures.
        error: why the file can't be searched.
    """

    path: Path
    found: Found | None = None
    is_scan: bool = False
    error: UnreadableFile | None = None

    @property
    def rank(self) -> int:
        """How much it speaks for the quotation."""
        if self.error or not self.found:
            return 0
        if self.found.differences:
            return 1 if self.found.is_sure else 2
        return 3 if self.found.is_on_page is False else 4


class QuotedSources:
    """The sources that an essay quotes."""

    def __init__(self, folder: Path, sources: Iterable[Source]) -> None:
        """Find their files.

        Args:
            folder: with files; see `SourceFiles`.
            sources: all that the essay cites, any number of times.
        """
        once = {_name(source): source for source in sources}
        self._files = SourceFiles(folder, list(once.values()))
        self._found: dict[_Name, Files] = {}
        self._open: dict[tuple[Path, str], QuotedFile | UnreadableFile] = {}

    def files_of(self, source: Source) -> Files:
        """Return the files of a source."""
        name = _name(source)
        if name not in self._found:
            self._found[name] = self._files.of(source)
        return self._found[name]

    def look_up(self, typed: str, source: Source, locator: str) -> Iterator[Answer]:
        """Look a quotation up; yield the answer of each file of its source.  Rivals are
        not asked.

        Args:
            typed: the words.
            source: that they are quoted from.
            locator: the pages that the citation names.
        """
        files = self.files_of(source)
        for path in () if files.are_rivals else files.paths:
            file = self._file(path, source.text("page"))
            if isinstance(file, UnreadableFile):
                yield Answer(path, error=file)
            else:
                yield Answer(path, file.look_up(typed, locator), file.is_scan)

    def _file(self, path: Path, of_source: str) -> QuotedFile | UnreadableFile:
        if (path, of_source) not in self._open:
            try:
                self._open[path, of_source] = open_file(path, of_source)
            except UnreadableFile as error:
                self._open[path, of_source] = error
        return self._open[path, of_source]


def _name(source: Source) -> _Name:
    return source.key, source.place, source.text("title")


def short_name(source: Source) -> str:
    """Return an author and the year, or else the title.

    >>> from loccit.model import Name
    >>> short_name(Source("a", "book", {"author": (Name("Doe"),)})), short_name(Source("b", "book"))
    ('Doe (n.d.)', '`b`')
    """
    names = source.names("author") or source.names("editor")
    if not names:
        return source.plain("title") or f"`{source.key}`"
    issued = source.date("issued")
    year = issued.start.year if issued and issued.start else "n.d."
    return f"{names[0].family or names[0].literal} ({year})"
