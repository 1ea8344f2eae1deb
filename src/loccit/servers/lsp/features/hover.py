"""What is under the pointer: the source that a key cites, and what the cite prints."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.drafting.bib import is_bib
from loccit.drafting.printed.citations import printed_at
from loccit.drafting.printed.source_card import source_card
from loccit.servers.lsp import markdown
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_HOVER

#: Where a client says what it can show.
_FORMATS = "text_document.hover.content_format"


def answer(server: Server, params: types.HoverParams) -> types.Hover | None:
    """Describe the source of a key (LSP 3.17, "Hover Request")."""
    path = server.path(params.text_document.uri)
    if is_bib(path):
        return _in_bib(server, path, params.position)
    if not server.drafts.is_text(path):
        return None
    essay = server.drafts.essay(path)
    places = server.places(path)
    here = essay.cite_at(places.offset(params.position))
    card = source_card(essay, here.key) if here else None
    if here is None or card is None:
        return None
    printed = printed_at(essay, here.span.start)
    content = markdown.content(
        get_capability(server.client_capabilities, _FORMATS),
        markdown.card(card, printed.text if printed else None),
        markdown.card_as_text(card),
    )
    return types.Hover(content, places.range(here.span))


def _in_bib(server: Server, path: Path, position: types.Position) -> types.Hover | None:
    """Say what a field or an entry type is for."""
    # It knows BibTeX, of which an essay's library may have an index alone.
    from loccit.drafting.bib.hover import meaning_at

    places = server.places(path)
    meaning = meaning_at(places.text, places.offset(position))
    if meaning is None:
        return None
    content = types.MarkupContent(types.MarkupKind.PlainText, meaning.text)
    return types.Hover(content, places.range(meaning.span))
