"""Ask the client to ask again: what it has from the server is old."""

from __future__ import annotations

from pygls.capabilities import get_capability

from loccit.servers.lsp.server import Server

_PULL = "text_document.diagnostic"
_REFRESH = "workspace.diagnostics.refresh_support"
_REFRESH_HINTS = "workspace.inlay_hint.refresh_support"


def pulls_diagnostics(server: Server) -> bool:
    """Return whether the client asks for problems when it wants them, and again when it
    is told that there are others (LSP 3.17, "Pull Diagnostics").
    """
    capabilities = server.client_capabilities
    can_refresh = bool(get_capability(capabilities, _REFRESH))
    return can_refresh and get_capability(capabilities, _PULL) is not None


def refresh_diagnostics(server: Server) -> None:
    """Tell a client that asks for problems that there may be others."""
    server.ask(lambda: server.workspace_diagnostic_refresh_async(None))


def refresh_hints(server: Server) -> None:
    """Tell a client that shows what citations print that it may have changed."""
    if get_capability(server.client_capabilities, _REFRESH_HINTS):
        server.ask(lambda: server.workspace_inlay_hint_refresh_async(None))
