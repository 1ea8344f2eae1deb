"""Make the edits of the action that was chosen."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from loccit.errors import InvalidChange
from loccit.servers.lsp.act import act
from loccit.servers.lsp.actions import ActParams
from loccit.servers.lsp.server import Server

METHOD = types.CODE_ACTION_RESOLVE


async def answer(server: Server, params: types.CodeAction) -> types.CodeAction:
    """Add the edits (LSP 3.17, "Code Action Resolve Request").

    Raises:
        LoccitError: it can't be done; the message says why.
    """
    # The client sends back what it was given, as JSON.
    data: Any = params.data
    try:
        chosen = ActParams(**data)
    except TypeError as error:
        raise InvalidChange("This is not an action of loccit.") from error
    params.edit = await act(server, chosen)
    return params
