"""The settings of an essay, and the library that its citations are looked up in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from loccit.bibliography import Library, open_library
from loccit.errors import NoBibliography
from loccit.essays import Essay
from loccit.model import Place
from loccit.workspace.library_paths import bibliography_paths
from loccit.workspace.setting_reader import place_of_setting
from loccit.workspace.settings import Settings, settings_from_mapping
from loccit.workspace.settings_file import find_settings


def essay_settings(essay: Essay) -> Settings:
    """Return the settings of an essay's front matter over those of the nearest settings
    file.

    Raises:
        InvalidSettings: one of the two can't be read, or has a wrong value.
    """
    nearest = find_settings(essay_folder(essay))
    return front_matter_settings(essay).over(nearest)


def front_matter_settings(essay: Essay) -> Settings:
    """Return the settings of an essay's front matter alone.

    Raises:
        InvalidSettings: it can't be read, or has a wrong value.
    """
    if essay.front_matter is None:
        return Settings()
    if essay.front_matter.error:
        raise essay.front_matter.error
    return settings_from_mapping(
        essay.front_matter.values,
        partial(place_of_setting, text=essay.text, path=essay.path),
        [essay_folder(essay), Path.cwd()],
    )


def essay_folder(essay: Essay) -> Path:
    """Return the folder of an essay; the current one for standard input."""
    return Path.cwd() if essay.path == "-" else Path(essay.path).parent


def open_essay_library(essay: Essay, settings: Settings, *, needed: bool) -> Library:
    """Open the library of an essay: the one that its settings name, else the nearest
    folder `bibliography`.

    Args:
        essay: the essay.
        settings: its settings.
        needed: whether a missing library is an error.

    Raises:
        UnreadableFile: a file of the library can't be read.
        NoBibliography: there is no library, and it is needed.
    """
    paths = bibliography_paths(settings, essay_folder(essay))
    if needed and not paths and not settings.references:
        raise NoBibliography(
            "The essay cites sources, but there is no bibliography to look them up in.",
            place=Place(essay.path),
            advice="Name one with --bibliography, or keep one in a folder "
            "`bibliography` beside the essay or above it.",
        )
    return open_library(paths, settings.references)
