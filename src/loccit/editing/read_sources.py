"""Read the sources of files in any format: of sources, documents, or typed lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from loccit.bibliography import SourceFile, no_sources, read_data, read_entries
from loccit.editing.document_sources import is_document, sources_of_document
from loccit.editing.typed_references import TypedSources, sources_of_list
from loccit.errors import UnknownFormat
from loccit.essays.formats import by_extension
from loccit.model import Problem, Source

#: Shows how far the reading of many entries is, as it passes their numbers on.
Progress: TypeAlias = Callable[[Sequence[int]], Iterable[int]]


def read_dropped(data: bytes, name: str, progress: Progress = iter) -> TypedSources:
    """Read the sources of a file: of a document, in any format, or of a typed list.

    Args:
        data: its bytes.
        name: its path.
        progress: shows how far it is.

    Raises:
        UnreadableFile: it has none in a format that is known.
    """
    if by_extension(Path(name).suffix) and is_document(data):
        return sources_of_document(data, name)
    return read_any(data, name, progress)


def read_any(data: bytes, name: str, progress: Progress = iter) -> TypedSources:
    """Read the sources in bytes, which may also be a text with typed references.

    Raises:
        UnreadableFile: they are in no known format, and have no typed references.
    """
    try:
        return sources_in(name, *read_data(data, Path(name)), progress)
    except UnknownFormat:
        typed = sources_of_list(data, name)
        if not typed.sources:
            raise
        return typed


def sources_in(
    name: str,
    file: SourceFile,
    problems: Sequence[Problem],
    progress: Progress = iter,
) -> TypedSources:
    """Return all sources of a file, with its problems; having no sources is one.

    Two with the same key are both there, since one of them will get another key.  So
    nobody has to know of sources without a key.
    """
    file.link([file])
    found = [*problems, *file.problems]
    sources: list[Source] = []
    numbers = progress(range(len(file.keys)))
    for _, reading in zip(numbers, read_entries(file), strict=False):
        found += reading.problems
        if reading.source:
            sources.append(reading.source)
    if not file.keys:
        found.append(no_sources(name, "warning"))
    told = [problem for problem in found if not _is_about_made_key(problem)]
    return TypedSources(sources, list(dict.fromkeys(told)))


def _is_about_made_key(problem: Problem) -> bool:
    return problem.rule == "missing-key" and problem.severity == "note"
