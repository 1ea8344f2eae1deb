"""The outline of a `.bib` file: its entries."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.bib import is_bib
from loccit.drafting.bib.outline import OutlinedEntry, outline
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_DOCUMENT_SYMBOL


def answer(
    server: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | None:
    """List the entries (LSP 3.17, "Document Symbols Request")."""
    path = server.path(params.text_document.uri)
    if not is_bib(path):
        return None
    places = server.places(path)
    return [_symbol(entry, places) for entry in outline(places.text)]


def _symbol(entry: OutlinedEntry, places: Places) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=entry.key or f"@{entry.type}",
        detail=f"{entry.type}: {entry.title}" if entry.title else entry.type,
        kind=types.SymbolKind.Class,
        range=places.range(entry.span),
        selection_range=places.range(entry.name_span),
    )
