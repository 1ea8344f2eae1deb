"""The editor's settings reach the server, however the client sends them."""

from __future__ import annotations

from tests.servers.lsp.client import Client


def test_a_client_that_can_be_asked_is_asked(client: Client) -> None:
    client.initialize({"workspace": {"configuration": True}})
    asked = client.next_request("workspace/configuration")
    assert asked["items"] == [{"section": "loccit"}]
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    assert client.next_request("workspace/configuration") == asked
