"""Do something that was offered, for clients that get commands and no edits."""

from __future__ import annotations

from loccit.servers.lsp.act import act
from loccit.servers.lsp.actions import ACT, ActParams
from loccit.servers.lsp.server import Server

NAME = ACT


async def run(server: Server, params: ActParams) -> None:
    """Have the client make the edits.

    Raises:
        LoccitError: it can't be done; the message says why.
    """
    await server.apply(await act(server, params))
