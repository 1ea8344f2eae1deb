"""The changes that undo an adoption: essays as they were, a library without the sources
that were new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.editing.adopt.describe import shortened
from loccit.editing.adopt.journal import ChangedFile, Record, Replaced, digest
from loccit.editing.library_file import LibraryFile, library_file
from loccit.errors import InvalidChange
from loccit.essays import read_essay
from loccit.model import Edit, Place, Span, apply_edits
from loccit.text_files.encoding import decode, encode
from loccit.text_files.file_change import FileChange
from loccit.text_files.reading import read_bytes
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings
from loccit.workspace.where_cited import usage

#: So much of a changed text says which one it is.
_LONGEST = 40


class WithoutSources(NamedTuple):
    """What removes the new sources of an adoption.

    Attributes:
        removed: the keys of those that nobody needs.
        changes: the library's.
    """

    removed: Sequence[str]
    changes: Mapping[Path, FileChange]


def text_as_it_was(path: Path, file: ChangedFile) -> FileChange:
    """Return the change that undoes that of a text file.

    Raises:
        InvalidChange: what was adopted has been changed since.
    """
    data = read_bytes(path)
    decoded = decode(data, str(path))
    text = decoded.mark + decoded.text
    if digest(data) == file.digest:
        edits = [_edit_at(each.start, each) for each in file.replaced]
    else:
        edits = [*_edits_in_changed(text, path, file.replaced)]
    before = encode(apply_edits(text, edits), decoded.encoding, str(path))
    return FileChange(data, before)


def without_sources(
    record: Record,
    folder: Path,
    essays: Mapping[Path, FileChange],
    settings: Settings,
) -> WithoutSources:
    """Remove the sources that an adoption added, except those that an essay cites and
    those that were changed since.

    Args:
        record: the adoption.
        folder: the journal's, which the record's paths start from.
        essays: how its essays change.
        settings: those of the command, which say where the library is.
    """
    if not record.library:
        return WithoutSources((), {})
    [file] = record.library
    path = folder / file.path
    data = read_bytes(path)
    cited = _still_cited(record.keys, essays, folder, settings)
    if digest(data) == file.digest and not cited:
        return WithoutSources(record.keys, {path: text_as_it_was(path, file)})
    opened = library_file(path, data)
    added = "".join(each.new for each in file.replaced)
    removed = [
        key
        for key in record.keys
        if key not in cited and _is_unchanged(key, opened, added)
    ]
    left = [key for key in opened.keys if key not in removed]
    after = opened.with_edits(opened.editable.remove(removed), left)
    return WithoutSources(removed, {path: FileChange(data, after)})


def _is_unchanged(key: str, file: LibraryFile, added: str) -> bool:
    return key in file.keys and file.editable.entry(key).strip() in added


def _still_cited(
    keys: Sequence[str],
    essays: Mapping[Path, FileChange],
    folder: Path,
    settings: Settings,
) -> Collection[str]:
    """Return the keys that essays cite once the adoption is undone."""
    project = find_project(settings, folder.absolute())
    undone = {path.resolve(): change for path, change in essays.items()}
    others = [
        essay
        for essay in project.found.essays
        if Path(essay.path).resolve() not in undone
    ]
    again = [read_essay(each.after, str(path)) for path, each in undone.items()]
    times = usage([*others, *again], keys).times
    return [key for key in keys if times[key]]


def _edit_at(start: int, replaced: Replaced) -> Edit:
    return Edit(Span(start, start + len(replaced.new)), replaced.old)


def _edits_in_changed(
    text: str, path: Path, replaced: Sequence[Replaced]
) -> Iterator[Edit]:
    """Yield the edits that undo changes in a text that has been changed since.

    Raises:
        InvalidChange: a place is not found, or found twice.
    """
    done = 0
    for each in replaced:
        start = _find(text, each, done)
        if start is None:
            raise InvalidChange(
                f"`{shortened(each.new, _LONGEST)}` was changed after the adoption, so "
                "it can't be undone.",
                place=Place(str(path)),
                advice="Restore what was there, or change the essay by hand.",
            )
        yield _edit_at(start, each)
        done = start + len(each.new)


def _find(text: str, replaced: Replaced, start: int) -> int | None:
    """Find the one place of a new text, by the text around it, or on one side of it."""
    before, new, after = replaced.before, replaced.new, replaced.after
    for left, right in ((before, after), (before, ""), ("", after)):
        wanted = left + new + right
        found = text.find(wanted, max(0, start - len(left)))
        if found >= 0 and text.find(wanted, found + 1) < 0:
            return found + len(left)
    return None
