"""What can be done at a place."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.actions import actions_at
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_CODE_ACTION
OPTIONS = types.CodeActionOptions(
    code_action_kinds=[
        types.CodeActionKind.QuickFix,
        types.CodeActionKind.RefactorRewrite,
        types.CodeActionKind.Source,
        types.CodeActionKind.SourceFixAll,
    ],
    resolve_provider=True,
)


def answer(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """List it (LSP 3.17, "Code Action Request")."""
    return actions_at(server, params)
