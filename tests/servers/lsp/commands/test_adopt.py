"""The command `loccit.adopt`."""

from __future__ import annotations

import pytest

from tests.servers.lsp.client import Client, Json, ServerError
from tests.servers.lsp.editor import CAPABILITIES, SOURCES
from tests.servers.lsp.locations import edited

TYPED = "So it is (Alexander, 2010, p. 3), and (Zuse, 1999).\n"


def adopt(client: Client, text: str) -> Json:
    """Adopt an essay; return the edits that the client is to make."""
    (client.folder / "bibliography").mkdir()
    library = client.folder / "bibliography" / "sources.bib"
    library.write_text(SOURCES, "utf-8")
    path = client.folder / "essay.md"
    client.initialize(CAPABILITIES)
    client.answers["workspace/applyEdit"] = lambda params: {"applied": True}
    client.open(path, text)
    argument = {"textDocument": {"uri": path.as_uri()}}
    params = {"command": "loccit.adopt", "arguments": [argument]}
    client.request("workspace/executeCommand", params)
    return client.next_request("workspace/applyEdit")["edit"]


def test_what_is_sure_gets_keys(client: Client) -> None:
    [change] = adopt(client, TYPED)["documentChanges"]
    after = edited(TYPED, change["edits"])
    assert after == "So it is [@alexander2010, p. 3], and (Zuse, 1999).\n"
    assert change["textDocument"]["version"] == 1


def test_nothing_to_adopt_is_said_in_words(client: Client) -> None:
    with pytest.raises(ServerError, match="No typed citation can be turned"):
        adopt(client, "So it is.\n")
