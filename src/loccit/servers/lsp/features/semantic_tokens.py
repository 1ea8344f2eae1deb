"""What the parts of citations and entries are, in a whole file."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.semantic_tokens import LEGEND, tokens
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL
OPTIONS = LEGEND


def answer(
    server: Server, params: types.SemanticTokensParams
) -> types.SemanticTokens | None:
    """Return all tokens (LSP 3.17, "Semantic Tokens")."""
    return tokens(server, server.path(params.text_document.uri))
