"""Three doors to one folder, each killed amid its work: nothing is lost.

An editor cites through `loccit lsp` and saves, as editors do; the desk saves an essay and
adds sources over HTTP; an assistant adds sources through `loccit mcp`.  Each is killed at
any moment, and started again.  What a door said it had done is there afterwards, once, and
every file is whole.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from threading import Timer
from typing import IO, Any, TypeAlias

import httpx
import pytest

from loccit import open_library
from tests.servers.desk.running_desk import asking, desk_process, printed_address
from tests.servers.lsp.client import Client

pytest.importorskip("pygls", reason="needs the extra `lsp`")
pytest.importorskip("starlette", reason="needs the extra `desk`")
pytest.importorskip("mcp", reason="needs the extra `mcp`")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")

#: How often each door is killed; by hand, many times more.
TURNS = int(os.environ.get("LOCCIT_TEST_KILLS", "3"))
#: The longest time in seconds that a door works before it is killed.
LONGEST = 0.5
LIBRARY = "% mine\n@book{mine, author = {Doe, Jo}, title = {Zoë}, date = {2001}}\n"

#: A process, and its work: each thing that it has done for sure, as its file has it.
Working: TypeAlias = tuple["subprocess.Popen[Any]", Iterator[str]]
Door: TypeAlias = Callable[[Path, str], AbstractContextManager[Working]]


@contextmanager
def editor(folder: Path, name: str) -> Iterator[Working]:
    """Cite in `editor.md` through the editor server, and save it."""
    client = Client(folder)
    try:
        yield client.process, cite_and_save(client, folder / "editor.md", name)
    finally:
        client.kill()


def cite_and_save(client: Client, path: Path, name: str) -> Iterator[str]:
    client.initialize()
    text = path.read_text("utf-8")
    client.open(path, text)
    for number in count(1):
        text += f"\n{name}n{number} "
        client.change(path, 2 * number, {"text": text})
        lines = text.split("\n")
        cursor = {"line": len(lines) - 1, "character": len(lines[-1])}
        document = {"uri": path.as_uri()}
        cites = [{"key": "mine"}]
        cite = {"textDocument": document, "position": cursor, "cites": cites}
        params = {"command": "loccit.cite", "arguments": [cite]}
        edit = client.request("workspace/executeCommand", params)
        text += f"{edit['newText']}\n"
        client.change(path, 2 * number + 1, {"text": text})
        save(path, text)
        yield f"\n{name}n{number} [@mine]\n"


def save(path: Path, text: str) -> None:
    """Save a file as editors do."""
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text, "utf-8")
    beside.replace(path)


@contextmanager
def desk(folder: Path, name: str) -> Iterator[Working]:
    """Write `desk.md` at the desk, and add sources there."""
    with desk_process(folder) as process:
        yield process, write_and_add(process, name)


def write_and_add(process: subprocess.Popen[str], name: str) -> Iterator[str]:
    with asking(printed_address(process)) as client:
        for number in count(1):
            essay = client.get("essay", path="desk.md")
            end = len(essay["text"])
            line = f"\n{name}n{number} [@mine]\n"
            done = client.edit("desk.md", essay["version"], (end, end, line))
            client.post("essay/save", path="desk.md", version=done["version"])
            yield line
            seen = client.post("sources/look", text=entry(f"{name}n{number}"))
            client.post("sources/add", preview=seen["preview"], ids=[0])
            yield f"{{{name}n{number},"


@contextmanager
def assistant(folder: Path, name: str) -> Iterator[Working]:
    """Add sources as an assistant does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "loccit", "mcp", str(folder), "--allow-writes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process, add(process, name)
    finally:
        process.kill()
        process.wait()


def add(process: subprocess.Popen[bytes], name: str) -> Iterator[str]:
    client = {"name": "test", "version": "1"}
    hello = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": client}
    ask(process, "initialize", hello)
    send(process, {"method": "notifications/initialized"})
    for number in count(1):
        arguments = {"source": entry(f"{name}n{number}")}
        params = {"name": "add_source", "arguments": arguments}
        result = ask(process, "tools/call", params)
        assert not result["isError"], result
        yield f"{{{name}n{number},"


def ask(process: subprocess.Popen[bytes], method: str, params: object) -> Any:
    send(process, {"id": 1, "method": method, "params": params})
    while line := stream(process.stdout).readline():
        if not line.endswith(b"\n"):
            break
        message = json.loads(line)
        if message.get("id") == 1:
            return message["result"]
    raise EOFError


def send(process: subprocess.Popen[bytes], message: dict[str, object]) -> None:
    data = json.dumps({"jsonrpc": "2.0", **message}).encode()
    stream(process.stdin).write(data + b"\n")
    stream(process.stdin).flush()


def stream(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def entry(key: str) -> str:
    """An entry; two with the same author and title would be the same work."""
    return f"@book{{{key}, author = {{Roe, {key}}}, title = {{On {key}}}, date = {{2002}}}}"


def killed_many_times(door: Door, folder: Path, name: str) -> list[str]:
    """Let a door work, and kill it after a while, again and again; return what it did."""
    done: list[str] = []
    chance = random.Random(name)
    for turn in range(TURNS):
        with door(folder, f"{name}{turn}") as (process, work):
            done.append(next(work))
            timer = Timer(chance.random() * LONGEST, process.kill)
            timer.start()
            done += until_it_ends(work)
            process.wait(60)
            timer.join()
    return done


def until_it_ends(work: Iterator[str]) -> Iterator[str]:
    """Yield what is done, until nobody answers."""
    try:
        yield from work
    except (EOFError, OSError, httpx.TransportError):
        pass
    except AssertionError as error:
        if "the server has ended" not in str(error):
            raise


def test_nothing_is_lost(tmp_path: Path) -> None:
    library = tmp_path / "bibliography" / "sources.bib"
    library.parent.mkdir()
    library.write_text(LIBRARY, "utf-8")
    for name in ("desk.md", "editor.md"):
        (tmp_path / name).write_text("So it is.\n", "utf-8")
    doors: dict[str, Door] = {"e": editor, "d": desk, "a": assistant}
    with ThreadPoolExecutor() as pool:
        works = [
            pool.submit(killed_many_times, door, tmp_path, name)
            for name, door in doors.items()
        ]
        done = [each for work in works for each in work.result()]
    text = library.read_text("utf-8")
    assert text.startswith(LIBRARY) and text.endswith("}\n")
    assert not open_library(library).problems
    for name in ("desk.md", "editor.md"):
        text += (tmp_path / name).read_text("utf-8")
    assert {each: text.count(each) for each in done} == dict.fromkeys(done, 1)
    clean_up(tmp_path)


def clean_up(folder: Path) -> None:
    """Work once more without a kill: nothing is left of those before."""
    with desk(folder, "last") as (_, work):
        next(work)
        next(work)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert names == {"bibliography", "bibliography/sources.bib", "desk.md", "editor.md"}
