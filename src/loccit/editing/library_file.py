"""Change the files of a library on the disk: one process at a time, and all of a change
or none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.bibliography import Editable, is_in_database, read_file
from loccit.bibliography.formats import editable
from loccit.errors import InvalidChange, UnreadableFile, UnwritableFile
from loccit.model import Edit, Place, apply_edits
from loccit.text_files.atomic_write import (
    discard_unfinished,
    finish_writing,
    write_all_atomically,
    write_atomically,
)
from loccit.text_files.encoding import Decoded, decode, encode, require_exact
from loccit.text_files.file_change import FileChange
from loccit.text_files.reading import read_bytes
from loccit.text_files.write_change import require_unchanged

#: Seconds to wait for another process that changes the file.
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A file of sources as it is on the disk.

    Attributes:
        path: the file.
        data: its bytes.
        decoded: its text, with its encoding.
        editable: its text, with the edits that change it.
    """

    path: Path
    data: bytes
    decoded: Decoded
    editable: Editable

    @property
    def keys(self) -> Sequence[str]:
        """The key of each entry."""
        return self.editable.keys

    def with_edits(self, edits: Iterable[Edit], keys: Sequence[str]) -> bytes:
        """Return the file's bytes with the edits made; everything outside their spans
        stays as it was.

        Args:
            edits: of its text.
            keys: the keys that the file should have afterwards.

        Raises:
            UnwritableFile: an edit has a character that the file's encoding lacks.
            InvalidChange: the changed file would not have these keys.
        """
        text = apply_edits(self.editable.text, edits)
        if self._keys_of(text) != list(keys):
            raise self._unreadable_change()
        return self._encoded(text)

    def with_given_keys(self, keys: Mapping[int, str]) -> bytes:
        """Return the file's bytes with keys for entries that have none.

        Args:
            keys: the new keys, by the index that an entry has in its `SourceFile`.

        Raises:
            UnwritableFile, InvalidChange: as `with_edits`.
        """
        text = apply_edits(self.editable.text, self.editable.give_keys(keys))
        all_keys = self._keys_of(text)
        new = frozenset(keys.values())
        are_all = new <= set(all_keys)
        if not are_all or [key for key in all_keys if key not in new] != [*self.keys]:
            raise self._unreadable_change()
        return self._encoded(text)

    def _keys_of(self, text: str) -> list[str]:
        """Return the keys that the file would have with this text; none if it could not
        be read.
        """
        try:
            return list(editable(text, str(self.path), self.path.suffix).keys)
        except UnreadableFile:
            return []

    def _unreadable_change(self) -> InvalidChange:
        return InvalidChange(
            "This change would make other entries unreadable; the file is left as it "
            "is.",
            place=Place(str(self.path)),
            advice="Look for an unmatched brace or quotation mark, or an entry that "
            "others refer to.",
        )

    def _encoded(self, text: str) -> bytes:
        whole = self.decoded.mark + text
        return encode(whole, self.decoded.encoding, str(self.path))


def open_library_file(path: Path, *, new: bool = False) -> LibraryFile:
    """Open the file at `path` for changes; with `new`, a missing file is an empty one.

    Raises:
        UnreadableFile: it is missing, may not be read, or would not survive a change.
        InvalidChange: its format can't be changed in place.
    """
    if is_in_database(path):
        raise InvalidChange(
            "Only Zotero changes its library.",
            place=Place(str(path)),
            advice="Change it there, or copy its sources: `loccit import zotero:`.",
        )
    if new and not path.exists():
        return library_file(path, b"")
    return library_file(path, read_bytes(path))


def library_file(path: Path, data: bytes) -> LibraryFile:
    """Open the file at `path` for changes, given its bytes.

    Raises:
        UnreadableFile: it would not survive a change.
        InvalidChange: its format can't be changed in place.
    """
    decoded = decode(data, str(path))
    require_exact(decoded)
    return LibraryFile(
        path, data, decoded, editable(decoded.text, str(path), path.suffix)
    )


