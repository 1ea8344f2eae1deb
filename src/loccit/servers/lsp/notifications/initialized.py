"""The client has read what the server can do: from now on both may ask."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.ask_settings import ask_settings
from loccit.servers.lsp.server import Server

METHOD = types.INITIALIZED


def heed(server: Server, params: types.InitializedParams) -> None:
    """Ask for the settings (LSP 3.17, "Initialized Notification")."""
    ask_settings(server)
