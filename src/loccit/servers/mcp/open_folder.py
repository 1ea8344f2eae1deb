"""The folder that an assistant may use, and nothing outside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.drafting.essay.saved import is_written_as_text
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.drafting.opened.session import EssaySession
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.watching.folder_paths import existing_file, new_file
from loccit.errors import LoccitError, NoBibliography, UnknownStyle, UnreadableFile
from loccit.essays import Essay, open_essay, read_essay
from loccit.essays.formats import by_extension, formats
from loccit.essays.key_citation import KeyCitation
from loccit.model import Place, Problem
from loccit.workspace.essay_files import find_essay_files
from loccit.workspace.essay_library import essay_settings
from loccit.workspace.library_paths import bibliography_paths
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings

#: Characters of a text, and bytes of a file, that are read for an assistant: a thesis
#: has a million, a document with pictures ten.
LONGEST_TEXT = 2_000_000
_LARGEST_FILE = 50_000_000
_STYLE = ".csl"


class OpenFolder:
    """A folder with essays and a library.

    Attributes:
        path: the folder, absolute, without symbolic links.
        allows_writes: whether an assistant may change files.
        is_offline: whether the network is not to be asked.
    """

    def __init__(
        self, path: Path, *, allows_writes: bool = False, is_offline: bool = False
    ) -> None:
        self.path = path.resolve()
        self.allows_writes = allows_writes
        self.is_offline = is_offline
        self._workspace = Workspace([self.path])

    @property
    def project(self) -> Project:
        """The settings and the library that the user has chosen for the folder.

        Raises:
            InvalidSettings: a settings file has a mistake.
        """
        return find_project(start=self.path)

    def library(self) -> OpenLibrary:
        """Return the library.

        Raises:
            NoBibliography: there is none.
            LoccitError: it can't be read.
        """
        library = self._workspace.library(self.path)
        if library.error:
            raise library.error
        if not library.paths:
            raise NoBibliography(
                "There is no library in this folder yet.",
                advice="The user makes one with `loccit add`.",
            )
        return library

    def essays(self) -> list[str]:
        """Return the names of the essays, which `essay` takes.

        Raises:
            InvalidSettings: a settings file has a mistake.
        """
        paths = [path.absolute() for path in find_essay_files([self.path]).essays]
        return [self.name(path) for path in paths if path.is_relative_to(self.path)]

    def essay(self, name: str, style: str = "", lang: str = "") -> OpenEssay:
        """Open an essay of the folder.

        Args:
            name: of its file, relative to the folder, with `/`.
            style, lang: instead of its own.

        Raises:
            LoccitError: there is no such essay in the folder, or it can't be read, or
                it names a library or a style outside the folder.
        """
        path = existing_file(self.path, name)
        if not by_extension(path.suffix):
            raise UnreadableFile("This is not an essay.", place=Place(name))
        if path.stat().st_size > _LARGEST_FILE:
            raise UnreadableFile("This essay is too large.", place=Place(name))
        return self._opened(open_essay(path), style, lang)

    def text(
        self, text: str, format_: str, style: str = "", lang: str = ""
    ) -> OpenEssay:
        """Open a text as if it was an essay in the folder.

        Args:
            text: the text.
            format_: the name of its format.
            style, lang: instead of its own.

        Raises:
            LoccitError: as `essay`.
        """
        known = formats().get(format_)
        if known is None or not is_written_as_text(format_):
            texts = filter(is_written_as_text, sorted(formats()))
            raise LoccitError(
                f"A text can't have the format `{format_}`.",
                advice=f"Formats are: {', '.join(texts)}.",
            )
        if len(text) > LONGEST_TEXT:
            raise LoccitError("This text is too long.", advice="Send a part of it.")
        path = self.path / f"text{known.EXTENSIONS[0]}"
        data = text.encode("utf-8", "replace")
        return self._opened(read_essay(data, str(path), format_), style, lang)

    def markdown_like(self, essay: OpenEssay, citation: KeyCitation) -> OpenEssay:
        """Open a text that has one citation, with the settings and the library of an
        essay.
        """
        path = str(self.path / "text.md")
        [typed, *_] = read_essay(b"", path).document.key_citations(citation)
        # A line that begins with `@key.` is an example of a list (pandoc, "Numbered
        # example lists").
        read = read_essay(f"So {typed}.\n".encode(), path)
        settings = essay.given_settings
        return OpenEssay(essay.path, 0, read, essay.library, settings, EssaySession())

    def new_file(self, name: str) -> Path:
        """Return where a new file of this name is in the folder.

        Raises:
            UnwritableFile: it is there already, or outside the folder.
        """
        return new_file(self.path, name)

    def name(self, path: Path) -> str:
        """Return the name of a file as assistants have it; a file outside of the folder
        has its last name only.
        """
        if path.is_relative_to(self.path):
            return path.relative_to(self.path).as_posix()
        return path.name

    def shown(self, message: str) -> str:
        """Return a message in which files have their names in the folder."""
        return message.replace(f"{self.path}{os.sep}", "")

    def named(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield problems with the names of files as assistants have them."""
        for problem in problems:
            path = problem.place.path and self.name(Path(problem.place.path))
            yield replace(problem, place=replace(problem.place, path=path))

    def _opened(self, essay: Essay, style: str, lang: str) -> OpenEssay:
        self._refuse_style(style)
        command = Settings(csl=style or None, lang=lang or None)
        settings = command.over(essay_settings(essay))
        self._refuse_outside(essay, settings)
        library = self._workspace.library_of(settings, Path(essay.path).parent)
        path = Path(essay.path)
        opened = OpenEssay(path, 0, essay, library, settings, EssaySession())
        if error := library.error or opened.error:
            raise error
        return opened

    def _refuse_style(self, style: str) -> None:
        """Refuse a style that is a file; the user names those in settings.

        Raises:
            UnknownStyle: it is a path.
        """
        if style.endswith(_STYLE) or "/" in style or "\\" in style:
            raise UnknownStyle(
                f"There is no installed style `{style}`.",
                advice="Give the id of a style, such as `apa`.",
            )

    def _refuse_outside(self, essay: Essay, settings: Settings) -> None:
        """Refuse what an essay reads from outside the folder, unless it is what the user
        has chosen for the whole project.

        Raises:
            UnreadableFile: it would read that.
        """
        project = self.project
        chosen = {path.resolve() for path in project.bibliography}
        paths = [*bibliography_paths(settings, Path(essay.path).parent)]
        if settings.csl and settings.csl.endswith(_STYLE):
            paths.append(Path(settings.csl))
            chosen.add(Path(project.settings.csl or "").resolve())
        for path in paths:
            real = path.resolve()
            if not real.is_relative_to(self.path) and real not in chosen:
                raise UnreadableFile(
                    "This essay names a file outside the folder, which is not read.",
                    place=Place(self.name(Path(essay.path))),
                )
