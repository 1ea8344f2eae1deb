"""Turn all citations of an essay that are typed by hand into keys."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types

from loccit.drafting.acting.asked import Asked
from loccit.model import Span
from loccit.servers.lsp.server import Server
from loccit.servers.lsp.workspace_edit import workspace_edit

NAME = "loccit.adopt"


@dataclass(frozen=True)
class AdoptParams:
    """The essay."""

    textDocument: types.TextDocumentIdentifier  # noqa: N815 - as clients write it


async def run(server: Server, params: AdoptParams) -> None:
    """Have the client make the edits; what is doubtful stays as it is typed.

    Raises:
        LoccitError: there is nothing to turn, or it can't be done; the message says
            why.
    """
    await server.apply(await server.in_order(_edit, params))


def _edit(server: Server, params: AdoptParams) -> types.WorkspaceEdit:
    # It recognizes what is typed, for which no other answer has to wait.
    from loccit.drafting.acting.adopting import adopt_all

    path = server.path(params.textDocument.uri)
    return workspace_edit(server, adopt_all(Asked(server.drafts, path, Span(0, 0))))
