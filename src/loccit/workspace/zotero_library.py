"""Find the library of Zotero, which `bibliography: zotero` names.

`zotero` is all of My Library, `zotero:Thesis` the collection of that name, and
`zotero:Thesis/Chapter 1` one in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit.errors import LookupFailed, UnreadableFile
from loccit.model import Place

_NAME = "zotero"
_DATABASE = "zotero.sqlite"
#: Folders with Zotero's profiles, in the home folder: of Linux, Flatpak and Snap, and of
#: macOS and Windows.
_PROFILES = (
    ".zotero/zotero",
    ".var/app/org.zotero.Zotero/.zotero/zotero",
    "snap/zotero-snap/common/.zotero/zotero",
    "Library/Application Support/Zotero",
    "AppData/Roaming/Zotero/Zotero",
)
#: What the program answered is a copy, which nobody should change.
_READ_ONLY = 0o444
#: Where Zotero keeps its data if nobody has chosen another folder.
_USUAL_DATA = "Zotero"


def is_zotero(path: Path) -> bool:
    """Return whether a setting names Zotero's library, and not a file.

    >>> is_zotero(Path("zotero")), is_zotero(Path("zotero:Thesis")), is_zotero(Path("zotero.bib"))
    (True, True, False)
    """
    name, _, _ = str(path).partition(":")
    return name == _NAME and not path.exists()


def is_in_zotero(path: Path) -> bool:
    """Return whether this is Zotero's database, or a collection in it."""
    return _DATABASE in path.parts


def located(path: Path) -> Path:
    """Return the place of Zotero's library where a setting names it; another path as it
    is.  Where the database isn't found, the program is asked, if it runs.

    Raises:
        UnreadableFile: Zotero is not installed here, or keeps its data elsewhere.
    """
    if not is_zotero(path):
        return path
    _, _, collection = str(path).partition(":")
    for folder in _data_folders():
        database = folder / _DATABASE
        if database.is_file():
            return database / collection
    return _answer_of_program(path, Path(collection).parts)


def _answer_of_program(path: Path, collection: Sequence[str]) -> Path:
    """Ask the program Zotero, and return the file with its answer."""
    # Only needed where Zotero's data are not where they usually are.
    from platformdirs import user_cache_path

    from loccit.lookup.zotero import local_items
    from loccit.text_files.atomic_write import write_atomically

    try:
        items = local_items(collection)
    except LookupFailed as failure:
        raise UnreadableFile(
            f"Zotero keeps no library here. {failure.message}",
            place=Place(str(path).rstrip(":")),
            advice="Name its file: --bibliography FOLDER/zotero.sqlite. Zotero shows "
            "the folder in Settings, Advanced, Files and Folders.",
        ) from failure
    file = user_cache_path("loccit") / "-".join(["zotero", *collection, "library.json"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    write_atomically(file, items)
    file.chmod(_READ_ONLY)
    return file


def _data_folders() -> Iterator[Path]:
    """Yield the folders of data that profiles name, and then the usual one."""
    for profiles in _profile_folders():
        for pattern in ("*/prefs.js", "Profiles/*/prefs.js"):
            for preferences in sorted(profiles.glob(pattern)):
                yield from _chosen_folder(preferences)
    yield Path.home() / _USUAL_DATA


def _profile_folders() -> Iterator[Path]:
    for name in _PROFILES:
        yield Path.home() / name
    if roaming := os.environ.get("APPDATA"):
        yield Path(roaming) / "Zotero" / "Zotero"


def _chosen_folder(preferences: Path) -> Iterator[Path]:
    """Yield the folder of data that the preferences of a profile name, if they do."""
    import json  # few look for Zotero's library
    import re

    try:
        text = preferences.read_text("utf-8", "replace")
    except OSError:
        return
    pattern = r'user_pref\("extensions\.zotero\.dataDir",\s*("(?:[^"\\]|\\.)*")\)'
    for found in re.finditer(pattern, text):
        try:
            yield Path(json.loads(found[1]))
        except ValueError:  # an escape that JSON lacks
            continue
