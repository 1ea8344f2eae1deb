"""Format some entries of a `.bib` file."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.bib import is_bib
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_RANGE_FORMATTING


def answer(
    server: Server, params: types.DocumentRangeFormattingParams
) -> list[types.TextEdit] | None:
    """Return the edits of the entries that a range touches (LSP 3.17, "Document Range
    Formatting Request").
    """
    path = server.path(params.text_document.uri)
    if not is_bib(path):
        return None
    # Who formats no file need not wait for what tidies one.
    from loccit.drafting.bib.tidying import format_bib

    places = server.places(path)
    within = places.span(params.range)
    return places.text_edits(format_bib(places.text, within))
