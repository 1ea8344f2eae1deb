"""The sources that a document of Word or LibreOffice brings along: those of its live
citations, those of Word's Source Manager, or a list that is typed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from loccit.bibliography import Library, read_data, read_entries
from loccit.editing.typed_references import TypedSources, sources_of_list
from loccit.errors import UnreadableFile
from loccit.essays import read_essay
from loccit.model import Problem, Source
from loccit.workspace.document_sources import document_library

#: What the files of Word and LibreOffice begin with.
_ARCHIVE = b"PK\x03\x04"


def is_document(data: bytes) -> bool:
    """Return whether a file is a document of Word or LibreOffice, or looks like one."""
    return data.startswith(_ARCHIVE)


def sources_of_document(data: bytes, name: str) -> TypedSources:
    """Return all sources of a document.

    Args:
        data: the bytes of the file.
        name: its path.

    Raises:
        UnreadableFile: it is damaged, or has no sources.
    """
    essay = read_essay(data, name)
    carried = document_library(essay.document.records, Library([])).library
    keys = carried.keys()
    sources = [carried.require(key) for key in keys]
    managed, problems = _managed(data, name)
    known = {source.text("title") for source in sources}
    sources += [each for each in managed if each.text("title") not in known]
    if sources:
        return TypedSources(sources, problems)
    typed = sources_of_list(data, name)
    if typed.sources:
        return typed
    # This says that nothing was found in the Source Manager either.
    read_data(data, Path(name))
    return TypedSources([], problems)


def _managed(data: bytes, name: str) -> tuple[list[Source], list[Problem]]:
    """Return the sources of Word's Source Manager; none if the document has none."""
    with suppress(UnreadableFile):
        file, problems = read_data(data, Path(name))
        readings = [*read_entries(file)]
        found = [reading.source for reading in readings if reading.source]
        inside = [problem for reading in readings for problem in reading.problems]
        return found, [*problems, *file.problems, *inside]
    return [], []
