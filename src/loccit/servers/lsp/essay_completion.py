"""What can be typed in an essay, as clients show it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.drafting.completion import Completion, Completions, complete
from loccit.drafting.completion.completion import Kind
from loccit.servers.lsp.server import Server

#: The sign that clients show beside each kind.
_SIGNS: Mapping[Kind, types.CompletionItemKind] = {
    "key": types.CompletionItemKind.Reference,
    "locator": types.CompletionItemKind.Keyword,
    "style": types.CompletionItemKind.Value,
    "language": types.CompletionItemKind.Value,
    "file": types.CompletionItemKind.File,
}
_HAS_DETAILS = "text_document.completion.completion_item.label_details_support"


def complete_essay(
    server: Server, path: Path, position: types.Position
) -> types.CompletionList | None:
    """Return what can be typed at a place of an essay."""
    places = server.places(path)
    found = complete(server.drafts.essay(path), places.offset(position))
    if found is None:
        return None
    range_ = places.range(found.span)
    has_details = bool(get_capability(server.client_capabilities, _HAS_DETAILS))
    items = []
    for number, each in enumerate(found.items):
        item = types.CompletionItem(
            each.label,
            kind=_SIGNS[each.kind],
            sort_text=f"{number:03}",
            filter_text=_filter_text(each, found),
            text_edit=types.TextEdit(range_, each.new),
        )
        _describe(item, each, has_details=has_details)
        if each.kind == "key":
            item.data = {"uri": server.uri(path), "key": each.label}
        items.append(item)
    return types.CompletionList(not found.is_complete, items)


def _filter_text(item: Completion, found: Completions) -> str:
    """Return the words that a client compares with what is typed.

    Clients leave out what has not all of its letters, in their order; of a source that
    was found in spite of a slip they may not.
    """
    words = item.words or item.label
    letters = iter(words.casefold())
    has_all = all(letter in letters for letter in found.typed.casefold())
    return words if has_all else found.typed


def _describe(
    item: types.CompletionItem, each: Completion, *, has_details: bool
) -> None:
    """Say what it is: beside each label, or of the chosen one, as the client can."""
    if has_details and each.detail:
        item.label_details = types.CompletionItemLabelDetails(description=each.detail)
    elif each.detail:
        item.detail = each.detail
