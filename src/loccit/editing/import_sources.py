"""Import sources: add those that are new, and take what has changed at the source since
the last import.

What the user has changed in the library stays.  Three versions of an entry show who has
changed a field: the one that was imported last, the one that is imported now, and the
one in the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library, read_data
from loccit.bibliography.duplicates import Pair
from loccit.bibliography.formats import editable
from loccit.editing.add_sources import Addition, Additions, add_sources
from loccit.editing.import_memory import Imported, ImportMemory, item_of
from loccit.editing.library_file import LibraryFile, locked, open_library_file
from loccit.editing.typed_annotations import with_typed_annotations
from loccit.errors import InvalidChange
from loccit.model import Edit, Source, apply_edits
from loccit.model.csl_json import source_from_csl_json
from loccit.text_files.atomic_write import write_atomically

#: What becomes of a field that is different at the source: it is taken, or the user's
#: stays, because both have changed it, or because nobody knows who has.
Outcome = Literal["taken", "conflict", "unsure"]


class FieldChange(NamedTuple):
    """A field of a source that is different at the source.

    Attributes:
        name: of the field, as the library's file has it.
        before: its value at the last import, or in the library if that is forgotten;
            None if it had none.
        after: its value now; None if it has none.
        ours: its value in the library.
        outcome: what becomes of it.
    """

    name: str
    before: object
    after: object
    ours: object
    outcome: Outcome


class SourceUpdate(NamedTuple):
    """The fields of a known source that are different at the source."""

    source: Source
    fields: Sequence[FieldChange]


class Import(NamedTuple):
    """What an import did, or would do.

    Attributes:
        additions: what became of each source.
        updates: the known sources that are different at the source; where the import
            does not update them, those that have changed since the last import.
    """

    additions: Additions
    updates: Sequence[SourceUpdate]


def import_sources(
    sources: Sequence[Source],
    into: Path,
    files: Sequence[Path],
    *,
    update: bool = False,
    dry_run: bool = False,
) -> Import:
    """Add sources to the file `into`, except those that the library has.

    Args:
        sources: the new ones; one without a key gets one.
        into: a file of the library; it is created if it is missing.
        files: the library's.
        update: take what has changed at the source into the library's sources.
        dry_run: only return what would be done.

    Raises:
        LoccitError: a file can't be read, changed or written; it is as it was.
    """
    memory = {path: ImportMemory(path) for path in dict.fromkeys([*files, into])}
    additions = add_sources(sources, into, files, memory=memory, dry_run=dry_run)
    updates: list[SourceUpdate] = []
    for path, remembered in memory.items():
        known = list(_known_in(path, additions.each))
        if known:
            updates += _updates(path, known, remembered, update, dry_run)
    if not dry_run:
        _remember_added(additions.each, into, memory[into])
    return Import(additions, updates)


class _Known(NamedTuple):
    """A source as it is imported now, and the one in the library that it is."""

    given: Source
    source: Source


def _known_in(path: Path, additions: Iterable[Addition]) -> Iterator[_Known]:
    """Yield the sources that a file of the library has, each once."""
    done: set[str] = set()
    for given, source in ((each.given, each.known) for each in additions):
        if source and Path(source.place.path) == path and source.key not in done:
            done.add(source.key)
            yield _Known(given, source)


def _updates(
    path: Path,
    known: Sequence[_Known],
    memory: ImportMemory,
    update: bool,
    dry_run: bool,
) -> list[SourceUpdate]:
    """Update the sources of a file, or only return what is different at the source."""
    try:
        file = open_library_file(path)
    except InvalidChange:
        return []  # a format that is not changed in place
    if update and not dry_run:
        return _update(path, known, memory)
    changed = list(_changed_sources(file, known, memory))
    if not dry_run:
        _remember(
            file, [each for each in known if not memory.get(each.source.key)], memory
        )
    return changed if update else list(filter(_is_sure, changed))


def _update(
    path: Path, known: Sequence[_Known], memory: ImportMemory
) -> list[SourceUpdate]:
    with locked([path]):
        file = open_library_file(path)
        changed = list(_changed_sources(file, known, memory))
        edits = [edit for each in changed for edit in _edits(file, each)]
        after = file.with_edits(edits, file.keys)
        if after != file.data:
            write_atomically(path, after)
    _remember(file, [each for each in known if not _is_as_before(each, memory)], memory)
    return changed


def _is_as_before(known: _Known, memory: ImportMemory) -> bool:
    """Return whether a source is the same at its source as at the last import."""
    last = memory.get(known.source.key)
    return last is not None and last.item == item_of(known.given)


def _remember(file: LibraryFile, known: Iterable[_Known], memory: ImportMemory) -> None:
    """Remember sources of a file as an import would write them now."""
    for given, source in known:
        fields = _fields_of(given, source.key, file.path)
        memory.remember(source.key, Imported(given.key, item_of(given), fields))
    memory.save(file.keys)


def _remember_added(
    additions: Iterable[Addition], into: Path, memory: ImportMemory
) -> None:
    file = open_library_file(into, new=True)
    for addition in additions:
        given, added = addition.given, addition.added
        if added:
            fields = file.editable.values(added.key)
            memory.remember(added.key, Imported(given.key, item_of(given), fields))
    memory.save(file.keys)


def _is_sure(update: SourceUpdate) -> bool:
    """Return whether something has changed since the last import."""
    return any(field.outcome != "unsure" for field in update.fields)


def _changed_sources(
    file: LibraryFile, known: Iterable[_Known], memory: ImportMemory
) -> Iterator[SourceUpdate]:
    in_file = set(file.keys)
    for each in known:
        given, source = each
        if source.key not in in_file or _is_as_before(each, memory):
            continue
        if last := memory.get(source.key):
            ours = file.editable.values(source.key)
            theirs = _fields_of(given, source.key, file.path)
            before = _fields_at_source(last, given, source.key, file.path)
            fields = list(_changed_fields(ours, theirs, last.fields, before))
        else:
            fields = list(_different_fields(source, given, file.path))
        if fields:
            yield SourceUpdate(source, fields)


def _changed_fields(
    ours: Mapping[str, object],
    theirs: Mapping[str, object],
    last: Mapping[str, object],
    before: Mapping[str, object],
) -> Iterator[FieldChange]:
    """Compare an entry in the library with what an import would write now.

    Args:
        ours: the fields in the library.
        theirs: the fields that an import would write now.
        last: those that the last import wrote.
        before: those that an import would write now for what was imported last.
    """
    for name in {**before, **theirs}:
        after, own = theirs.get(name), ours.get(name)
        if after not in (before.get(name), own):
            outcome: Outcome = "taken" if own == last.get(name) else "conflict"
            yield FieldChange(name, last.get(name), after, own, outcome)


def _fields_at_source(
    last: Imported, given: Source, key: str, path: Path
) -> Mapping[str, object]:
    """Return the fields that an import would write now for what was imported last.

    Which capitals are protected depends on the other titles of an export, too.
    """
    if given.original:
        return last.fields  # as they are in the file that is imported
    source = replace(
        source_from_csl_json(last.item), headline=given.headline, habits=given.habits
    )
    return _fields_of(source, key, path)


def _different_fields(
    source: Source, given: Source, path: Path
) -> Iterator[FieldChange]:
    """Compare a source in the library with what an import would write now, where nobody
    knows what the last one wrote.
    """
    text = _text_of(given, source.key, path)
    library = Library([read_data(text.encode(), path)[0]])
    for name, own, after in Pair(source, library.require(source.key)).differences():
        if after:
            yield FieldChange(name, None, after, own, "unsure")


def _fields_of(source: Source, key: str, path: Path) -> Mapping[str, object]:
    """Return the fields that an import would write for a source into a file."""
    text = _text_of(source, key, path)
    return editable(text, str(path), path.suffix).values(key)


def _text_of(source: Source, key: str, path: Path) -> str:
    """Return what an import would write for a source into an empty file."""
    named = with_typed_annotations(replace(source, key=key))
    empty = editable("", str(path), path.suffix)
    return apply_edits("", empty.add([named]))


def _edits(file: LibraryFile, update: SourceUpdate) -> list[Edit]:
    taken = {
        field.name: field.after for field in update.fields if field.outcome == "taken"
    }
    return file.editable.update(update.source.key, taken) if taken else []
