"""Say whether the key under the cursor can be changed, and which characters it has."""

from __future__ import annotations

from lsprotocol import types

from loccit.drafting.keys.key_here import key_at
from loccit.drafting.keys.renaming import require_renamable
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_PREPARE_RENAME


def answer(
    server: Server, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the key (LSP 3.17, "Prepare Rename Request").

    Raises:
        InvalidChange: it can't be changed.
    """
    path = server.path(params.text_document.uri)
    places = server.places(path)
    here = key_at(server.drafts, path, places.offset(params.position))
    if here is None:
        return None
    require_renamable(here)
    return types.PrepareRenamePlaceholder(places.range(here.span), here.key)
