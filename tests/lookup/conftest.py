"""A server on this machine that answers as the services do."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, NamedTuple

import pytest

from loccit.lookup import LookupResult, Web, identify, look_up
from loccit.model import DateParts, Source


class Reply(NamedTuple):
    """What the server answers to a path."""

    body: bytes = b""
    status: int = 200
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    packed: bool = False


class Server:
    """The server: what it answers to each path, in turn where there are several, and
    what it was asked.
    """

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def answers(self, path: str, *replies: Reply) -> None:
        self.replies[path] = list(replies)


class _Handler(BaseHTTPRequestHandler):
    server_state: ClassVar[Server]

    def do_GET(self) -> None:
        state = self.server_state
        state.asked.append(
            (self.path, {name.lower(): value for name, value in self.headers.items()})
        )
        waiting = state.replies.get(self.path, [])
        reply = (
            (waiting.pop(0) if len(waiting) > 1 else waiting[0])
            if waiting
            else Reply(b"{}", 404)
        )
        body = gzip.compress(reply.body) if reply.packed else reply.body
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        for name, value in (
            *reply.headers,
            *([("Content-Encoding", "gzip")] if reply.packed else []),
        ):
            self.send_header(name, value)
        if not any(name == "Content-Length" for name, _ in reply.headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that the library gives it
        """Nothing: the tests read what was asked."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that stands for all services."""
    listening = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    state = Server(listening.server_address[1])
    _Handler.server_state = state
    for name in (
        "CROSSREF",
        "DATACITE",
        "DOI_ORG",
        "OPEN_LIBRARY",
        "ARXIV",
        "PUBMED",
        "ZOTERO",
    ):
        monkeypatch.setenv(f"LOCCIT_{name}", state.address)
    thread = threading.Thread(target=listening.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield state
    listening.shutdown()
    listening.server_close()
    thread.join()


def reply(data: object) -> Reply:
    """An answer in JSON."""
    return Reply(json.dumps(data).encode())


def found(text: str) -> LookupResult:
    """What the services tell of an identifier."""
    identifier = identify(text)
    assert identifier
    return look_up(identifier, Web(sleep=lambda _: None))


def start(source: Source) -> DateParts | None:
    """The day, month or year that a source is of."""
    date = source.date("issued")
    return date.start if date else None
