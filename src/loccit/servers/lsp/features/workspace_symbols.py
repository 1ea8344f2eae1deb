"""The sources of the library, by what somebody types of them."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from loccit.bibliography.search.summary import Summary
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.model import Place
from loccit.servers.lsp.server import Server

METHOD = types.WORKSPACE_SYMBOL

#: So many are offered; clients ask again as one types.
_MOST = 100


def answer(
    server: Server, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    """List the sources that fit (LSP 3.17, "Workspace Symbols Request")."""
    found = [
        symbol
        for library in server.libraries()
        for summary in library.find(params.query, _MOST).summaries
        if (symbol := _symbol(server, library, summary))
    ]
    return found[:_MOST]


def _symbol(
    server: Server, library: OpenLibrary, summary: Summary
) -> types.WorkspaceSymbol | None:
    found = library.place(summary.key)
    if found is None:
        return None
    words = " ".join(filter(None, [summary.author, summary.year, summary.title]))
    name = f"{summary.key}: {words}"
    location = _location(server, found.start)
    return types.WorkspaceSymbol(location, name, types.SymbolKind.Class)


def _location(server: Server, place: Place) -> types.Location:
    """Return where an entry begins; nearly all begin a line, and need no text."""
    path = Path(place.path)
    position = types.Position(place.line - 1, 0)
    if place.column > 1:
        position = server.places(path).position_of(place)
    return types.Location(server.uri(path), types.Range(position, position))
