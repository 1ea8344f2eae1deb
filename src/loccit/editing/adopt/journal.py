"""The journal of adoptions: what each has changed, so that it can be undone.

It is kept beside the library, in a hidden file that may be deleted: then nothing can be
undone any more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import is_in_database
from loccit.model import Edit
from loccit.text_files.difference import difference
from loccit.text_files.encoding import decode
from loccit.text_files.file_change import FileChange

#: The name of the journal's file.
JOURNAL = ".loccit-adopted"

#: So many adoptions are remembered.
_MOST = 20
#: So many characters around a change say where it is.
_CONTEXT = 40


class Replaced(NamedTuple):
    """A stretch of a text that was replaced.

    Attributes:
        start: where the new text begins, in the text after the adoption.
        before, after: the text around it.
        old, new: what was there, and what is there now.
    """

    start: int
    before: str
    old: str
    new: str
    after: str


class ChangedFile(NamedTuple):
    """A file that an adoption changed.

    Attributes:
        path: its path from the journal's folder.
        digest: of its bytes after the change.
        replaced: what was replaced, in order.
        is_new: whether the adoption made it.
    """

    path: str
    digest: str
    replaced: Sequence[Replaced]
    is_new: bool


class Record(NamedTuple):
    """What one adoption has changed.

    Attributes:
        essays: the essays.
        library: the files of the library; one, or none.
        keys: the keys of the new sources.
    """

    essays: Sequence[ChangedFile]
    library: Sequence[ChangedFile]
    keys: Sequence[str]


def journal_folder(library: Iterable[Path], essay_folder: Path) -> Path:
    """Return the folder of the journal: the library's, or the essay's where the library
    is in Zotero's database.
    """
    files = [path for path in library if not is_in_database(path)]
    return min(files).parent if files else essay_folder


def changed_file(
    path: Path, change: FileChange, edits: Iterable[Edit], folder: Path
) -> ChangedFile:
    """Describe a change of a file for the journal in a folder.

    Args:
        path: the file.
        change: its bytes before and after.
        edits: those that changed its text.
        folder: the journal's.
    """
    before = _text(change.before, path)
    after = _text(change.after, path)
    replaced = tuple(_replaced(before, after, edits))
    name = os.path.relpath(path, folder)
    return ChangedFile(name, digest(change.after), replaced, not change.before)


def whole_change(path: Path, change: FileChange, folder: Path) -> ChangedFile:
    """Describe a change of a file whose edits are not known: all that differs."""
    edit = difference(_text(change.before, path), _text(change.after, path))
    return changed_file(path, change, [edit], folder)


def digest(data: bytes) -> str:
    """Return the digest of a file's bytes."""
    return sha256(data).hexdigest()


def read_journal(folder: Path) -> list[Record]:
    """Read the journal in a folder, the oldest adoption first; somebody may have changed
    it to anything.
    """
    try:
        records = json.loads((folder / JOURNAL).read_bytes())
        return [_record(each) for each in records]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return []


def journal_change(folder: Path, records: Sequence[Record]) -> dict[Path, FileChange]:
    """Return the change that makes these the records of the journal in a folder."""
    path = folder / JOURNAL
    before = path.read_bytes() if path.exists() else b""
    items = [_as_json(record) for record in records[-_MOST:]]
    text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    return {path: FileChange(before, text.encode("utf-8", "surrogatepass"))}


def _text(data: bytes, path: Path) -> str:
    decoded = decode(data, str(path))
    return decoded.mark + decoded.text


def _replaced(before: str, after: str, edits: Iterable[Edit]) -> Iterator[Replaced]:
    shift = 0
    for edit in sorted(edits):
        start = edit.span.start + shift
        end = start + len(edit.new)
        yield Replaced(
            start,
            after[max(0, start - _CONTEXT) : start],
            edit.span.of(before),
            edit.new,
            after[end : end + _CONTEXT],
        )
        shift += len(edit.new) - len(edit.span)


def _as_json(record: Record) -> Mapping[str, object]:
    return {
        "essays": [_file_as_json(file) for file in record.essays],
        "library": [_file_as_json(file) for file in record.library],
        "keys": list(record.keys),
    }


def _file_as_json(file: ChangedFile) -> Mapping[str, object]:
    return file._asdict() | {"replaced": [each._asdict() for each in file.replaced]}


def _record(item: Mapping[str, Sequence[Mapping[str, object]]]) -> Record:
    return Record(
        [_changed_file(each) for each in item["essays"]],
        [_changed_file(each) for each in item["library"]],
        [str(key) for key in item["keys"]],
    )


def _changed_file(item: Mapping[str, object]) -> ChangedFile:
    replaced = item["replaced"]
    if not isinstance(replaced, list):
        raise TypeError("not a list of replaced stretches")
    return ChangedFile(
        str(item["path"]),
        str(item["digest"]),
        [Replaced(**each) for each in replaced],
        bool(item["is_new"]),
    )
