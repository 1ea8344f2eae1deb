"""Ask the client for its settings."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.servers.lsp.client_settings import SECTION
from loccit.servers.lsp.refresh import refresh_hints
from loccit.servers.lsp.server import Server


def ask_settings(server: Server) -> bool:
    """Ask for the settings (LSP 3.17, "Configuration Request").

    Returns:
        whether the client can be asked.
    """
    if not get_capability(server.client_capabilities, "workspace.configuration"):
        return False

    def use(sections: Any) -> None:
        use_settings(server, sections[0] if sections else None)

    params = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
    server.ask(lambda: server.workspace_configuration_async(params), use)
    return True


def use_settings(server: Server, section: Any) -> None:
    """Follow settings from now on; `section` is as the client sends it."""
    if server.follow(section):
        server.diagnoses.all_changed()
        refresh_hints(server)
