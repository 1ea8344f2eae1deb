"""The key under the cursor, in an essay or in a file of sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.bibliography import SourceFile
from loccit.drafting.bib import is_bib
from loccit.drafting.bib.blocks import block_at
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.drafting.opened.workspace import Workspace
from loccit.model import Span
from loccit.text_files.positions import Positions


@dataclass(frozen=True, slots=True)
class KeyHere:
    """A key where it is cited, or where its entry is.

    Attributes:
        key: the key.
        path: the file.
        span: where the key is typed, without signs around it.
        library: what it is looked up in.
        essay: the essay that cites it; None in a file of sources.
    """

    key: str
    path: Path
    span: Span
    library: OpenLibrary
    essay: OpenEssay | None = None


def key_at(workspace: Workspace, path: Path, offset: int) -> KeyHere | None:
    """Return the key at a place; None if there is none.

    Raises:
        UnreadableFile: the file can't be read.
        InvalidSettings: a settings file near a file of sources has a mistake.
    """
    if workspace.is_text(path):
        return _in_essay(workspace.essay(path), offset)
    if workspace.is_library(path):
        return _in_library(workspace, path, offset)
    return None


def _in_essay(essay: OpenEssay, offset: int) -> KeyHere | None:
    here = essay.cite_at(offset)
    places = [(here.key, here.span)] if here else _nocited(essay)
    for key, span in places:
        if span.start <= offset <= span.end:
            inside = _without_signs(essay.text, key, span)
            return KeyHere(key, essay.path, inside, essay.library, essay)
    return None


def _nocited(essay: OpenEssay) -> Iterator[tuple[str, Span]]:
    for place in essay.essay.document.nocited():
        if not place.part:
            yield place.key, place.span


def _without_signs(text: str, key: str, span: Span) -> Span:
    """Return where a key is in its span; all of it if the key is escaped there."""
    start = text.find(key, span.start, span.end)
    return span if start < 0 else Span(start, start + len(key))


def _in_library(workspace: Workspace, path: Path, offset: int) -> KeyHere | None:
    text = workspace.text(path)
    library = workspace.library(path)
    if is_bib(path):
        block = block_at(text, offset)
        if block is None or not block.key:
            return None
        return KeyHere(block.key.of(text), path, block.key, library)
    return _in_other(path, text, offset, library)


def _in_other(
    path: Path, text: str, offset: int, library: OpenLibrary
) -> KeyHere | None:
    """Find the entry around a place of a file that is not BibTeX."""
    positions = Positions(text)
    line = positions.at(offset).line
    for file in library.library.files:
        index = _entry_at(file, str(path), line)
        if index is None:
            continue
        place = file.range_of(index, "id").start
        start = positions.offset(place.line, place.column)
        key = file.keys[index]
        found = text.find(key, start)
        if found >= 0:
            return KeyHere(key, path, Span(found, found + len(key)), library)
    return None


def _entry_at(file: SourceFile, path: str, line: int) -> int | None:
    """Return the index of the last entry that begins at or before a line of a file."""
    found = None
    for index in range(len(file.keys)):
        place = file.place(index)
        if place.path != path or place.line > line:
            break
        found = index
    return found
