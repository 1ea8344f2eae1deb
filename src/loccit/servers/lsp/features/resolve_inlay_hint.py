"""Show the whole of what a citation prints, when the pointer is on its hint."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from loccit.drafting.printed.citations import printed_at
from loccit.servers.lsp import markdown
from loccit.servers.lsp.server import Server

METHOD = types.INLAY_HINT_RESOLVE


def answer(server: Server, params: types.InlayHint) -> types.InlayHint:
    """Add what the citation prints, with its italics (LSP 3.17, "Inlay Hint Resolve
    Request").
    """
    # The client sends back what it was given, as JSON.
    data: Any = params.data
    if not isinstance(data, dict) or not {"uri", "offset"} <= data.keys():
        return params
    essay = server.drafts.essay(server.path(data["uri"]))
    printed = printed_at(essay, data["offset"])
    if printed and printed.text:
        text = markdown.rich(printed.text)
        params.tooltip = types.MarkupContent(types.MarkupKind.Markdown, text)
    return params
