"""What can be folded in a `.bib` file: its entries."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from loccit.drafting.bib import is_bib
from loccit.drafting.bib.outline import entry_ends
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_FOLDING_RANGE


def answer(
    server: Server, params: types.FoldingRangeParams
) -> list[types.FoldingRange] | None:
    """List the entries of several lines (LSP 3.17, "Folding Range Request")."""
    path = server.path(params.text_document.uri)
    return [*_ranges(server.places(path))] if is_bib(path) else None


def _ranges(places: Places) -> Iterator[types.FoldingRange]:
    positions = places.ascending([*entry_ends(places.text)])
    for start, end in zip(positions, positions, strict=True):
        if start.line < end.line:
            kind = types.FoldingRangeKind.Region
            yield types.FoldingRange(start.line, end.line, kind=kind)
