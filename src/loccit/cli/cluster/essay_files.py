"""Find the essays that a command for a cluster names: paths, folders and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from glob import has_magic
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from loccit.cli.cluster.filesystems import (
    Location,
    filesystem,
    is_url,
    location,
)
from loccit.cli.essays_in import is_folder
from loccit.cli.terminal import report, report_failure
from loccit.errors import LoccitError, UnreadableFile
from loccit.essays.formats import by_extension
from loccit.model import Place
from loccit.text_files.reading import unreadable
from loccit.workspace.essay_files import find_essay_files

#: Larger files are no essays; and a file in an archive that is packed tighter than texts
#: can be was made to fill a disk.
_LARGEST, _SMALL, _HIGHEST_RATIO = 200_000_000, 10_000_000, 300
#: What file systems call what changes with a file.
_STAMPS = (
    "size",
    "mtime",
    "CRC",
    "ETag",
    "etag",
    "md5Hash",
    "LastModified",
    "last_modified",
    "updated",
)


class EssayFile(NamedTuple):
    """An essay, wherever it is.

    Attributes:
        location: where it is.
        name: its path below the folder or pattern that was named, for what is written.
        shown: what messages call it.
        size: its bytes.
        stamp: what changes with it.
    """

    location: Location
    name: str
    shown: str
    size: int
    stamp: str

    @property
    def folder(self) -> Path:
        """Where its library is looked for: an address has none but the current one."""
        if self.location.is_local:
            return Path(self.location.path).parent
        return Path.cwd()


def find_essays(names: Iterable[str], output: Location) -> list[EssayFile]:
    """Return the named essays, those in the named folders, and those that addresses
    with patterns find; say why some can't be taken.

    Args:
        names: the names, folders and addresses.
        output: the folder of what is written; what is there already is not an essay.

    Raises:
        LoccitError: nothing is found, something can't be looked for, or what is
            written for two essays would have the same name.
    """
    essays: list[EssayFile] = []
    for name in names:
        found = [*(_at(name) if is_url(name) else _local(name))]
        if not found:
            raise UnreadableFile("There are no essays here.", place=Place(name))
        essays += found
    outside = [essay for essay in essays if not essay.location.is_in(output)]
    if not outside:
        raise LoccitError(
            "All essays are in the folder of -o, and might be overwritten.",
            place=Place(str(output)),
            advice="Name another folder.",
        )
    kept = [essay for essay in outside if _is_safe(essay)]
    _refuse_same_names(kept)
    return kept


def _local(name: str) -> Iterator[EssayFile]:
    path = Path(name)
    if not is_folder(path):
        yield _local_file(path, path.name)
        return
    found = find_essay_files([path])
    report(found.problems)
    for each in found.essays:
        below = each.absolute().relative_to(path.absolute())
        yield _local_file(each, below.as_posix())


def _local_file(path: Path, name: str) -> EssayFile:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    stamp = f"{status.st_size}-{status.st_mtime_ns}"
    return EssayFile(location(str(path)), name, str(path), status.st_size, stamp)


def _at(url: str) -> Iterator[EssayFile]:
    """Yield the essays at an address: of a file, of a folder, or with a pattern."""
    where = location(url)
    files = filesystem(where.container)
    try:
        found, base = _listing(files, where.path)
    except Exception as error:  # each file system has errors of its own
        raise UnreadableFile(
            f"This can't be looked through: {error}.", place=Place(url)
        ) from error
    for path, info in sorted(found.items()):
        if info.get("type") == "file":
            file = where._replace(path=path)
            name = path.removeprefix(base).lstrip("/")
            size = int(info.get("size") or 0)
            if size > _limit(info):
                report_failure(_too_large(file))
            else:
                yield EssayFile(file, name, str(file), size, _stamp(info))


def _listing(files: Any, path: str) -> tuple[Mapping[str, Mapping[str, Any]], str]:
    """Return what is at a path, and the part of it that names for output leave out."""
    if has_magic(path):
        fixed = path[: path.index(next(filter(has_magic, path)))]
        return files.glob(path, detail=True), fixed.rpartition("/")[0]
    if files.isdir(path):
        found = files.find(path, detail=True)
        essays = {each: info for each, info in found.items() if _is_essay(each)}
        return essays, path
    return {path: files.info(path)}, path.rpartition("/")[0]


def _is_essay(path: str) -> bool:
    name = PurePosixPath(path)
    is_hidden = any(part.startswith(".") for part in name.parts)
    return not is_hidden and by_extension(name.suffix) is not None


def _limit(info: Mapping[str, Any]) -> int:
    packed = info.get("compress_size")
    if packed is None:
        return _LARGEST
    return min(_LARGEST, max(_SMALL, _HIGHEST_RATIO * int(packed)))


def _too_large(file: Location) -> LoccitError:
    return UnreadableFile("This is far too large for an essay.", place=Place(str(file)))


def _stamp(info: Mapping[str, Any]) -> str:
    values = [str(info.get(name, "")) for name in _STAMPS]
    return sha256("\n".join(values).encode()).hexdigest()[:16]


def _is_safe(essay: EssayFile) -> bool:
    """Return whether an essay's name stays below the folder of what is written; say so
    if it does not, as in an archive that was made to do harm.
    """
    name = PurePosixPath(essay.name)
    if name.is_absolute() or ".." in name.parts or not name.name:
        place = Place(essay.shown)
        report_failure(UnreadableFile("This leads out of its folder.", place=place))
        return False
    return True


def _refuse_same_names(essays: Sequence[EssayFile]) -> None:
    seen: dict[str, EssayFile] = {}
    for essay in essays:
        other = seen.setdefault(essay.name, essay)
        if other is not essay:
            raise LoccitError(
                f"`{other.shown}` and `{essay.shown}` would both become `{essay.name}`.",
                advice="Work on them one after the other, with different -o.",
            )
