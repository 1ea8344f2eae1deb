"""Go from a key to its entry."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.entry_place import entry_place
from loccit.drafting.key_here import key_at
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_DEFINITION


def answer(server: Server, params: types.DefinitionParams) -> types.Location | None:
    """Return where the entry of a key is (LSP 3.17, "Goto Definition Request")."""
    path = server.path(params.text_document.uri)
    offset = server.places(path).offset(params.position)
    here = key_at(server.drafts, path, offset)
    entry = entry_place(server.drafts, here) if here else None
    return server.location(entry) if entry else None
