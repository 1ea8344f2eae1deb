"""The client has read what the server can do: from now on both may ask."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.ask_settings import ask_settings
from loccit.servers.lsp.server import Server
from loccit.servers.lsp.watch import watch

METHOD = types.INITIALIZED

#: Seconds after which the server is less busy than at the beginning.
_CALM = 1


def heed(server: Server, params: types.InitializedParams) -> None:
    """Ask for the settings, and read the libraries (LSP 3.17, "Initialized
    Notification").
    """
    ask_settings(server)
    server.do_in_view("Reading the library", lambda: _read_libraries(server))
    server.later(_CALM, lambda: watch(server))


def _read_libraries(server: Server) -> None:
    """Read the library of each folder; what is asked of it waits for that anyway."""
    for library in server.libraries():
        library.prepare()
