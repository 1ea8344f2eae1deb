"""A file was closed: the disk has its text again."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.server import Server
from loccit.servers.lsp.show_problems import hide_problems

METHOD = types.TEXT_DOCUMENT_DID_CLOSE


def heed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Go back to the file (LSP 3.17, "DidCloseTextDocument")."""
    uri = params.text_document.uri
    if server.addresses.is_open(uri):
        path = server.path(uri)
        hide_problems(server, path)
        server.diagnoses.closed(path)
        server.drafts.close(path)
        server.forget(path)
