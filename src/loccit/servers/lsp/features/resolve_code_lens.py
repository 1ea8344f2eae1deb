"""How often the essays cite an entry of a `.bib` file."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from loccit.errors import LoccitError
from loccit.servers.lsp.server import Server

METHOD = types.CODE_LENS_RESOLVE

#: A command of clients, which gets what `textDocument/references` answers.
_SHOW = "loccit.showReferences"
_TIMES = {0: "not cited", 1: "cited once", 2: "cited twice"}


def answer(server: Server, params: types.CodeLens) -> types.CodeLens:
    """Count (LSP 3.17, "Code Lens Resolve Request").

    Raises:
        LoccitError: a settings file has a mistake.
    """
    # The client sends back what it was given, as JSON.
    data: Any = params.data
    if not isinstance(data, dict) or not {"uri", "key"} <= data.keys():
        raise LoccitError("This is not a lens of loccit.")
    uri = data["uri"]
    places = server.cited(server.path(uri)).get(data["key"], ())
    title = _TIMES.get(len(places), f"cited {len(places)} times")
    params.command = types.Command(title, "")
    shown = [place for place in places if server.drafts.is_text(place.path)]
    if shown:
        locations = [server.location(place) for place in shown]
        arguments = [uri, params.range.start, locations]
        params.command = types.Command(title, _SHOW, arguments=arguments)
    return params
