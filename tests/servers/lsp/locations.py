"""Locations and edits as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.servers.lsp.client import Json


def shown(location: Json, folder: Path) -> str:
    """A location: the name of its file, its first line and column from 1, and the line
    from there on.
    """
    path = path_of(location["uri"])
    start = location["range"]["start"]
    line = path.read_text("utf-8").split("\n")[start["line"]].encode("utf-16-le")
    rest = line[start["character"] * 2 :].decode("utf-16-le")
    name = path.relative_to(folder).as_posix()
    return f"{name}:{start['line'] + 1}:{start['character'] + 1}: {rest}"


def edited(text: str, edits: Iterable[Json]) -> str:
    """A text after edits, whose ranges count in it."""
    data = text.encode("utf-16-le")
    for edit in sorted(edits, key=_start, reverse=True):
        start, end = (_offset(text, edit["range"][side]) for side in ("start", "end"))
        data = data[:start] + edit["newText"].encode("utf-16-le") + data[end:]
    return data.decode("utf-16-le")


def path_of(uri: str) -> Path:
    """The path of a file's address."""
    return Path(unquote(urlsplit(uri).path))


def _start(edit: Json) -> tuple[int, int]:
    start = edit["range"]["start"]
    return start["line"], start["character"]


def _offset(text: str, position: Json) -> int:
    """The index of a position in the bytes of UTF-16."""
    lines = text.split("\n")[: position["line"]]
    before = sum(len(f"{line}\n".encode("utf-16-le")) for line in lines)
    return before + 2 * int(position["character"])
