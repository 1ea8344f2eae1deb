"""The client opened or closed folders."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.addresses import path_of
from loccit.servers.lsp.server import Server

METHOD = types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS


def heed(server: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Take the folders (LSP 3.17, "DidChangeWorkspaceFolders")."""
    folders = server.drafts.folders
    for folder in params.event.removed:
        path = path_of(folder.uri)
        if path in folders:
            folders.remove(path)
    for folder in params.event.added:
        path = path_of(folder.uri)
        if path and path not in folders:
            folders.append(path)
    if server.watcher:
        server.watcher.add(folders)
