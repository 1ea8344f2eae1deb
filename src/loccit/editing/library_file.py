"""Changing the files of a library on the disk: one process at a time, all of a change
or none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.bibliography.editable import Editable
from loccit.bibliography.files import read_file
from loccit.bibliography.formats import editable
from loccit.errors import InvalidChange, UnreadableFile, UnwritableFile
from loccit.model import Edit, Place, apply_edits
from loccit.text_files.atomic_write import (
    discard_unfinished,
    finish_writing,
    write_all_atomically,
    write_atomically,
)
from loccit.text_files.encoding import decode, encode

#: Seconds that another process may take for its change.
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A file of sources as it is on the disk: its bytes, and its text with the edits
    that change it.
    """

    path: Path
    data: bytes
    editable: Editable

    @property
    def keys(self) -> Sequence[str]:
        """The key of each entry."""
        return self.editable.keys

    def with_edits(self, edits: Iterable[Edit], keys: Sequence[str]) -> bytes:
        """The file's bytes with the edits made; all that lies outside their spans is as
        it was.

        Args:
            edits: of its text.
            keys: those of the entries that the file has then.

        Raises:
            UnwritableFile: an edit has a character that the file's encoding has no place for.
            InvalidChange: with the edits the file would read otherwise than it should.
        """
        text = apply_edits(self.editable.text, edits)
        try:
            kept = list(editable(text, str(self.path), self.path.suffix).keys) == list(
                keys
            )
        except UnreadableFile:
            kept = False
        if not kept:
            raise InvalidChange(
                "This change would make other entries unreadable; the file is left as it is.",
                place=Place(str(self.path)),
                advice="Look for a brace or quotation mark without its partner, or an entry that others refer to.",
            )
        try:
            return encode(text, self.data)
        except UnicodeEncodeError as error:
            character = text[error.start]
            raise UnwritableFile(
                f"{character!r} (U+{ord(character):04X}) can't stand in this file, which is in {decode(self.data)[1]}.",
                place=Place(str(self.path)),
                advice="Save the file as UTF-8 first.",
            ) from error


def open_library_file(path: Path, *, new: bool = False) -> LibraryFile:
    """The file at `path`; where it is `new` and there is none, an empty one.

    Raises:
        UnreadableFile: it is missing, may not be read, or would not stay as it is.
        InvalidChange: it is in a format that is not changed in place.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        if not new:
            raise UnreadableFile(
                "There is no such file.",
                place=Place(str(path)),
                advice="Check the name.",
            ) from error
        data = b""
    except OSError as error:
        raise UnreadableFile(
            f"This file can't be read: {error.strerror}.", place=Place(str(path))
        ) from error
    return library_file(path, data)


def library_file(path: Path, data: bytes) -> LibraryFile:
    """The file at `path`, if these are its bytes.

    Raises:
        UnreadableFile: it would not stay as it is.
        InvalidChange: it is in a format that is not changed in place.
    """
    text, encoding = decode(data)
    if encode(text, data) != data:
        raise UnreadableFile(
            f"Not all of this file is {encoding}, so it can't be changed without losing something.",
            place=Place(str(path)),
            advice="Save it as UTF-8.",
        )
    return LibraryFile(path, data, editable(text, str(path), path.suffix))


def changeable(files: Iterable[Path], keys: Collection[str]) -> Iterator[LibraryFile]:
    """The files of a library that are changed in place.

    Raises:
        InvalidChange: one that is not has a source with one of the keys.
    """
    for path in files:
        try:
            yield open_library_file(path)
        except InvalidChange:
            if any(key in keys for key in read_file(path)[0].keys):
                raise


def change_file(
    path: Path,
    make_edits: Callable[[Editable], tuple[Iterable[Edit], Sequence[str]]],
    *,
    new: bool = False,
    patience: float = PATIENCE,
) -> None:
    """Change one file of a library: it is locked, read again, edited, and written.

    Args:
        path: the file.
        make_edits: given what it holds now, the edits and the keys that it has then.
        new: whether the file may have to be made.
        patience: seconds to wait for another process.

    Raises:
        LoccitError: it can't be read, changed so, or written; it is as it was.
    """
    with locked([path], patience=patience):
        file = open_library_file(path, new=new)
        changed = file.with_edits(*make_edits(file.editable))
        if changed != file.data:
            write_atomically(path, changed)


def change_files(
    files: Mapping[Path, bytes], before: Mapping[Path, bytes], journal: Path
) -> None:
    """Write several files at once, all or none; the lock is the caller's.

    Raises:
        UnwritableFile: one can't be written, or was changed by somebody else since it was read.
    """
    for path in files:
        if path.read_bytes() != before[path]:
            raise UnwritableFile(
                "The file was changed in the meantime.",
                place=Place(str(path)),
                advice="Try again.",
            )
    write_all_atomically(files, journal)


def journal_beside(path: Path) -> Path:
    """Where it is written down what a change of several files has yet to do."""
    return path.parent / ".loccit-journal"


@contextmanager
def locked(paths: Iterable[Path], *, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other processes of loccit from changing these files; what a crash left half
    done is done first.

    The lock is the system's, on a file beside each, so that it goes with the process
    that holds it.

    Raises:
        UnwritableFile: another process holds one for longer than `patience` seconds, or the folder is read-only.
    """
    from filelock import FileLock, Timeout

    with ExitStack() as stack:
        for path in sorted({path.resolve() for path in paths}):
            lock = path.parent / f".{path.name}.lock"
            try:
                stack.enter_context(FileLock(lock, timeout=patience))
            except Timeout as error:
                raise UnwritableFile(
                    "Another program is changing this file.",
                    place=Place(str(path)),
                    advice="Try again in a moment.",
                ) from error
            except OSError as error:
                raise UnwritableFile(
                    f"This can't be written: {error.strerror}.", place=Place(str(path))
                ) from error
            stack.callback(_remove, lock)
            finish_writing(journal_beside(path))
            discard_unfinished(path)
        yield


def _remove(lock: Path) -> None:
    """Take the lock's file away while it is held; who waits for it finds that it is
    gone, and makes a new one.
    """
    with suppress(
        OSError
    ):  # Windows lets nobody remove a file in use; the lock does it there on its release
        lock.unlink()
