"""Which essays cite from a library: those whose citations `loccit format` would look up
in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from loccit.errors import InvalidSettings, UnreadableFile
from loccit.essays import Essay
from loccit.workspace.essay_library import essay_folder, front_matter_settings
from loccit.workspace.library_paths import find_bibliography
from loccit.workspace.settings_file import find_settings
from loccit.workspace.zotero_library import located


class Membership:
    """Tell the essays that cite from a library from those that cite from another."""

    def __init__(self, library: Iterable[Path], folders: Sequence[Path]) -> None:
        """Args:
        library: the library's files.
        folders: those of the project, absolute.
        """
        # A setting names a file, or the folder that it is in.
        self._library: set[Path] = set()
        for file in library:
            self._library |= {file.resolve(), file.parent.resolve()}
        self._folders = folders
        self._known: dict[Path, bool] = {}

    def has_essay(self, essay: Essay) -> bool:
        """Return whether an essay cites from the library."""
        try:
            named = front_matter_settings(essay).bibliography
        except InvalidSettings:
            named = ()
        if named:
            return self._has_any(named)
        return self.has_folder(essay_folder(essay))

    def has_folder(self, folder: Path) -> bool:
        """Return whether essays in a folder cite from the library if they don't name
        another.

        Raises:
            InvalidSettings: the nearest settings file has a mistake.
        """
        if folder not in self._known:
            self._known[folder] = self._has_folder(folder)
        return self._known[folder]

    def _has_folder(self, folder: Path) -> bool:
        named = find_settings(folder).bibliography
        if named:
            return self._has_any(named)
        nearest = find_bibliography(folder)
        if nearest is None or self._has_any([nearest]):
            return True
        # A project with a bibliography of its own, in a folder of this one.
        holder = nearest.absolute().parent
        return not any(outer in holder.parents for outer in self._folders)

    def _has_any(self, named: Iterable[Path]) -> bool:
        return any(path.resolve() in self._library for path in map(_located, named))


def _located(path: Path) -> Path:
    """Return a path as it is where Zotero's library can't be found."""
    with suppress(UnreadableFile):
        return located(path)
    return path


def own_keys(essay: Essay) -> frozenset[str]:
    """Return the keys of the sources that an essay has in its front matter; citations
    of them don't mean the library.
    """
    if essay.front_matter is None:
        return frozenset()
    references = essay.front_matter.values.get("references")
    if not isinstance(references, list):
        return frozenset()
    keys = set()
    for source in references:
        if isinstance(source, dict):
            # pandoc writes `a\_b` for the key `a_b`.
            keys.add(str(source.get("id", "")).replace("\\", ""))
    return frozenset(keys)
