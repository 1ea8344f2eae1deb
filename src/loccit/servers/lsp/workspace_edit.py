"""Edits of files, as clients make them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.drafting.file_edits import FileEdits
from loccit.servers.lsp.server import Server


def workspace_edit(server: Server, edits: FileEdits) -> types.WorkspaceEdit:
    """Return edits of files (LSP 3.17, "WorkspaceEdit").

    A client that can is told which version of an open file they are of, and makes none
    if the writer has typed more by then.
    """
    capability = "workspace.workspace_edit.document_changes"
    changes = {
        path: server.places(path).text_edits(each) for path, each in edits.items()
    }
    if not get_capability(server.client_capabilities, capability, False):
        by_uri = {server.uri(path): each for path, each in changes.items()}
        return types.WorkspaceEdit(changes=by_uri)
    documents = [_document(server, path, each) for path, each in changes.items()]
    return types.WorkspaceEdit(document_changes=documents)


def _document(
    server: Server, path: Path, edits: Sequence[types.TextEdit]
) -> types.TextDocumentEdit:
    version = server.drafts.version(path)
    document = types.OptionalVersionedTextDocumentIdentifier(server.uri(path), version)
    return types.TextDocumentEdit(document, [*edits])
