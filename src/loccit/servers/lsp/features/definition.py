"""Go from a key to its entry."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from loccit.drafting.bib import is_bib
from loccit.drafting.keys.entry_place import entry_place
from loccit.drafting.keys.key_here import key_at
from loccit.servers.lsp.server import Server

METHOD = types.TEXT_DOCUMENT_DEFINITION


def answer(server: Server, params: types.DefinitionParams) -> types.Location | None:
    """Return where the entry of a key is (LSP 3.17, "Goto Definition Request")."""
    path = server.path(params.text_document.uri)
    offset = server.places(path).offset(params.position)
    if is_bib(path):
        return _in_bib(server, path, offset)
    here = key_at(server.drafts, path, offset)
    entry = entry_place(server.drafts, here) if here else None
    return server.location(entry) if entry else None


def _in_bib(server: Server, path: Path, offset: int) -> types.Location | None:
    """Go to the entry that another one names, or to the definition of an abbreviation."""
    # They know BibTeX, of which an essay's library may have an index alone.
    from loccit.drafting.bib.places import named_at
    from loccit.drafting.keys.defined import defined

    named = named_at(server.drafts.text(path), offset)
    found = defined(server.drafts, path, named) if named else None
    return server.location(found) if found else None
