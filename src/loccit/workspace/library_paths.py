"""Find the library: the files and folders that the settings name, or the nearest folder
`bibliography`.
"""

from __future__ import annotations

from pathlib import Path

from loccit.workspace.folders import folder_and_above, shown
from loccit.workspace.settings import Settings
from loccit.workspace.zotero_library import located

#: The folder of a library that no setting names.
FOLDER_NAME = "bibliography"


def bibliography_paths(settings: Settings, start: Path) -> tuple[Path, ...]:
    """Return the files and folders of sources: those of the settings, else the nearest
    folder `bibliography`; nothing if there is none.

    Raises:
        UnreadableFile: Zotero's library is among them, and can't be found.
    """
    if settings.bibliography:
        return tuple(map(located, settings.bibliography))
    nearest = find_bibliography(start)
    return (nearest,) if nearest else ()


def find_bibliography(start: Path) -> Path | None:
    """Return the nearest folder `bibliography`, in `start` or above it; None if there
    is none.
    """
    for folder in folder_and_above(start):
        if (folder / FOLDER_NAME).is_dir():
            return shown(folder / FOLDER_NAME)
    return None
