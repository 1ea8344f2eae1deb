"""A file was opened: from now on the client has its text."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from loccit.servers.lsp.server import Server
from loccit.servers.lsp.show_problems import show_problems, take_over

METHOD = types.TEXT_DOCUMENT_DID_OPEN


def heed(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Take the text of the file (LSP 3.17, "DidOpenTextDocument")."""
    document = params.text_document
    folder = next(iter(server.drafts.folders), Path.cwd())
    path = server.addresses.opened(document.uri, document.language_id, folder)
    if path:
        server.drafts.open(path, document.text, document.version)
        take_over(server, path)
        if server.drafts.is_text(path):
            server.do_ahead(lambda: server.drafts.prepare(path))
        server.diagnoses.opened(
            path, lambda is_checked: show_problems(server, path, is_checked=is_checked)
        )
