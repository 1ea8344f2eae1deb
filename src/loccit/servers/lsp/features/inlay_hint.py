"""Show beside each citation what it prints."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.printed.citations import printed_in
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_INLAY_HINT
OPTIONS = types.InlayHintOptions(resolve_provider=True)

#: A longer text, such as a footnote, is shown whole when the pointer is on it.
_LONGEST = 50


def answer(
    server: Server, params: types.InlayHintParams
) -> list[types.InlayHint] | None:
    """Return what the citations in a range print (LSP 3.17, "Inlay Hint Request")."""
    path = server.path(params.text_document.uri)
    if not server.drafts.is_text(path) or not server.settings.are_hints_shown:
        return None
    places = server.places(path)
    printed = printed_in(server.drafts.essay(path), places.span(params.range))
    return [_hint(each, places, server.uri(path)) for each in printed if _says(each)]


def _says(printed: FormattedCitation) -> bool:
    """Return whether a citation prints something else than what is typed."""
    citation = printed.citation
    if printed.text is None or citation.part:
        return False
    return printed.text.plain not in ("", citation.source)


def _hint(printed: FormattedCitation, places: Places, uri: str) -> types.InlayHint:
    assert printed.text
    text = " ".join(printed.text.plain.split())
    short = f"{text[: _LONGEST - 1]}…" if len(text) > _LONGEST else text
    hint = types.InlayHint(places.position(printed.citation.span.end), short)
    hint.padding_left = True
    hint.data = {"uri": uri, "offset": printed.citation.span.start}
    return hint
