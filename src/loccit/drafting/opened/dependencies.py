"""What an essay depends on besides its own text: settings, a library, a style."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from loccit.bibliography import file_of
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.workspace.essay_library import essay_folder, essay_settings
from loccit.workspace.library_paths import FOLDER_NAME, bibliography_paths
from loccit.workspace.settings import Settings
from loccit.workspace.settings_file import SETTINGS_FILES, find_settings_file

#: What the name of a style ends in that is a file of one's own.
_STYLE = ".csl"


def dependencies(essay: Essay, command: Settings) -> Iterator[Path]:
    """Yield the files and folders that an essay depends on; some may be missing yet.

    Args:
        essay: the essay.
        command: the settings that go before its own.
    """
    folder = essay_folder(essay)
    with suppress(LoccitError):  # formatting says what is wrong
        yield from dependencies_of_folder(folder, command)
        settings = command.over(essay_settings(essay))
        yield from map(file_of, bibliography_paths(settings, folder))
        yield from other_files(essay, settings)


def other_files(essay: Essay, settings: Settings) -> Iterator[Path]:
    """Yield the files that are read with an essay: those that it includes, and a style
    of one's own.

    Args:
        essay: the essay.
        settings: all of them.
    """
    yield from essay.document.included
    if settings.csl and settings.csl.endswith(_STYLE):
        yield Path(settings.csl)


def dependencies_of_folder(folder: Path, command: Settings) -> Iterator[Path]:
    """Yield the settings and the library of the essays in a folder; some may be missing
    yet.

    Args:
        folder: the folder.
        command: the settings that go before those of files.

    Raises:
        LoccitError: the settings can't be read; those that can be were yielded.
    """
    yield folder / FOLDER_NAME
    for name in SETTINGS_FILES:
        yield folder / name
    file = find_settings_file(folder)
    settings = command
    if file:
        yield file.path
        settings = command.over(file.settings)
    yield from map(file_of, bibliography_paths(settings, folder))
