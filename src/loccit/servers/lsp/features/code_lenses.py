"""How often the essays cite each entry of a `.bib` file: first for which entries."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.bib import is_bib
from loccit.drafting.bib.outline import outline
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_CODE_LENS

#: In a larger library nobody looks at all of them, and a client would get all of them.
_MOST = 5_000


def answer(server: Server, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    """List the entries, without their numbers (LSP 3.17, "Code Lens Request")."""
    uri = params.text_document.uri
    path = server.path(uri)
    if not is_bib(path):
        return None
    server.forget_cited(path)
    places = server.places(path)
    if places.text.count("@") > _MOST:
        return []
    entries = [entry for entry in outline(places.text) if entry.key]
    return [
        types.CodeLens(
            places.range(entry.name_span), data={"uri": uri, "key": entry.key}
        )
        for entry in entries
    ]
