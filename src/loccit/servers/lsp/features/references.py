"""Find where a source is cited, from a citation or from its entry."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.keys.entry_place import entry_place
from loccit.drafting.keys.key_here import key_at
from loccit.drafting.keys.where_cited import where_cited
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_REFERENCES


def answer(
    server: Server, params: types.ReferenceParams
) -> list[types.Location] | None:
    """Return where the essays of the project cite a source (LSP 3.17, "Find References
    Request"); its entry is the declaration.
    """
    path = server.path(params.text_document.uri)
    offset = server.places(path).offset(params.position)
    here = key_at(server.drafts, path, offset)
    if here is None:
        return None
    places = [*where_cited(server.drafts, here)]
    if params.context.include_declaration:
        entry = entry_place(server.drafts, here)
        places = [entry, *places] if entry else places
    return [server.location(place) for place in places]
