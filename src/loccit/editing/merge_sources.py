"""Merge two entries of one work, in the library and in every essay: in all of them or
in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Editable, Library, open_library, read_data
from loccit.bibliography.duplicates import Pair
from loccit.bibliography.formats.bibtex.edit.missing_fields import missing_fields
from loccit.editing.library_file import (
    LibraryFile,
    changeable,
    locked,
    write_together,
)
from loccit.errors import InvalidChange
from loccit.essays import Essay, open_essay
from loccit.model import Citation, Edit, Problem, Source, Span
from loccit.text_files.file_change import FileChange
from loccit.workspace.library_files import refuse_made_key
from loccit.workspace.project import Project


class GivenUp(NamedTuple):
    """A value of the dropped entry that the kept one does not have.

    Attributes:
        name: of the variable.
        kept: its value in the kept entry; may be empty.
        dropped: its value in the dropped one.
    """

    name: str
    kept: str
    dropped: str


class Merged(NamedTuple):
    """The result of a merge.

    Attributes:
        added: the fields that the kept entry now has from the other.
        given_up: the values that only the dropped entry had.
        changed: the changes of files.
        problems: citations that now name the work twice.
    """

    added: Mapping[str, str]
    given_up: list[GivenUp]
    changed: Mapping[Path, FileChange]
    problems: list[Problem]


def merge_sources(
    keep: str, drop: str, project: Project, *, dry_run: bool = False
) -> Merged:
    """Give an entry the fields that it lacks and another has, remove the other, and
    have all that cited it cite the one that is kept.

    Args:
        keep: the key of the entry that stays; its own fields don't change.
        drop: the key of the one that is removed.
        project: the library and the essays.
        dry_run: write nothing.

    Raises:
        UnknownKey: no source has one of the keys.
        InvalidChange: one entry refers to the other, a key is there twice, or a file
            can't be changed in place.
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    files = project.library_files
    with locked(files):
        library = open_library(files)
        for key in (keep, drop):
            refuse_made_key(key, library)
        dropped = library.require(drop)
        added = missing_fields(library.require(keep), dropped)
        opened = list(changeable(files, [keep, drop]))
        refuse_unclear(keep, drop, [file.editable for file in opened])
        changes = {file.path: _merged(file, keep, drop, added) for file in opened}
        merged = _read(changes).require(keep)
        in_essays = project.rename_in_essays({drop: keep})
        changed = write_together(changes | in_essays, files, dry_run=dry_run)
    problems = list(_cited_twice(keep, in_essays))
    return Merged(added, _given_up(merged, dropped), changed, problems)


def refuse_unclear(keep: str, drop: str, files: Sequence[Editable]) -> None:
    """Raise InvalidChange unless there are two entries, and neither is part of the
    other.
    """
    if keep == drop:
        raise InvalidChange(
            f"`{keep}` is one entry.",
            advice="Name the one to keep and the one to drop.",
        )
    keys = [key for file in files for key in file.keys]
    for key in (keep, drop):
        if keys.count(key) > 1:
            raise InvalidChange(
                f"There are two entries with the key `{key}`.",
                advice="Give one of them another key first.",
            )
    for one, other in ((keep, drop), (drop, keep)):
        if any(one in file.leaning_on(other) for file in files):
            raise InvalidChange(
                f"The entry `{one}` refers to `{other}`; they are two works."
            )


def _merged(
    file: LibraryFile, keep: str, drop: str, added: Mapping[str, str]
) -> FileChange:
    """Change a file as `merge_edits` says."""
    edits = merge_edits(file.editable, keep, drop, added)
    keys = [key for key in file.keys if key != drop]
    return FileChange(file.data, file.with_edits(edits, keys))


def merge_edits(
    file: Editable, keep: str, drop: str, added: Mapping[str, str]
) -> list[Edit]:
    """Return the edits of a file that complete the kept entry, remove the dropped one,
    and have all others refer to the kept one.

    Args:
        file: a file of the library.
        keep: the key of the entry that stays.
        drop: the key of the one that is removed.
        added: the fields that the kept one gets.
    """
    edits: list[Edit] = []
    if keep in file.keys and added:
        edits += file.change(keep, added)
    removed: list[Edit] = []
    if drop in file.keys:
        removed += file.remove([drop])
    return [*edits, *removed, *_references(keep, drop, file, removed)]


def _references(
    keep: str, drop: str, file: Editable, removed: Sequence[Edit]
) -> Iterator[Edit]:
    """Yield the edits that make what refers to the dropped entry refer to the kept one;
    none within what is removed.
    """
    if drop not in file.text:
        return
    for edit in file.rename({drop: keep}):
        if not any(_holds(removal.span, edit.span) for removal in removed):
            yield edit


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _read(changes: Mapping[Path, FileChange]) -> Library:
    """Read the changed library, before it is written."""
    return Library(
        [read_data(change.after, path)[0] for path, change in changes.items()]
    )


def _given_up(merged: Source, dropped: Source) -> list[GivenUp]:
    rows = [GivenUp(*row) for row in Pair(merged, dropped).differences()]
    # The same value under another name isn't lost: a report's number is that of a
    # book's series.
    elsewhere = {row.kept for row in rows if not row.dropped}
    return [
        row
        for row in rows
        if row.dropped and (row.kept or row.dropped not in elsewhere)
    ]


def _cited_twice(key: str, paths: Iterable[Path]) -> Iterator[Problem]:
    """Yield a warning for each citation that names a source twice, because it named
    both entries.
    """
    words = csl.locator_terms("en-US")
    for path in paths:
        essay = open_essay(path)
        for citation in essay.citations(words):
            if sum(cite.key == key for cite in citation.cites) > 1:
                yield _twice(key, citation, essay)


def _twice(key: str, citation: Citation, essay: Essay) -> Problem:
    source = " ".join(citation.source.split())
    return Problem(
        "cited-twice",
        f"This citation now names `{key}` twice: {source}",
        essay.place(citation.span.start),
        "warning",
        "Leave one out.",
    )
