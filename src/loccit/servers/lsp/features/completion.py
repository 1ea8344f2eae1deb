"""Complete what is typed."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.bib import is_bib
from loccit.servers.lsp.essay_completion import complete_essay
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_COMPLETION
OPTIONS = types.CompletionOptions(
    # What begins a key in one of the formats, or an entry's type or value, and what
    # comes before a locator or a field.
    trigger_characters=["@", "{", ",", "<", "&", ":", "`", "[", " "],
    resolve_provider=True,
)


def answer(
    server: Server, params: types.CompletionParams
) -> types.CompletionList | None:
    """Return what can be typed (LSP 3.17, "Completion Request")."""
    path = server.path(params.text_document.uri)
    if server.drafts.is_text(path):
        return complete_essay(server, path, params.position)
    if is_bib(path):
        # It knows BibTeX, of which an essay's library may have an index alone.
        from loccit.servers.lsp.bib_completion import complete_in_bib

        return complete_in_bib(server, path, params.position)
    return None
