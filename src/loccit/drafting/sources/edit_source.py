"""Change the fields of a source, if it is still what somebody has seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from loccit.bibliography import Editable
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.words import NAME_FIELDS
from loccit.drafting.bib.entry_types import ENTRY_TYPES, NO_ENTRIES
from loccit.editing.library_file import edit_file, open_library_file
from loccit.editing.typed_fields import typed_tex
from loccit.errors import InvalidChange
from loccit.model import Edit, Place
from loccit.text_files.cache import Stamp
from loccit.text_files.file_change import FileChange

#: Files of more bytes are not looked through for one entry: some thousand sources.
_LARGE = 2_000_000


class ChangedInTheMeantime(InvalidChange):
    """A source that somebody else has changed since it was seen."""


def entry_seen(path: Path, key: str) -> str:
    """Return what identifies the entry of a source as it is now.

    To find an entry in a very large file takes longer than anybody waits for a form;
    there, a change of the file counts as one of the entry.

    Raises:
        LoccitError: the file can't be read, or can't be changed in place.
    """
    stamp = Stamp.of(path.stat())
    if stamp.size > _LARGE:
        return repr(stamp)
    return _digest(open_library_file(path).editable.entry(key))


def _is_as_seen(seen: str, file: Editable, path: Path, key: str) -> bool:
    if seen == repr(Stamp.of(path.stat())):
        return True
    return key in file.keys and _digest(file.entry(key)) == seen


def edit_source(
    path: Path,
    key: str,
    seen: str,
    fields: Mapping[str, str],
    new_type: str = "",
) -> FileChange:
    """Change fields of a source, and nothing else in its file; return the change.

    Args:
        path: its file.
        key: the source.
        seen: what `entry_seen` returned when somebody began to edit.
        fields: the new values as people type them; `""` removes a field.
        new_type: another entry type, if it gets one.

    Raises:
        ChangedInTheMeantime: somebody else has changed it.
        LoccitError: a value is unclear, or the file can't be changed.
    """
    tex = {name: _tex(name, value) for name, value in fields.items()}

    def edits(file: Editable) -> tuple[Iterable[Edit], Sequence[str]]:
        if not _is_as_seen(seen, file, path, key):
            raise ChangedInTheMeantime(
                f"Somebody else has changed `{key}` in the meantime.",
                place=Place(str(path)),
            )
        made = file.change(key, tex)
        if new_type:
            made += _with_type(file, path, key, new_type)
        return made, file.keys

    return edit_file(path, edits)


def _with_type(file: Editable, path: Path, key: str, new: str) -> list[Edit]:
    if path.suffix.lower() not in bibtex.EXTENSIONS:
        raise InvalidChange(
            "The type can only be changed in a .bib file.",
            place=Place(str(path)),
            advice=f"Change it by hand: `loccit edit {key}`.",
        )
    if new not in ENTRY_TYPES or new in NO_ENTRIES:
        raise InvalidChange(f"`{new}` is not a type of source.", place=Place(str(path)))
    return file.update(key, {"entrytype": new})


def _tex(name: str, value: str) -> str:
    text = " ".join(value.split())
    if not text:
        return ""
    typed = text.split(";") if name in NAME_FIELDS else [text]
    return typed_tex(name, [each.strip() for each in typed])


def _digest(entry: str) -> str:
    return sha256(entry.encode("utf-8", "surrogatepass")).hexdigest()
