"""What can be typed in a `.bib` file, as clients show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.bibliography.search.summary import Summary
from loccit.drafting.bib.completion import BibCompletion, BibLibrary, complete_bib
from loccit.drafting.bib.completion.completion import Kind
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

#: The sign that clients show beside each kind.
_SIGNS: Mapping[Kind, types.CompletionItemKind] = {
    "type": types.CompletionItemKind.Class,
    "field": types.CompletionItemKind.Field,
    "string": types.CompletionItemKind.Constant,
    "key": types.CompletionItemKind.Reference,
    "value": types.CompletionItemKind.Value,
}
_HAS_SNIPPETS = "text_document.completion.completion_item.snippet_support"
_MOST_KEYS = 50
#: A larger library that is changed all the time is not searched by all its words.
_LARGE = 5_000


def complete_in_bib(
    server: Server, path: Path, position: types.Position
) -> types.CompletionList:
    """Return what can be typed at a place of a `.bib` file."""
    places = server.places(path)
    library = server.drafts.library(path)

    def find(typed: str) -> Sequence[Summary]:
        if len(library.library) <= _LARGE:
            return library.find(typed, _MOST_KEYS).summaries
        return [*islice(_with_letters(typed, library.library.keys()), _MOST_KEYS)]

    known = BibLibrary(places.text, find, server.used_values(path))
    has_snippets = bool(get_capability(server.client_capabilities, _HAS_SNIPPETS))
    items = [
        _item(each, number, places, has_snippets=has_snippets)
        for number, each in enumerate(complete_bib(known, places.offset(position)))
    ]
    is_incomplete = any(each.kind == _SIGNS["key"] for each in items)
    return types.CompletionList(is_incomplete, items)


def _with_letters(typed: str, keys: Iterable[str]) -> Iterator[Summary]:
    """Yield the keys that contain what is typed."""
    folded = typed.casefold()
    for key in keys:
        if folded in key.casefold():
            yield Summary(key, "", "", "", "")


def _item(
    each: BibCompletion, number: int, places: Places, *, has_snippets: bool
) -> types.CompletionItem:
    item = types.CompletionItem(
        each.label,
        kind=_SIGNS[each.kind],
        detail=each.detail or None,
        sort_text=f"{number:03}",
        filter_text=each.label,
        text_edit=types.TextEdit(places.range(each.span), each.new + each.after),
    )
    if each.after and has_snippets:
        new = f"{_escaped(each.new)}$0{_escaped(each.after)}"
        item.text_edit = types.TextEdit(places.range(each.span), new)
        item.insert_text_format = types.InsertTextFormat.Snippet
    return item


def _escaped(text: str) -> str:
    """Escape what means something in a snippet (LSP 3.17, "Snippet Syntax")."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
