"""What the parts of citations and entries are, in the part of a file that is shown."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.semantic_tokens import LEGEND, tokens
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE
OPTIONS = LEGEND


def answer(
    server: Server, params: types.SemanticTokensRangeParams
) -> types.SemanticTokens | None:
    """Return the tokens of a range (LSP 3.17, "Semantic Tokens")."""
    return tokens(server, server.path(params.text_document.uri), params.range)
