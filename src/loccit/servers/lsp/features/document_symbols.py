"""The outline of a `.bib` file: its entries."""

from __future__ import annotations

from collections.abc import Iterator

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
    return [*_symbols(places)]


def _symbols(places: Places) -> Iterator[types.DocumentSymbol]:
    entries = [*outline(places.text)]
    ends = [end for entry in entries for end in _ends(entry)]
    positions = places.ascending(ends)
    # Four of each entry: its own, and those of its name within.
    for entry, start, name, name_end, end in zip(
        entries, positions, positions, positions, positions, strict=True
    ):
        yield types.DocumentSymbol(
            name=entry.key or f"@{entry.type}",
            detail=f"{entry.type}: {entry.title}" if entry.title else entry.type,
            kind=types.SymbolKind.Class,
            range=types.Range(start, end),
            selection_range=types.Range(name, name_end),
        )


def _ends(entry: OutlinedEntry) -> tuple[int, ...]:
    name = entry.name_span
    return entry.span.start, name.start, name.end, entry.span.end
