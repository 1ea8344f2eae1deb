"""A conversation begins and ends as the protocol has it (LSP 3.17, "Server
lifecycle").
"""

from __future__ import annotations

import pytest

from tests.servers.lsp.client import Client, Json, ServerError


def test_a_whole_conversation(client: Client) -> None:
    assert client.initialize()["textDocumentSync"]["openClose"]
    assert client.leave() == 0


def test_a_client_that_leaves_without_a_word_is_an_error(client: Client) -> None:
    client.initialize()
    client.notify("exit")
    assert client.process.wait(60) == 1


def test_a_client_that_dies_ends_the_server(client: Client) -> None:
    client.initialize()
    assert client.process.stdin
    client.process.stdin.close()
    assert client.process.wait(60) == 1


def test_exit_before_hello(client: Client) -> None:
    client.notify("exit")
    assert client.process.wait(60) == 1


def test_nothing_comes_before_hello(client: Client) -> None:
    with pytest.raises(ServerError, match="initialize") as refusal:
        client.request("shutdown")
    assert refusal.value.code == -32002  # ServerNotInitialized
    client.initialize()


def test_hello_is_said_once(client: Client) -> None:
    client.initialize()
    with pytest.raises(ServerError) as refusal:
        client.initialize()
    assert refusal.value.code == -32600  # InvalidRequest


def test_nothing_is_asked_after_shutdown(client: Client) -> None:
    client.initialize()
    client.request("shutdown")
    with pytest.raises(ServerError) as refusal:
        client.request("shutdown")
    assert refusal.value.code == -32600  # InvalidRequest
    client.notify("exit")
    assert client.process.wait(60) == 0


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [
        (None, "utf-16"),
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-16", "utf-8"], "utf-16"),
        (["utf-32"], "utf-32"),
        (["ebcdic"], "utf-16"),
    ],
)
def test_the_position_encoding_is_agreed_on(
    client: Client, offered: Json, agreed: str
) -> None:
    general = {"positionEncodings": offered} if offered else {}
    assert client.initialize({"general": general})["positionEncoding"] == agreed


#: Messages that are none, and the errors that they are answered with.
MALFORMED = {
    b"{": -32700,  # ParseError
    b"\xff": -32700,
    b"[" * 100_000: -32700,
    b"[]": -32600,  # InvalidRequest
    b"3": -32600,
    b"{}": -32600,
    b'{"jsonrpc": "1.0", "method": "exit"}': -32600,
    b'{"jsonrpc": "2.0", "id": 7, "method": "initialize", "params": 3}': -32602,
}
#: Messages that need no answer.
MEANINGLESS = [
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": 3}',
    b'{"jsonrpc": "2.0", "method": "textDocument/nonsense"}',
    b'{"jsonrpc": "2.0", "method": 3}',
    b'{"jsonrpc": "2.0", "id": 99, "result": 3}',
    b'{"jsonrpc": "2.0", "id": 99, "error": {"code": 1, "message": "no"}}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 99}}',
]


def test_malformed_messages_are_refused(client: Client) -> None:
    for sent, code in MALFORMED.items():
        client.send_raw(sent)
        assert client.next_response()["error"]["code"] == code, sent
    client.initialize()
    assert client.leave() == 0


def test_meaningless_messages_are_passed_over(client: Client) -> None:
    client.initialize()
    for sent in MEANINGLESS:
        client.send_raw(sent)
    assert client.leave() == 0


def test_unknown_requests_are_refused(client: Client) -> None:
    client.initialize()
    with pytest.raises(ServerError) as refusal:
        client.request("textDocument/nonsense")
    assert refusal.value.code == -32601  # MethodNotFound


def test_what_comes_before_a_header_is_passed_over(client: Client) -> None:
    assert client.process.stdin
    client.process.stdin.write(b"Welcome to your shell!\r\n")
    client.initialize()
    assert client.leave() == 0
