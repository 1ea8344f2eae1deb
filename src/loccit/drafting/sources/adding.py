"""Add sources to an open library: as edits of one of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography.formats import editable
from loccit.bibliography.keys import make_key
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.drafting.opened.workspace import Workspace
from loccit.editing.known_sources import KnownSources
from loccit.editing.typed_annotations import with_typed_annotations
from loccit.errors import UnreadableFile
from loccit.model import Source
from loccit.workspace.library_files import FIRST_FILE, file_for_new


@dataclass(frozen=True, slots=True)
class Added:
    """What becomes of sources.

    Attributes:
        keys: the key of each, in their order: a new one, or that of the source in the
            library that it is.
        new: those that the library lacks.
        edits: add them.
    """

    keys: Sequence[str]
    new: Sequence[Source]
    edits: FileEdits


def add_to_library(
    workspace: Workspace, library: OpenLibrary, sources: Sequence[Source], near: Path
) -> Added:
    """Return the edits that add the sources to a library that it lacks.

    Args:
        workspace: what is open.
        library: the library.
        sources: the sources; one without a key gets one, as one whose key is taken.
        near: the essay, beside which a library begins if there is none.

    Raises:
        LoccitError: there are several files that they could go into, or the only one is
            not changed in place.
    """
    keyed = [*_keyed(library, sources)]
    known = library.library
    new = [source for source in keyed if source.key not in known]
    keys = [source.key for source in keyed]
    if not new:
        return Added(keys, [], {})
    target = target_of(library, near)
    text = text_of(workspace, target)
    edits = editable(text, str(target), target.suffix).add(
        map(with_typed_annotations, new)
    )
    return Added(keys, new, {target: edits})


def target_of(library: OpenLibrary, near: Path) -> Path:
    """Return the file that new sources go into; it may not be there yet.

    Raises:
        LoccitError: there are several that they could go into.
    """
    files = [file for file in library.files if not file.is_dir()]
    target = file_for_new(files, None)
    if target != FIRST_FILE:
        return target
    if library.paths:
        return library.paths[0] / FIRST_FILE.name
    return near.parent / FIRST_FILE


def text_of(workspace: Workspace, path: Path) -> str:
    """Return the text of a file, which may not be there yet.

    Raises:
        UnreadableFile: it is there, and can't be read.
    """
    try:
        return workspace.text(path)
    except UnreadableFile:
        if path.exists():
            raise
        return ""


def _keyed(library: OpenLibrary, sources: Sequence[Source]) -> Iterator[Source]:
    """Yield each source with its key; one that the library has with that one's: people
    cite the source that they have.
    """
    known = KnownSources(library.library, sources)
    taken = set(library.library.keys())
    for source in sources:
        pair = known.similar(source)
        same = known.same(source) or (pair and pair.one)
        if same:
            yield same
            continue
        if not source.key or source.key in taken:
            source = replace(source, key=make_key(source, taken))
        taken.add(source.key)
        known.add(source)
        yield source
