"""An open text was changed."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.opened.change import change_of
from loccit.model import Edit, Span
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_DID_CHANGE


def heed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Make the changes, each in the text that those before it left (LSP 3.17,
    "DidChangeTextDocument").
    """
    document = params.text_document
    if not server.addresses.is_open(document.uri):
        return
    path = server.path(document.uri)
    edits = []
    for change in params.content_changes:
        edit = _edit(change, server.places(path))
        server.drafts.edit(path, [edit], document.version)
        edits.append(edit)
    server.diagnoses.changed(path, change_of(edits))


def _edit(change: types.TextDocumentContentChangeEvent, places: Places) -> Edit:
    if isinstance(change, types.TextDocumentContentChangePartial):
        return Edit(places.span(change.range), change.text)
    return Edit(Span(0, len(places.text)), change.text)
