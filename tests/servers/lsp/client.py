"""A client as an editor is one: it starts `loccit lsp` and talks with it over stdio."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO, Any, TypeAlias

#: A message, or a part of one.  JSON has no narrower type.
Json: TypeAlias = Any

#: Seconds that a slow machine may need for an answer.
_PATIENCE = 60


class ServerError(Exception):
    """An error that the server answers with.

    Attributes:
        code: one of the protocol's.
        message: in words.
    """

    def __init__(self, error: Json) -> None:
        super().__init__(error["message"])
        self.code: int = error["code"]
        self.message: str = error["message"]


class Client:
    """One conversation with a server.

    Attributes:
        notified: the parameters of each notification that came, by its method.
        asked: the same of the server's requests.
        answers: what the client answers to the server's requests, by their method; it
            answers null to others.
        process: the server's.
    """

    def __init__(self, folder: Path) -> None:
        """Start a server in a folder."""
        self.folder = folder
        self.notified: dict[str, Queue[Json]] = {}
        self.asked: dict[str, Queue[Json]] = {}
        self.answers: dict[str, Callable[[Json], Json]] = {}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "loccit", "lsp", "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._responses: dict[int, Json] = {}
        self._arrived: Queue[Json] = Queue()
        self._last = 0
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def initialize(self, capabilities: Json = None, **params: Json) -> Json:
        """Say hello, as the protocol demands; return the server's capabilities.

        Args:
            capabilities: the client's.
            params: further parameters of the request, in place of the usual ones.
        """
        root = {"uri": self.folder.as_uri(), "name": self.folder.name}
        usual = {
            "processId": None,
            "rootUri": root["uri"],
            "workspaceFolders": [root],
            "capabilities": capabilities or {},
        }
        result = self.request("initialize", {**usual, **params})
        self.notify("initialized", {})
        return result["capabilities"]

    def request(self, method: str, params: Json = None) -> Json:
        """Ask, and wait for the answer.

        Raises:
            ServerError: the server answers with an error.
        """
        return self.answer_to(self.ask(method, params))

    def ask(self, method: str, params: Json = None) -> int:
        """Send a request; return its number."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        return self._last

    def answer_to(self, number: int) -> Json:
        """Wait for the answer to a request.

        Raises:
            ServerError: it is an error.
        """
        while number not in self._responses:
            response = self._next(self._arrived)
            self._responses[response["id"]] = response
        response = self._responses.pop(number)
        if "error" in response:
            raise ServerError(response["error"])
        return response["result"]

    def notify(self, method: str, params: Json = None) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def next_notification(self, method: str) -> Json:
        """Wait for a notification that was not asked for before."""
        return self._next(self.notified.setdefault(method, Queue()))

    def next_problems(self, path: Path) -> list[Json]:
        """Wait for the next problems of a file."""
        while True:
            params = self.next_notification("textDocument/publishDiagnostics")
            if params["uri"] == path.as_uri():
                diagnostics: list[Json] = params["diagnostics"]
                return diagnostics

    def next_request(self, method: str) -> Json:
        """Wait for a request of the server that was not asked for before."""
        return self._next(self.asked.setdefault(method, Queue()))

    def open(self, path: Path, text: str, language: str = "markdown") -> None:
        """Open a file with a text."""
        document = {"uri": path.as_uri(), "languageId": language, "version": 1}
        self.notify(
            "textDocument/didOpen", {"textDocument": {**document, "text": text}}
        )

    def change(self, path: Path, version: int, *changes: Json) -> None:
        """Change an open file."""
        document = {"uri": path.as_uri(), "version": version}
        params = {"textDocument": document, "contentChanges": changes}
        self.notify("textDocument/didChange", params)

    def close(self, path: Path) -> None:
        """Close a file."""
        params = {"textDocument": {"uri": path.as_uri()}}
        self.notify("textDocument/didClose", params)

    def leave(self) -> int:
        """Say goodbye, as the protocol demands; return the server's exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(_PATIENCE)

    def kill(self) -> None:
        """End the server, whatever it does."""
        self.process.kill()
        self.process.wait()

    def send_raw(self, content: bytes) -> None:
        """Send bytes as a message."""
        stream = _stream(self.process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        stream.flush()

    def next_response(self) -> Json:
        """Wait for a response, whatever it is a response to."""
        return self._next(self._arrived)

    def _send(self, message: Mapping[str, Json]) -> None:
        self.send_raw(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def _next(self, queue: Queue[Json]) -> Json:
        end = monotonic() + _PATIENCE
        while monotonic() < end:
            is_over = not self._reader.is_alive()
            try:
                return queue.get(timeout=0.1)
            except Empty:
                assert not is_over, "the server has ended"
        raise AssertionError("the server says nothing")

    def _read(self) -> None:
        """Take what the server sends, until it ends."""
        stream = _stream(self.process.stdout)
        while length := _length(stream):
            self._take(json.loads(stream.read(length)))

    def _take(self, message: Json) -> None:
        method = message.get("method")
        if method is None:
            self._arrived.put(message)
        elif "id" in message:
            answer = self.answers.get(method)
            result = answer(message.get("params")) if answer else None
            self._send({"id": message["id"], "result": result})
            self.asked.setdefault(method, Queue()).put(message.get("params"))
        else:
            self.notified.setdefault(method, Queue()).put(message.get("params"))


def _length(stream: IO[bytes]) -> int:
    """Read a header; return the length of its message, or 0 at the end."""
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        if name == b"Content-Length":
            length = int(value)
    return length


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
