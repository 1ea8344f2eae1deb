"""Files changed on the disk."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.refresh import refresh_hints
from loccit.servers.lsp.server import Server

METHOD = types.WORKSPACE_DID_CHANGE_WATCHED_FILES


def heed(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Look at the open files again (LSP 3.17, "DidChangeWatchedFiles"): the workspace
    reads what has changed when it is asked.  What the client has open and saves is
    known already.
    """
    if not all(server.addresses.is_open(change.uri) for change in params.changes):
        look_again(server)


def look_again(server: Server) -> None:
    """Show what files on the disk have changed in those that are open."""
    server.diagnoses.all_changed()
    refresh_hints(server)
