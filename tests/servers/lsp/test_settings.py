"""The editor's settings reach the server, however the client sends them."""

from __future__ import annotations

from tests.servers.lsp.client import Client
from tests.servers.lsp.editor import CAPABILITIES, SOURCES


def test_a_client_that_can_be_asked_is_asked(client: Client) -> None:
    client.initialize({"workspace": {"configuration": True}})
    asked = client.next_request("workspace/configuration")
    assert asked["items"] == [{"section": "loccit"}]
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    assert client.next_request("workspace/configuration") == asked


def test_the_style_is_that_of_the_settings(client: Client) -> None:
    (client.folder / "bibliography").mkdir()
    (client.folder / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    client.initialize(CAPABILITIES, initializationOptions={"style": "ieee"})
    essay = client.folder / "essay.md"
    client.open(essay, "So [@roe2018].")
    place = {"line": 0, "character": 6}
    params = {"textDocument": {"uri": essay.as_uri()}, "position": place}

    def printed() -> str:
        words: str = client.request("textDocument/hover", params)["contents"]["value"]
        return words.partition("Prints: ")[2].partition("\n")[0]

    assert printed() == "[1]"
    settings = {"loccit": {"style": "apa", "language": "de-DE"}}
    client.notify("workspace/didChangeConfiguration", {"settings": settings})
    assert printed() == "(Roe & Doe, 2018)"
    client.notify("workspace/didChangeConfiguration", {"settings": "nonsense"})
    assert printed() == "(Roe & Doe, 2018)"


def test_a_library_that_the_settings_name(client: Client) -> None:
    """Its path begins in the folder that is open, wherever the server was started."""
    folder = client.folder / "thesis"
    folder.mkdir()
    (folder / "my.bib").write_text("@book{doe, title={Emma}}", "utf-8")
    client.initialize(
        CAPABILITIES,
        workspaceFolders=[{"uri": folder.as_uri(), "name": "thesis"}],
        initializationOptions={"bibliography": "my.bib"},
    )
    essay = folder / "essay.md"
    client.open(essay, "So [@doe].")
    place = {"line": 0, "character": 6}
    params = {"textDocument": {"uri": essay.as_uri()}, "position": place}
    assert client.request("textDocument/hover", params)
