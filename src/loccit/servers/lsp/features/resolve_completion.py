"""Show the reference of the key that is chosen in a list of completions."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.drafting.printed.source_card import source_card
from loccit.servers.lsp import markdown
from loccit.servers.lsp.server import Server

METHOD = types.COMPLETION_ITEM_RESOLVE

#: Where a client says what it can show.
_FORMATS = "text_document.completion.completion_item.documentation_format"


def answer(server: Server, params: types.CompletionItem) -> types.CompletionItem:
    """Add what there is to know about the source (LSP 3.17, "Completion Item Resolve
    Request").
    """
    # The client sends back what it was given, as JSON.
    data: Any = params.data
    if not isinstance(data, dict) or not {"uri", "key"} <= data.keys():
        return params
    essay = server.drafts.essay(server.path(data["uri"]))
    card = source_card(essay, data["key"])
    if card:
        shown = get_capability(server.client_capabilities, _FORMATS)
        as_text = markdown.card_as_text(card)
        params.documentation = markdown.content(shown, markdown.card(card), as_text)
    return params
