"""Files of sources <-> `model.Source`: open a library, look sources up by key, write them
in any format.

Other rooms import from here, from `bibliography.formats`, from a format by its name, and
from `bibliography.search` and `bibliography.duplicates`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit.bibliography.editable import Editable
from loccit.bibliography.files import (
    file_of,
    files_in,
    is_in_database,
    no_sources,
    read_data,
    read_file,
)
from loccit.bibliography.library import (
    Library,
    open_library,
    read_entries,
    read_entry,
    read_library,
)
from loccit.bibliography.source_file import Reading, SourceFile
from loccit.bibliography.suggestions import (
    nearest,
    shown_key,
    unknown_key,
    unreadable_source,
)
from loccit.bibliography.title_habits import habits_of_file
from loccit.bibliography.write import losses, write_sources

if TYPE_CHECKING:
    from loccit.bibliography.exporters import undo_habits
    from loccit.bibliography.exporters.genres import type_of as type_of_genre

__all__ = [
    "Editable",
    "Library",
    "Reading",
    "SourceFile",
    "file_of",
    "files_in",
    "habits_of_file",
    "is_in_database",
    "losses",
    "nearest",
    "no_sources",
    "open_library",
    "read_data",
    "read_entries",
    "read_entry",
    "read_file",
    "read_library",
    "shown_key",
    "type_of_genre",
    "undo_habits",
    "unknown_key",
    "unreadable_source",
    "write_sources",
]


def __getattr__(name: str) -> object:
    """Import what the completion of a key does without when it is first used."""
    if name == "undo_habits":
        from loccit.bibliography.exporters import undo_habits

        return undo_habits
    if name == "type_of_genre":
        from loccit.bibliography.exporters.genres import type_of

        return type_of
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
