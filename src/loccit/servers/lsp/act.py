"""Do something that a client has chosen: ask the network for it if need be, while other
requests are answered.
"""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.offers import fetcher_of
from loccit.servers.lsp.actions import ActParams, edits_for
from loccit.servers.lsp.server import Server
from loccit.servers.lsp.workspace_edit import workspace_edit


async def act(server: Server, params: ActParams) -> types.WorkspaceEdit:
    """Return the edits of an action.

    Raises:
        LoccitError: it can't be done; the message says why.
    """
    fetch = fetcher_of(params.action)
    fetched = None
    if fetch:
        fetched = await server.aside("Looking it up", lambda: fetch(params.argument))

    def edits(server: Server, params: ActParams) -> types.WorkspaceEdit:
        return workspace_edit(server, edits_for(server, params, fetched))

    return await server.in_order(edits, params)
