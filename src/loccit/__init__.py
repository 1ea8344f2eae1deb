"""loccit: cite by key while you draft, hand in APA.

The names here are the library's public face; everything else is an inner room.

    format_essay     an essay and a library in, a formatted essay out
    open_essay       read an essay from a file
    read_essay       read an essay from bytes
    open_library     read files and folders of sources
    load_style       a CSL style by its id or path
    process          the CSL processor: sources and citations in, rich text out
    Settings         what format_essay is to do
    format_citation  one citation of a library, as text, HTML or Markdown
    format_reference one entry of the list
    read_library     sources from a string or dicts
    check_library    the mistakes in a library
    search_sources, find_duplicates, export_sources
    Source, Citation, Cite, Locator, RichText, Problem, LoccitError
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from loccit._startup.version import __version__ as __version__

if TYPE_CHECKING:
    from loccit.bibliography import Library, open_library, read_library
    from loccit.bibliography.duplicates import find_duplicates
    from loccit.bibliography.search.search import search_sources
    from loccit.csl import load_style, process
    from loccit.errors import LoccitError
    from loccit.essays import Essay, open_essay, read_essay
    from loccit.export.data import export_sources
    from loccit.formatting.format_essay import format_essay
    from loccit.formatting.formatted_essay import FormattedEssay
    from loccit.formatting.one_citation import format_citation, format_reference
    from loccit.lint import check_library
    from loccit.model import Citation, Cite, Locator, Problem, RichText, Source
    from loccit.workspace.settings import Settings


__all__ = [
    "Citation",
    "Cite",
    "Essay",
    "FormattedEssay",
    "Library",
    "Locator",
    "LoccitError",
    "Problem",
    "RichText",
    "Settings",
    "Source",
    "check_library",
    "export_sources",
    "find_duplicates",
    "format_citation",
    "format_essay",
    "format_reference",
    "load_style",
    "open_essay",
    "open_library",
    "process",
    "read_essay",
    "read_library",
    "search_sources",
]

# Names are imported when they are first used: `loccit --version` and shell completion
# start without XML or BibTeX.
_ROOMS = {
    "bibliography": ("Library", "open_library", "read_library"),
    "bibliography.duplicates": ("find_duplicates",),
    "bibliography.search.search": ("search_sources",),
    "csl": ("load_style", "process"),
    "errors": ("LoccitError",),
    "essays": ("Essay", "open_essay", "read_essay"),
    "export.data": ("export_sources",),
    "formatting.format_essay": ("format_essay",),
    "formatting.formatted_essay": ("FormattedEssay",),
    "formatting.one_citation": ("format_citation", "format_reference"),
    "lint": ("check_library",),
    "model": ("Citation", "Cite", "Locator", "Problem", "RichText", "Source"),
    "workspace.settings": ("Settings",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
