"""Where the entry of a key is."""

from __future__ import annotations

import re
from pathlib import Path

from loccit.drafting.file_span import FileSpan
from loccit.drafting.keys.key_here import KeyHere
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.workspace import Workspace
from loccit.model import Place, Span
from loccit.text_files.positions import Positions
from loccit.workspace.membership import own_keys


def entry_place(workspace: Workspace, here: KeyHere) -> FileSpan | None:
    """Return where the entry of a key is; None if no file has it, as for a source in
    Zotero's database.

    Raises:
        UnreadableFile: its file is gone.
    """
    if here.essay and here.key in own_keys(here.essay.essay):
        return _in_front_matter(here.essay, here.key)
    found = here.library.place(here.key)
    if found is None or not found.start.line:
        return None
    path = Path(found.start.path).absolute()
    positions = Positions(workspace.text(path))
    start = _offset(positions, found.start)
    end = _offset(positions, found.end) if found.end else start
    return FileSpan(path, Span(start, max(start, end)))


def _in_front_matter(essay: OpenEssay, key: str) -> FileSpan | None:
    """Find the `id` of a source among the essay's settings."""
    front_matter = essay.essay.front_matter
    id_ = re.compile(rf"""\bid["']?[ \t]*:[ \t]*["']?({re.escape(key)})(?![\w:.-])""")
    for span in front_matter.spans if front_matter else ():
        if found := id_.search(essay.text, span.start, span.end):
            return FileSpan(essay.path, Span(*found.span(1)))
    return None


def _offset(positions: Positions, place: Place) -> int:
    return positions.offset(place.line, max(place.column, 1))
