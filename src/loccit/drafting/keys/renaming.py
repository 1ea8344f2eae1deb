"""Change the key of a source in its file and in every essay of the project, open or not:
in all of them or in none.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loccit import csl
from loccit.bibliography import is_in_database
from loccit.bibliography.formats import editable
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.keys.key_here import KeyHere
from loccit.drafting.keys.where_cited import citing_essays
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.workspace import Workspace
from loccit.errors import InvalidChange, UnreadableFile
from loccit.essays.rename import rename_edits
from loccit.model import Edit, Place, apply_edits
from loccit.workspace.membership import own_keys


def require_renamable(here: KeyHere) -> None:
    """Make sure that a key can be changed.

    Raises:
        InvalidChange: it can't; the message says why.
    """
    key = here.key
    if here.essay and key in own_keys(here.essay.essay):
        raise InvalidChange(
            f"The source `{key}` is in the front matter of this essay.",
            advice="Change its `id` there, and the citations with it.",
        )
    if key in here.library.library.made_keys:
        raise InvalidChange(
            f"The entry of `{key}` has no key of its own.",
            advice=f"Give it one: loccit rename {key} NEW",
        )
    place = here.library.place(key)
    if place and is_in_database(Path(place.start.path)):
        raise InvalidChange(
            "Only Zotero changes its library.", advice="Change it there."
        )


def rename(workspace: Workspace, here: KeyHere, new: str) -> FileEdits:
    """Return the edits that give a source another key.

    A key that no source has is changed in the essays alone.

    Args:
        here: the key, where somebody asks for it.
        new: the new one.

    Raises:
        InvalidChange: the new key is taken, or can't be typed somewhere; or as
            `require_renamable`.
        LoccitError: a file can't be read.
    """
    require_renamable(here)
    if new == here.key:
        return {}
    _require_free(here, new)
    edits: dict[Path, Sequence[Edit]] = {}
    for path in here.library.files:
        edits[path] = _in_library(workspace, path, here.key, new)
    for essay in citing_essays(workspace, here):
        edits[essay.path] = edits_in_essay(essay, here.key, new)
    return {path: each for path, each in edits.items() if each}


def _require_free(here: KeyHere, new: str) -> None:
    library = here.library.library
    if new in library and here.key in library:
        raise InvalidChange(f"The key `{new}` is taken.", advice="Choose another.")


def _in_library(workspace: Workspace, path: Path, key: str, new: str) -> Sequence[Edit]:
    """Return the edits of a file of sources.

    Raises:
        InvalidChange: its format is not changed in place, and it has the key; or it
            would be read differently afterwards.
    """
    text = workspace.text(path)
    if key not in text:
        return []
    opened = editable(text, str(path), path.suffix)
    edits = opened.rename({key: new})
    wanted = [new if each == key else each for each in opened.keys]
    if _keys_of(apply_edits(text, edits), path) != wanted:
        raise InvalidChange(
            f"With the key `{new}` this file would be read differently.",
            place=Place(str(path)),
            advice="Choose another.",
        )
    return edits


def _keys_of(text: str, path: Path) -> list[str]:
    try:
        return [*editable(text, str(path), path.suffix).keys]
    except UnreadableFile:
        return []


def edits_in_essay(essay: OpenEssay, key: str, new: str) -> Sequence[Edit]:
    """Return the edits of an essay that cite another key in the place of one.

    Raises:
        InvalidChange: the essay is a document, which has no text for an editor; or it
            can't have the new key.
    """
    edits = rename_edits(essay.essay, {key: new}, csl.locator_terms("en-US"))
    if edits and not essay.is_text:
        raise InvalidChange(
            f"{essay.path.name} cites `{key}` too, and is not a text.",
            advice=f"Close the files and use: loccit rename {key} {new}",
        )
    return edits
