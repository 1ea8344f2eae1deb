"""Where the key or the abbreviation that a `.bib` file names is defined."""

from __future__ import annotations

from pathlib import Path

from loccit.drafting.bib.places import NamedThing, string_place
from loccit.drafting.file_span import FileSpan
from loccit.drafting.keys.entry_place import entry_place
from loccit.drafting.keys.key_here import KeyHere
from loccit.drafting.opened.workspace import Workspace


def defined(workspace: Workspace, path: Path, named: NamedThing) -> FileSpan | None:
    """Return where something is defined; None if no file of the library does that.

    Args:
        workspace: what is open.
        path: the file that names it.
        named: a key, or an abbreviation.

    Raises:
        LoccitError: a file of the library is gone, or a settings file has a mistake.
    """
    library = workspace.library(path)
    if named.kind == "key":
        here = KeyHere(named.name, path, named.span, library)
        return entry_place(workspace, here)
    for file in dict.fromkeys([path, *library.files]):
        found = string_place(workspace.text(file), named.name)
        if found is not None:
            return FileSpan(file, found)
    return None
