"""Remove sources from a library, and find what still needs them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from loccit.editing.library_file import locked, open_library_file, write_together
from loccit.errors import InvalidChange
from loccit.model import Place, Problem
from loccit.text_files.file_change import FileChange
from loccit.workspace.project import Project
from loccit.workspace.unread_formats import find_mentions


def remove_sources(
    keys: Mapping[Path, Sequence[str]], *, dry_run: bool = False
) -> dict[Path, FileChange]:
    """Remove sources from their files, from all or none, and return the changes.

    Args:
        keys: those to remove, by the file that has them.
        dry_run: write nothing.

    Raises:
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    with locked(keys):
        changes = {path: _without(gone, path) for path, gone in keys.items()}
        return write_together(changes, keys, dry_run=dry_run)


def find_uses(keys: Collection[str], project: Project) -> Iterator[Problem]:
    """Yield an error for each place that needs one of the sources: a citation, a
    document that isn't read yet but has the key in its text, and an entry that stays
    and refers to it.

    Raises:
        UnreadableFile: something can't be searched, and may cite.
    """
    project.all_essays()
    for key in keys:
        yield from _citations(key, project)
    yield from _mentions(keys, project)
    yield from _children(keys, project)


def _without(keys: Sequence[str], path: Path) -> FileChange:
    file = open_library_file(path)
    left = list(file.keys)
    for key in keys:
        left.remove(key)
    edits = file.editable.remove(keys)
    return FileChange(file.data, file.with_edits(edits, left))


def _citations(key: str, project: Project) -> Iterator[Problem]:
    for place, citation in project.where_cited(key):
        source = " ".join(citation.source.split())
        message = f"`{key}` is cited here: {source}"
        yield Problem("cited-source", message, place, "error")


def _mentions(keys: Collection[str], project: Project) -> Iterator[Problem]:
    for mention in find_mentions(keys, project.found.unread):
        message = (
            f"`{mention.key}` may be cited here, but {mention.format} is not read yet: "
            f"{mention.line}"
        )
        yield Problem("possibly-cited-source", message, mention.place, "error")


def _children(keys: Collection[str], project: Project) -> Iterator[Problem]:
    """Yield an error for each entry that refers to one of the sources, and stays."""
    for path in project.library_files:
        try:
            file = open_library_file(path)
        except InvalidChange:
            continue  # a format in which no entry refers to another
        for key in keys:
            for child in file.editable.leaning_on(key):
                if child not in keys:
                    message = f"The entry `{child}` refers to `{key}`."
                    yield Problem("parent-source", message, Place(str(path)), "error")
