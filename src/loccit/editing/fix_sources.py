"""Apply the fixes of a check to a library's files; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol, TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library, SourceFile, is_in_database, read_data
from loccit.editing.library_file import library_file, locked, write_together
from loccit.errors import UnreadableFile
from loccit.lint import Finding
from loccit.model import Fix
from loccit.text_files.file_change import FileChange
from loccit.text_files.reading import read_bytes

#: A fix may bring about another; after so many rounds they go in circles.
_ROUNDS = 10


class _Checks(Protocol):
    """What finds problems in a library, such as a `Checker`."""

    def entries(
        self, keys: Collection[str] | None = None
    ) -> list[tuple[SourceFile, int]]:
        """Return the file and the index of each entry, or of those with these keys."""

    def of_entry(self, file: SourceFile, index: int) -> list[Finding]:
        """Find the problems of an entry."""


#: What makes the checker of a library.
_Check: TypeAlias = Callable[[Library], _Checks]


class Fixes(NamedTuple):
    """The findings that were fixed, and what that changes in each file."""

    findings: list[Finding]
    changes: dict[Path, FileChange]


class _Fixable(NamedTuple):
    """A finding with its fix, and the span that the edits of the fix are in."""

    finding: Finding
    fix: Fix
    start: int
    end: int


def fix_sources(
    files: Sequence[Path],
    check: _Check,
    keys: Collection[str] | None = None,
    *,
    unsafe: bool = False,
    dry_run: bool = False,
) -> Fixes:
    """Apply every fix, in all of the files or in none.

    Args:
        files: the library's.
        check: makes the checker that looks for problems in it.
        keys: of the sources to fix; None for all.
        unsafe: whether to apply unsafe fixes too.
        dry_run: whether to write nothing.

    Raises:
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    if dry_run:
        return _fixes(files, check, keys, unsafe)
    with locked(files):
        fixes = _fixes(files, check, keys, unsafe)
        write_together(fixes.changes, files)
    return fixes


def _fixes(
    files: Sequence[Path],
    check: _Check,
    keys: Collection[str] | None,
    unsafe: bool,
) -> Fixes:
    ours = [path for path in files if not is_in_database(path)]
    before = {path: read_bytes(path) for path in ours}
    after = dict(before)
    fixed: list[Finding] = []
    for _ in range(_ROUNDS):
        found = _fixable(after, check, keys, unsafe)
        new = [each for path in before for each in _fix_file(path, found, after)]
        if not new:
            break
        fixed += new
        keys = {finding.key for finding in new}
    return Fixes(fixed, _changes(before, after))


def _changes(
    before: Mapping[Path, bytes], after: Mapping[Path, bytes]
) -> dict[Path, FileChange]:
    return {
        path: FileChange(data, after[path])
        for path, data in before.items()
        if data != after[path]
    }


def _fixable(
    files: Mapping[Path, bytes],
    check: _Check,
    keys: Collection[str] | None,
    unsafe: bool,
) -> dict[str, list[_Fixable]]:
    """Find what can be fixed, by the path of its file."""
    found: dict[str, list[_Fixable]] = {}
    for finding in _findings(files, check, keys):
        fix = finding.problem.fix
        if fix and (unsafe or fix.safety == "safe"):
            found.setdefault(fix.path, []).append(_spanned(finding, fix))
    return found


def _findings(
    files: Mapping[Path, bytes], check: _Check, keys: Collection[str] | None
) -> Iterator[Finding]:
    checker = check(Library(list(_opened(files))))
    for file, index in checker.entries(keys):
        yield from checker.of_entry(file, index)


def _spanned(finding: Finding, fix: Fix) -> _Fixable:
    start = min(edit.span.start for edit in fix.edits)
    end = max(edit.span.end for edit in fix.edits)
    return _Fixable(finding, fix, start, end)


def _opened(files: Mapping[Path, bytes]) -> Iterator[SourceFile]:
    """Read the files that can be read."""
    for path, data in files.items():
        with suppress(UnreadableFile):
            yield read_data(data, path)[0]


def _fix_file(
    path: Path, found: Mapping[str, list[_Fixable]], files: dict[Path, bytes]
) -> list[Finding]:
    """Fix what can be fixed at once in a file, and return what that is."""
    fixable = list(_apart(found.get(str(path), ())))
    if not fixable:
        return []
    try:
        file = library_file(path, files[path])
    except UnreadableFile:  # not all of it is in one encoding
        return []
    edits = [edit for each in fixable for edit in each.fix.edits]
    files[path] = file.with_edits(edits, file.keys)
    return [each.finding for each in fixable]


def _apart(found: Iterable[_Fixable]) -> Iterator[_Fixable]:
    """Leave out fixes that touch another: they wait for the next round."""
    last_end = -1
    for each in sorted(found, key=lambda each: each.start):
        if each.start > last_end:
            last_end = each.end
            yield each
