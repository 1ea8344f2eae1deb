"""Two entries of one work made one, in the library and in every essay at once: in all
of them, or in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from loccit import csl, essays
from loccit.bibliography import Library, open_library
from loccit.bibliography.duplicates import Pair
from loccit.bibliography.files import read_data
from loccit.bibliography.formats.bibtex.edit.missing_fields import missing_fields
from loccit.editing.library_file import (
    LibraryFile,
    changeable,
    locked,
    write_together,
)
from loccit.editing.rename_sources import essay_changes
from loccit.errors import InvalidChange
from loccit.model import Edit, Problem
from loccit.text_files.file_change import FileChange


class Merged(NamedTuple):
    """What became of two entries.

    Attributes:
        added: the fields that the one kept has from the other.
        given_up: what the other said otherwise: the variable, what stays, and what is gone.
        changed: the files that were changed.
        problems: citations that name the work twice now.
    """

    added: Mapping[str, str]
    given_up: list[tuple[str, str, str]]
    changed: list[Path]
    problems: list[Problem]


def merge_sources(
    keep: str, drop: str, files: Sequence[Path], folder: Path | None
) -> Merged:
    """Give one entry the fields that it lacks and another has, and take that out; what
    cited it cites the one kept.

    Args:
        keep: the key of the entry that stays; what it says is not changed.
        drop: the key of the one that goes.
        files: the library's.
        folder: where the essays are, in it and in the folders in it.

    Raises:
        UnknownKey: no source has one of the keys.
        InvalidChange: one entry leans on the other, a key stands twice, or a file can't be changed in place.
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    with locked(files):
        library = open_library(files)
        dropped = library.require(drop)
        added = missing_fields(library.require(keep), dropped)
        opened = list(changeable(files, [keep, drop]))
        _refuse_unclear(keep, drop, opened)
        changes = {
            file.path: FileChange(file.data, _merged(file, keep, drop, added))
            for file in opened
        }
        changed_files = [
            read_data(change.after, path)[0] for path, change in changes.items()
        ]
        merged = Library(changed_files).require(keep)
        essays_changed = essay_changes({drop: keep}, files, folder)
        changed = write_together(changes | essays_changed, files)
    differences = Pair(merged, dropped).differences()
    elsewhere = {
        kept for _, kept, gone in differences if not gone
    }  # a report's number is that of a book's series
    given_up = [
        row for row in differences if row[2] and (row[1] or row[2] not in elsewhere)
    ]
    return Merged(added, given_up, changed, list(_cited_twice(keep, essays_changed)))


def _cited_twice(key: str, paths: Iterable[Path]) -> Iterator[Problem]:
    """Citations that name one source twice, as those do that named both entries of a
    work.
    """
    words = csl.locator_terms("en-US")
    for path in paths:
        essay = essays.open_essay(path)
        for citation in essay.citations(words):
            if sum(cite.key == key for cite in citation.cites) > 1:
                said = " ".join(citation.source.split())
                message = f"`{key}` is cited twice in one citation now: {said}"
                yield Problem(
                    "cited-twice",
                    message,
                    essay.place(citation.span.start),
                    "warning",
                    "Leave one out.",
                )


def _refuse_unclear(keep: str, drop: str, files: Sequence[LibraryFile]) -> None:
    """Raise InvalidChange where the entries are not two, or one is a part of the other."""
    if keep == drop:
        raise InvalidChange(
            f"`{keep}` is one entry.",
            advice="Name the one to keep and the one to drop.",
        )
    keys = [key for file in files for key in file.keys]
    for key in (keep, drop):
        if keys.count(key) > 1:
            raise InvalidChange(
                f"The key `{key}` stands twice.",
                advice="Give one of them another key first.",
            )
    for one, other in ((keep, drop), (drop, keep)):
        if any(one in file.editable.leaning_on(other) for file in files):
            raise InvalidChange(
                f"The entry `{one}` refers to `{other}`; they are two works."
            )


def _merged(file: LibraryFile, keep: str, drop: str, added: Mapping[str, str]) -> bytes:
    """The file's bytes without the dropped entry, with what the kept one has from it,
    and all others naming that.
    """
    edits: list[Edit] = []
    if keep in file.keys and added:
        edits += file.editable.change(keep, added)
    removed = file.editable.remove([drop]) if drop in file.keys else []
    if drop in file.editable.text:
        named = file.editable.rename({drop: keep})
        edits += [
            edit
            for edit in named
            if not any(_holds(removal, edit) for removal in removed)
        ]
    return file.with_edits(
        [*edits, *removed], [key for key in file.keys if key != drop]
    )


def _holds(outer: Edit, inner: Edit) -> bool:
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end
