"""The command `loccit.check`."""

from __future__ import annotations

from tests.servers.lsp.client import Client
from tests.servers.lsp.editor import CAPABILITIES, SOURCES


def test_all_essays_are_checked(client: Client) -> None:
    (client.folder / "bibliography").mkdir()
    library = client.folder / "bibliography" / "sources.bib"
    library.write_text(SOURCES, "utf-8")
    essay = client.folder / "one.md"
    essay.write_text("So [@roe2018].\n", "utf-8")
    other = client.folder / "two.md"
    other.write_text("So [@nobody1999].\n", "utf-8")
    client.initialize(CAPABILITIES)
    argument = {"textDocument": {"uri": essay.as_uri()}}
    params = {"command": "loccit.check", "arguments": [argument]}
    checked = client.request("workspace/executeCommand", params)
    assert checked["essays"] == 2
    assert checked["problems"] >= 1
    published = {}
    for _ in range(2):
        shown = client.next_notification("textDocument/publishDiagnostics")
        published[shown["uri"]] = [each["code"] for each in shown["diagnostics"]]
    assert "T01" in published[other.as_uri()]
    assert "T01" not in published[essay.as_uri()]
    # A client that opens one of them asks for its problems itself.
    client.open(other, "So it is.")
    shown = client.next_notification("textDocument/publishDiagnostics")
    assert (shown["uri"], shown["diagnostics"]) == (other.as_uri(), [])
