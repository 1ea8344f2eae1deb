"""What workers need of the client's project: settings, library and style.

The client sends these files once for each worker, which keeps them in a folder of its
own.  Essays are opened as if they were in that folder, so that they find their settings
and their library as they do at home.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import files_in, is_in_database
from loccit.cli.cluster.essay_files import EssayFile
from loccit.cli.cluster.shards import PlacedEssay
from loccit.errors import LoccitError
from loccit.text_files.reading import read_bytes
from loccit.workspace.library_paths import FOLDER_NAME, bibliography_paths
from loccit.workspace.settings import Settings
from loccit.workspace.settings_file import find_settings_file

#: The folder of what the command line names.
_GIVEN = "given"


class ShippedFile(NamedTuple):
    """A file of the project.

    Attributes:
        data: its content.
        shown: what messages call it.
    """

    data: bytes
    shown: str


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a project, and the settings of the command for a worker.

    Attributes:
        settings: those of the command; its paths are below the worker's folder.
        files: by their paths below the worker's folder.
        root: the folder that the settings file is in, if there is one.
    """

    settings: Settings
    files: Mapping[str, ShippedFile]
    root: Path | None = None

    @property
    def name(self) -> str:
        """The name of its folder, which changes with the files."""
        digest = sha256()
        for name, file in sorted(self.files.items()):
            digest.update(f"{name}\n{len(file.data)}\n".encode() + file.data)
        return f"loccit-{digest.hexdigest()[:16]}"

    def place(self, essay: EssayFile) -> PlacedEssay:
        """Place an essay in the folder: as it is to the settings file, whose patterns
        may name it.
        """
        if not self.root or not essay.folder.is_relative_to(self.root):
            return PlacedEssay(essay, essay.name)
        folder = essay.folder.relative_to(self.root)
        name = Path(essay.name)
        home = folder / (name.name if essay.location.is_local else name)
        return PlacedEssay(essay, home.as_posix())


def collect(command: Settings, essays: Iterable[EssayFile]) -> Project:
    """Collect the files of a project.

    Args:
        command: the settings of the command line.
        essays: whose settings and library they are.

    Raises:
        LoccitError: a file can't be read or sent, or the essays have several libraries.
    """
    folders = {each.folder for each in essays} or {Path.cwd()}
    around = {_around(command, folder) for folder in folders}
    if len(around) > 1:
        raise LoccitError(
            "These essays have several libraries or settings files.",
            advice="Work on the essays of each alone, or name one library with "
            "--bibliography.",
        )
    found = around.pop()
    files: dict[str, ShippedFile] = {}
    root = None
    if found.settings_file:
        root = found.settings_file.parent
        files[found.settings_file.name] = _shipped(found.settings_file)
    given = []
    for number, path in enumerate(found.library):
        start = f"{_GIVEN}/{number}/{path.name}"
        if not command.bibliography:
            start = _start(path, root, is_nearest=found.is_nearest)
        given.append(Path(start))
        files.update(_sources(path, start))
    csl = command.csl
    if style := found.style:
        name = f"{_GIVEN}/{style.name}"
        if not csl:
            name = _start(style, root, is_nearest=False)
        files[name] = _shipped(style)
        csl = csl and name
    bibliography = tuple(given) if command.bibliography else ()
    return Project(replace(command, bibliography=bibliography, csl=csl), files, root)


class _Around(NamedTuple):
    """What is found for the essays of a folder; `is_nearest` if no setting names the
    library.
    """

    settings_file: Path | None
    library: tuple[Path, ...]
    is_nearest: bool
    style: Path | None


def _around(command: Settings, folder: Path) -> _Around:
    file = find_settings_file(folder)
    settings = command.over(file.settings) if file else command
    library = bibliography_paths(settings, folder)
    csl = settings.csl
    is_path = csl and csl.endswith(".csl") and "://" not in csl
    style = Path(csl) if csl and is_path else None
    is_nearest = not settings.bibliography
    return _Around(file.path if file else None, library, is_nearest, style)


def _start(path: Path, root: Path | None, *, is_nearest: bool) -> str:
    """Return where a file or folder is for a worker that finds it as it is found here."""
    if root and path.absolute().is_relative_to(root):
        return path.absolute().relative_to(root).as_posix()
    if is_nearest:
        return FOLDER_NAME
    raise LoccitError(
        f"The settings file names `{path}`, which is not below its folder, so that it "
        "can't be sent to workers.",
        advice="Name it on the command line.",
    )


def _sources(path: Path, start: str) -> Iterator[tuple[str, ShippedFile]]:
    """Yield the files of a file or folder of sources, with their paths for a worker."""
    if is_in_database(path):
        raise LoccitError(
            "Zotero's database can't be sent to workers.",
            advice=f"Export it: `loccit export -b {path} -o references.json`.",
        )
    for file in files_in(path):
        name = start if file == path else f"{start}/{file.name}"
        yield name, _shipped(file)


def _shipped(path: Path) -> ShippedFile:
    return ShippedFile(read_bytes(path), str(path))
