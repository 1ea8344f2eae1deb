"""What a selection in a `.bib` file grows to."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.bib import is_bib
from loccit.drafting.bib.selection import growing_spans
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_SELECTION_RANGE


def answer(
    server: Server, params: types.SelectionRangeParams
) -> list[types.SelectionRange] | None:
    """Return the growing ranges of each position (LSP 3.17, "Selection Range Request")."""
    path = server.path(params.text_document.uri)
    if not is_bib(path):
        return None
    places = server.places(path)
    return [_grown(places, position) for position in params.positions]


def _grown(places: Places, position: types.Position) -> types.SelectionRange:
    spans = growing_spans(places.text, places.offset(position))
    outer: types.SelectionRange | None = None
    for span in reversed(spans):
        outer = types.SelectionRange(places.range(span), outer)
    assert outer  # the whole file
    return outer
