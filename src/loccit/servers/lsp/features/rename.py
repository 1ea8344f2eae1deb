"""Change a key in the library and in all essays of the project."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.keys.key_here import key_at
from loccit.drafting.keys.renaming import rename
from loccit.servers.lsp.server import Server
from loccit.servers.lsp.workspace_edit import workspace_edit

METHOD = types.TEXT_DOCUMENT_RENAME


def answer(server: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Return the edits of all files (LSP 3.17, "Rename Request").

    Raises:
        LoccitError: it can't be done; the message says why.
    """
    path = server.path(params.text_document.uri)
    offset = server.places(path).offset(params.position)
    here = key_at(server.drafts, path, offset)
    if here is None:
        return None
    return workspace_edit(server, rename(server.drafts, here, params.new_name))
