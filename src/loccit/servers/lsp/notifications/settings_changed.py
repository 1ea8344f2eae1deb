"""The writer changed the settings of the editor."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from loccit.servers.lsp.ask_settings import ask_settings, use_settings
from loccit.servers.lsp.client_settings import SECTION
from loccit.servers.lsp.server import Server

METHOD = types.WORKSPACE_DID_CHANGE_CONFIGURATION


def heed(server: Server, params: types.DidChangeConfigurationParams) -> None:
    """Ask for them; a client that can't be asked sends them along (LSP 3.17,
    "DidChangeConfiguration").
    """
    if not ask_settings(server):
        sent: Any = params.settings
        section = sent.get(SECTION) if isinstance(sent, dict) else None
        use_settings(server, section)
