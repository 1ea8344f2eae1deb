"""Sort what a check was asked to look at: essays, files of sources, keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from loccit._startup.dataclass import dataclass, field
from loccit.bibliography import files_in
from loccit.bibliography.formats import format_of, is_known
from loccit.cli.essays_in import STANDARD_INPUT, is_folder
from loccit.errors import UnreadableFile
from loccit.essays.formats import by_extension
from loccit.model import Place
from loccit.text_files.reading import read_text
from loccit.workspace.essay_files import find_essay_files
from loccit.workspace.library_paths import FOLDER_NAME
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings


@dataclass(frozen=True, slots=True)
class SomeSources:
    """Sources to check.

    Attributes:
        paths: their files and folders.
        keys: those of the sources; None for all.
    """

    paths: Sequence[Path]
    keys: frozenset[str] | None = None


@dataclass()
class AskedFor:
    """What a check looks at.

    Attributes:
        essays: the essays that are named, and those in folders that are.
        sources: the sources that are named; those that essays cite are not among them.
        failures: folders that can't be searched.
    """

    essays: list[Path] = field(default_factory=list)
    sources: list[SomeSources] = field(default_factory=list)
    failures: list[UnreadableFile] = field(default_factory=list)


def asked_for(what: Sequence[str], bibliography: tuple[Path, ...]) -> AskedFor:
    """Sort the arguments of a check; without any, the library is meant.

    Args:
        what: names of essays, files of sources and folders, and keys.
        bibliography: where keys are looked up.

    Raises:
        UnknownKey: one is neither a file nor a key.
        UnreadableFile: a folder has neither essays nor sources.
    """
    asked = AskedFor()
    files: list[Path] = []
    keys: list[str] = []
    for name in what:
        path = Path(name)
        if is_folder(path):
            files += _add_folder(path, asked)
        elif path == STANDARD_INPUT or is_essay(path):
            asked.essays.append(path)
        elif path.exists() or is_known(path.suffix):
            files.append(path)
        else:
            keys.append(name)
    if files:
        asked.sources.append(SomeSources(files))
    if keys or not what:
        project = find_project(Settings(bibliography=bibliography))
        asked.sources.append(_of_library(project, keys))
    asked.essays = list(dict.fromkeys(asked.essays))
    return asked


def _of_library(project: Project, keys: Sequence[str]) -> SomeSources:
    library = project.library()
    for name in keys:
        if name not in library:
            library.require(name)  # raises: it is neither a key nor a file
    return SomeSources(project.library_paths(), frozenset(keys) or None)


def _add_folder(folder: Path, asked: AskedFor) -> list[Path]:
    """Add the essays of a folder, and return where it has sources: in itself, and in a
    folder `bibliography`.
    """
    found = find_essay_files([folder])
    essays = [path for path in found.essays if is_essay(path)]
    asked.essays += essays
    asked.failures += [
        UnreadableFile(each.message, place=each.place, advice=each.advice)
        for each in found.problems
    ]
    sources = [*_with_sources(folder), *_with_sources(folder / FOLDER_NAME)]
    if not (essays or sources or found.problems):
        raise UnreadableFile(
            "There are neither essays nor sources in this folder.",
            place=Place(str(folder)),
        )
    return sources


def _with_sources(folder: Path) -> Iterator[Path]:
    """Yield a folder if it has files of sources."""
    with suppress(UnreadableFile):
        if files_in(folder):
            yield folder


def is_essay(path: Path) -> bool:
    """Return whether a file is an essay, by its name; a text file is not if a database
    exported it.
    """
    extension = path.suffix.lower()
    if is_known(extension) or not by_extension(extension):
        return False
    return extension != ".txt" or not _is_export(path)


def _is_export(path: Path) -> bool:
    with suppress(UnreadableFile):  # opening it as an essay says why
        content = read_text(path).text
        # An essay may have sources of its own in its front matter, so what begins with
        # one is an essay.
        return not content.startswith("---") and format_of(content, "") is not None
    return False
