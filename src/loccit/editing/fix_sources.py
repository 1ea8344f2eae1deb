"""What is wrong with sources beyond doubt is mended in their files, and every other
byte stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.bibliography import Library
from loccit.bibliography.files import read_data
from loccit.bibliography.source_file import SourceFile
from loccit.editing.library_file import library_file, locked, write_together
from loccit.errors import InvalidChange, UnreadableFile
from loccit.lint import Checker, Finding
from loccit.model import Edit
from loccit.text_files.file_change import FileChange

#: What mends a fault may show another; after so many rounds it goes in circles.
_ROUNDS = 10


@dataclass(slots=True)
class Fixes:
    """What was mended, and the bytes of the files that changed, before and after."""

    findings: list[Finding] = field(default_factory=list)
    before: dict[Path, bytes] = field(default_factory=dict)
    after: dict[Path, bytes] = field(default_factory=dict)


def fix_sources(
    files: Sequence[Path],
    checker: Callable[[Library], Checker],
    keys: Collection[str] | None = None,
    *,
    dry_run: bool = False,
) -> Fixes:
    """Mend what can be mended, in all of the files or in none.

    Args:
        files: the library's.
        checker: what looks for faults in it.
        keys: those of the sources that are mended; None for all.
        dry_run: whether nothing is written.

    Raises:
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    if dry_run:
        return _fixes(files, checker, keys)
    with locked(files):
        fixes = _fixes(files, checker, keys)
        changes = {
            path: FileChange(fixes.before[path], after)
            for path, after in fixes.after.items()
        }
        write_together(changes, files)
    return fixes


def _fixes(
    files: Sequence[Path],
    checker: Callable[[Library], Checker],
    keys: Collection[str] | None,
) -> Fixes:
    before = {path: path.read_bytes() for path in files}
    after = dict(before)
    mended: list[Finding] = []
    for _ in range(_ROUNDS):
        opened = dict(_opened(after))
        looking = checker(Library(list(opened.values())))
        paths = {id(file): path for path, file in opened.items()}
        found: dict[Path, list[Finding]] = {}
        for file, index in looking.entries(keys):
            found.setdefault(paths[id(file)], []).extend(looking.of_entry(file, index))
        rounds = [
            _mended(path, after[path], findings) for path, findings in found.items()
        ]
        after |= {path: data for path, data, _ in rounds}
        new = [finding for _, _, findings in rounds for finding in findings]
        mended += new
        keys = {finding.key for finding in new}
        if not new:
            break
    changed = [path for path in files if after[path] != before[path]]
    return Fixes(
        mended,
        {path: before[path] for path in changed},
        {path: after[path] for path in changed},
    )


def _opened(files: Mapping[Path, bytes]) -> Iterator[tuple[Path, SourceFile]]:
    """The files that can be read."""
    for path, data in files.items():
        with suppress(UnreadableFile):
            yield path, read_data(data, path)[0]


def _mended(
    path: Path, data: bytes, findings: Iterable[Finding]
) -> tuple[Path, bytes, list[Finding]]:
    """A file with what can be mended of its findings at once, and which these are."""
    fixes = [finding for finding in findings if finding.changes]
    if not fixes:
        return path, data, []
    try:
        file = library_file(path, data)
    except (
        InvalidChange,
        UnreadableFile,
    ):  # of a format that is not changed in place, or not all in one encoding
        return path, data, []
    once = Counter(file.keys)
    edits: list[Edit] = []
    mended: list[Finding] = []
    for key, values, of_entry in _of_each_entry(fixes):
        if once[key] == 1:  # of a key that is there twice nobody knows which is meant
            with suppress(InvalidChange):  # a broken entry, which is told
                edits += file.editable.change(key, values)
                mended += of_entry
    return path, file.with_edits(edits, file.keys), mended


def _of_each_entry(
    fixes: Iterable[Finding],
) -> Iterator[tuple[str, Mapping[str, str], list[Finding]]]:
    """The key of each entry, the values its fields get, and the findings that these
    mend.

    What touches a field that another has touched waits for the next round.
    """
    by_key: dict[str, tuple[dict[str, str], list[Finding]]] = {}
    for finding in fixes:
        values, findings = by_key.setdefault(finding.key, ({}, []))
        if not values.keys() & finding.changes.keys():
            values |= finding.changes
            findings.append(finding)
    return ((key, values, findings) for key, (values, findings) in by_key.items())
