"""The library of a command that has no essay."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.bibliography import Library
    from loccit.model import Source
    from loccit.workspace.settings import Settings


def folder_settings(
    bibliography: tuple[Path, ...], style: str | None = None, locale: str | None = None
) -> Settings:
    """The settings of a command that has no essay: what it was told, over the nearest
    settings file.
    """
    from loccit.workspace.settings import Settings
    from loccit.workspace.settings_file import find_settings

    return Settings(bibliography=bibliography, csl=style, lang=locale).over(
        find_settings(Path.cwd())
    )


def folder_paths(settings: Settings) -> tuple[Path, ...]:
    """The files and folders of that library.

    Raises:
        NoBibliography: there are none.
    """
    from loccit.errors import NoBibliography
    from loccit.workspace.library_paths import bibliography_paths

    paths = bibliography_paths(settings, Path.cwd())
    if not paths:
        raise NoBibliography(
            "There is no bibliography here.",
            advice="Name one with --bibliography, or keep one in a folder `bibliography` here or above.",
        )
    return paths


def folder_library(settings: Settings) -> Library:
    """The library of a command that has no essay."""
    from loccit.bibliography import open_library

    return open_library(folder_paths(settings))


def sources_of(library: Library, keys: Iterable[str]) -> list[Source]:
    """Return the sources with these keys, in the order given.

    Raises:
        UnknownKey: no source has one of the keys.
    """
    return [library.require(key) for key in keys]
