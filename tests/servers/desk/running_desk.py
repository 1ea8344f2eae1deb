"""A desk in a process of its own, and a client that asks as the page does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx

#: The machine may have much else to do.
PATIENCE = 120.0

LIBRARY = """\
@book{doe2001,
  author = {Doe, Jane},
  title = {On Harbors},
  date = {2001},
  publisher = {Harbor Press},
}

@article{roe1999,
  author = {Roe, Richard},
  title = {Tides},
  journaltitle = {Sea},
  date = {1999},
  volume = {3},
  pages = {10-20},
}
"""
ESSAY = """\
---
title: Harbors
---

A harbor is a door [@doe2001, p. 3]. So says @roe1999 too.
"""


class RunningDesk(NamedTuple):
    """A desk that runs.

    Attributes:
        address: as it was printed, with the token.
        client: sends the token with each request.
    """

    address: str
    client: httpx.Client

    @property
    def token(self) -> str:
        return self.address.partition("#token=")[2]

    @property
    def port(self) -> int:
        port = urlsplit(self.address).port
        assert port
        return port

    def get(self, route: str, /, **query: object) -> Any:
        """Return the JSON of an answer that must be good."""
        answer = self.client.get(f"/api/{route}", params=_texts(query))
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, route: str, /, **values: object) -> Any:
        """Return the JSON of an answer that must be good."""
        answer = self.client.post(f"/api/{route}", json=values)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def refused(self, route: str, /, **values: object) -> tuple[int, Any]:
        """Return the status and the JSON of an answer that must not be good."""
        answer = self.client.post(f"/api/{route}", json=values)
        assert answer.status_code >= 400, answer.text
        return answer.status_code, answer.json()

    def edit(self, path: str, base: int, *edits: tuple[int, int, str]) -> Any:
        """Change an essay."""
        listed = [{"start": start, "end": end, "new": new} for start, end, new in edits]
        return self.post("essay/edit", path=path, base=base, edits=listed, tab="t")


@contextmanager
def desk_process(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `loccit desk` of a folder."""
    command = [sys.executable, "-m", "loccit", "desk", str(folder), "--no-browser"]
    process = subprocess.Popen(
        [*command, "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def printed_address(process: subprocess.Popen[str]) -> str:
    """Wait for the address that a desk prints."""
    assert process.stdout
    line = process.stdout.readline()
    assert "http://" in line
    return line.split()[-1]


@contextmanager
def running_desk(folder: Path) -> Iterator[RunningDesk]:
    """Run a desk of a folder in a process of its own."""
    with desk_process(folder) as process, asking(printed_address(process)) as desk:
        yield desk


@contextmanager
def desk_in_thread(folder: Path) -> Iterator[RunningDesk]:
    """Run a desk of a folder in a thread, which starts sooner."""
    # Where the extra is not installed, the tests are skipped.
    from loccit.servers.desk.serve import DeskServer

    server, is_ready = DeskServer(folder, 0, None), Event()
    thread = Thread(target=server.run, args=[is_ready.set])
    thread.start()
    try:
        assert is_ready.wait(PATIENCE)
        with asking(server.address) as desk:
            yield desk
    finally:
        server.end()
        thread.join(PATIENCE)


@contextmanager
def asking(address: str) -> Iterator[RunningDesk]:
    """Ask the desk of an address."""
    base, _, token = address.partition("#token=")
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=base, headers=headers, timeout=PATIENCE) as client:
        yield RunningDesk(address, client)


@contextmanager
def listening(desk: RunningDesk) -> Iterator[Iterator[tuple[str, Any]]]:
    """Listen to the events of a desk: yields pairs of name and data."""
    with desk.client.stream("GET", "/api/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        assert next(lines) == ": listening"
        yield _events(lines)


def _events(lines: Iterator[str]) -> Iterator[tuple[str, Any]]:
    name = ""
    for line in lines:
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


def next_event(events: Iterator[tuple[str, Any]], name: str) -> Any:
    """Return the data of the next event of a name."""
    return next(data for found, data in events if found == name)


def make_folder(folder: Path) -> Path:
    """Make a folder with an essay and a library."""
    (folder / "bibliography").mkdir(parents=True)
    (folder / "bibliography" / "sources.bib").write_text(LIBRARY, "utf-8")
    (folder / "essay.md").write_text(ESSAY, "utf-8")
    return folder


def _texts(query: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in query.items()}
