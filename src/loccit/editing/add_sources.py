"""Add sources to a library: skip those it already has, and rename keys that are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library, open_library
from loccit.bibliography.formats.csl_json.items import is_address
from loccit.bibliography.keys import free_key, make_key
from loccit.editing.import_memory import ImportMemory
from loccit.editing.known_sources import KnownSources
from loccit.editing.library_file import LibraryFile, locked, open_library_file
from loccit.editing.typed_annotations import with_typed_annotations
from loccit.model import Place, Source
from loccit.text_files.atomic_write import write_atomically


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one source.

    Attributes:
        given: the source.
        added: the source as it is in the library now; None if it was there already.
        message: the outcome in words.
        known: the source that was there already, if it was.
    """

    given: Source
    added: Source | None
    message: str
    known: Source | None = None


@dataclass(frozen=True, slots=True)
class Additions:
    """What became of each source, and the bytes of the file before and after."""

    each: tuple[Addition, ...]
    before: bytes
    after: bytes


def add_sources(
    sources: Iterable[Source],
    into: Path,
    files: Sequence[Path],
    *,
    memory: Mapping[Path, ImportMemory] | None = None,
    dry_run: bool = False,
) -> Additions:
    """Add to the file `into` the sources that the library does not have yet.

    Args:
        sources: the new ones; one without a key gets one.
        into: a file of the library; it is created if it is missing.
        files: the library's.
        memory: what was imported last into the files.
        dry_run: only return what would be done.

    Raises:
        LoccitError: the file can't be read, changed or written; it is as it was.
    """
    remembered = tuple((memory or {}).values())
    if dry_run:
        return _additions(sources, into, files, remembered)
    into.parent.mkdir(parents=True, exist_ok=True)
    with locked([into]):
        additions = _additions(sources, into, files, remembered)
        if additions.after != additions.before:
            write_atomically(into, additions.after)
    return additions


def _additions(
    sources: Iterable[Source],
    into: Path,
    files: Sequence[Path],
    memory: Sequence[ImportMemory],
) -> Additions:
    file = open_library_file(into, new=True)
    existing = [path for path in dict.fromkeys([*files, into]) if path.exists()]
    library = open_library(existing)
    new = tuple(sources)
    known = KnownSources(library, new, memory)
    each = tuple(_each(new, known, library, file))
    added = [addition.added for addition in each if addition.added]
    return Additions(each, file.data, with_more(added, file))


def with_more(sources: Sequence[Source], file: LibraryFile) -> bytes:
    """Return the bytes of a file with more sources.

    Raises:
        LoccitError: the file can't hold them.
    """
    if not sources:
        return file.data
    keys = [*file.keys, *(source.key for source in sources)]
    typed = map(with_typed_annotations, sources)
    return file.with_edits(file.editable.add(typed), keys)


def _each(
    sources: Sequence[Source], known: KnownSources, library: Library, file: LibraryFile
) -> Iterator[Addition]:
    """Yield what becomes of each source; an earlier one counts as known for a later."""
    taken = set(library.keys())
    for source in sources:
        same = known.same(source)
        if same:
            yield Addition(source, None, _known_message(source, same), same)
            continue
        addition = _addition(source, taken, file)
        pair = known.similar(source)
        if pair:
            reasons = ", ".join(pair.reasons)
            also = f"it may be `{pair.one.key}`, at {pair.one.place}: {reasons}"
            addition = replace(addition, message=f"{addition.message}; {also}")
        if addition.added:
            taken.add(addition.added.key)
            known.add(replace(addition.added, place=Place(str(file.path))))
        yield addition


def _known_message(source: Source, same: Source) -> str:
    name = "" if same.key == source.key else f" as `{same.key}`"
    return f"is there already{name}, at {same.place}"


def _addition(source: Source, taken: set[str], file: LibraryFile) -> Addition:
    """Add a source with its own key, or with another if the file can't have that, or
    has it already.
    """
    # Zotero's CSL JSON has addresses for keys, which nobody can type.
    if not file.editable.can_have(source.key) or is_address(source.key):
        added = replace(source, key=make_key(source, taken))
        return Addition(source, added, f"added as `{added.key}`")
    if source.key in taken:
        added = replace(source, key=free_key(source.key, taken))
        reason = f"because another source has the key `{source.key}`"
        return Addition(source, added, f"added as `{added.key}`, {reason}")
    return Addition(source, source, "added")