def changeable(files: Iterable[Path], keys: Collection[str]) -> Iterator[LibraryFile]:
    """Open those files of a library that can be changed in place.

    Raises:
        InvalidChange: one that can't has a source with one of the keys.
    """
    for path in files:
        try:
            yield open_library_file(path)
        except InvalidChange:
            if any(key in keys for key in read_file(path)[0].keys):
                raise


def edit_file(
    path: Path,
    make_edits: Callable[[Editable], tuple[Iterable[Edit], Sequence[str]]],
    *,
    new: bool = False,
    patience: float = PATIENCE,
) -> FileChange:
    """Edit one file of a library: lock it, read it again, edit it, and write it; return
    its change.

    Args:
        path: the file.
        make_edits: returns, for the file's present content, the edits and the keys that
            the file should have afterwards.
        new: create the file if it is missing.
        patience: seconds to wait for another process.

    Raises:
        LoccitError: it can't be read, edited or written; it is as it was.
    """
    with locked([path], patience=patience):
        file = open_library_file(path, new=new)
        changed = file.with_edits(*make_edits(file.editable))
        if changed != file.data:
            write_atomically(path, changed)
        return FileChange(file.data, changed)


def write_together(
    changes: Mapping[Path, FileChange],
    library: Collection[Path],
    *,
    dry_run: bool = False,
) -> dict[Path, FileChange]:
    """Write several changed files, all or none, and return those that differ.

    Args:
        changes: of each file; they may be essays too.
        library: the library's files, which the caller has locked.
        dry_run: write nothing.

    Raises:
        UnwritableFile: one can't be written, or has changed since it was read.
        UnreadableFile: one can't be read again.
    """
    changed = {
        path: change
        for path, change in changes.items()
        if change.after != change.before
    }
    for path, change in changed.items():
        require_unchanged(path, change)
    if changed and not dry_run:
        after = {path: change.after for path, change in changed.items()}
        ours = [path for path in library if not is_in_database(path)]
        write_all_atomically(after, _journal_beside(min(ours)))
    return changed


@contextmanager
def new_folders(folders: Iterable[Path]) -> Iterator[None]:
    """Make the folders that are missing, and remove them again if the work fails.

    Raises:
        UnwritableFile: one can't be made.
    """
    made: list[Path] = []
    try:
        for folder in folders:
            missing = [each for each in (folder, *folder.parents) if not each.exists()]
            for each in reversed(missing):
                each.mkdir()
                made.append(each)
        yield
    except BaseException as error:  # Ctrl-C too
        for each in reversed(made):
            with suppress(OSError):
                each.rmdir()
        if isinstance(error, OSError):
            raise UnwritableFile(
                f"This can't be written: {error.strerror}.", place=Place(str(folder))
            ) from error
        raise


@contextmanager
def locked(paths: Iterable[Path], *, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other processes of loccit from changing these files, and first finish what a
    crash interrupted.

    The lock is the system's, on a file beside each, so it ends with the process that
    holds it.

    Raises:
        UnwritableFile: another process holds a lock for longer than `patience` seconds,
            or the folder is read-only.
    """
    # Only commands that write need it.
    from filelock import FileLock, Timeout

    with ExitStack() as stack:
        files = {path.resolve() for path in paths if not is_in_database(path)}
        for path in sorted(files):
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
            finish_writing(_journal_beside(path))
            discard_unfinished(path)
        yield


def _journal_beside(path: Path) -> Path:
    """Return the file that lists what a change of several files has yet to do."""
    return path.parent / ".loccit-journal"


def _remove(lock: Path) -> None:
    """Remove the lock's file while it is held; a process that waits for it notices, and
    makes a new one.
    """
    # On Windows a file in use can't be removed; the lock does it on release.
    with suppress(OSError):
        lock.unlink()
