"""The server has the text that the client has, whatever is typed, in every unit."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tests.servers.lsp.client import Client, Json
from tests.servers.lsp.editor import SOURCES

#: What is typed: characters of one, two and four bytes, of one and two units of UTF-16,
#: and all ends of lines.
TYPED = ("a", "é", "漢", "😀", "\n", "\r\n", "\r", "\u2028", "two words", "")
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
_LINE_END = re.compile(r"\r\n|\n|\r")


def width(text: str, unit: str) -> int:
    """How many units a text has."""
    encoding, size = UNITS[unit]
    return len(text.encode(encoding)) // size


def position(text: str, offset: int, unit: str) -> Json:
    """The position of a character, counted without the server's help."""
    ends = [found.end() for found in _LINE_END.finditer(text) if found.end() <= offset]
    start = ends[-1] if ends else 0
    return {"line": len(ends), "character": width(text[start:offset], unit)}


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_typed(client: Client, unit: str) -> None:
    """The range of a key at the end tells where the server sees it."""
    (client.folder / "bibliography").mkdir()
    (client.folder / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    client.initialize({"general": {"positionEncodings": [unit]}})
    path = client.folder / "essay.md"
    rng = random.Random(unit)
    text, key = "", "end\n\n[@roe2018]"
    client.open(path, key)
    for version in range(2, 42):
        start, end = sorted(rng.choices(_places(text), k=2))
        typed = rng.choice(TYPED)
        range_ = {
            "start": position(text + key, start, unit),
            "end": position(text + key, end, unit),
        }
        client.change(path, version, {"range": range_, "text": typed})
        text = text[:start] + typed + text[end:]
        assert _range_of_key(client, path, text + key, unit) == _expected(
            text + key, unit
        ), repr(text)


def _places(text: str) -> list[int]:
    """The places between characters; there is none within the end of a line."""
    return [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]


def _range_of_key(client: Client, path: Path, text: str, unit: str) -> Json:
    params = {
        "textDocument": {"uri": path.as_uri()},
        "position": position(text, text.index("roe2018"), unit),
    }
    return client.request("textDocument/prepareRename", params)["range"]


def _expected(text: str, unit: str) -> Json:
    start = text.index("roe2018")
    return {
        "start": position(text, start, unit),
        "end": position(text, start + len("roe2018"), unit),
    }


def test_several_changes_at_once_and_a_whole_text(client: Client) -> None:
    client.initialize()
    path = client.folder / "essay.md"
    client.open(path, "one")
    start = {"line": 0, "character": 0}
    insertion = {"range": {"start": start, "end": start}, "text": "zero, "}
    after = {"line": 0, "character": 6}
    second = {"range": {"start": after, "end": after}, "text": "[@nobody] "}
    client.change(path, 2, {"text": "two"}, insertion, second)
    while not (problems := client.next_problems(path)):
        pass
    assert problems[0]["range"]["start"]["character"] == 7


def test_a_document_that_was_never_saved(client: Client) -> None:
    (client.folder / "bibliography").mkdir()
    (client.folder / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    client.initialize()
    uri = "untitled:Untitled-1"
    document = {"uri": uri, "languageId": "markdown", "version": 1}
    text = "So [@roe2018], [@nobody]."
    client.notify("textDocument/didOpen", {"textDocument": {**document, "text": text}})
    params = {
        "textDocument": {"uri": uri},
        "position": {"line": 0, "character": 6},
    }
    assert (
        "Trust in courts"
        in client.request("textDocument/hover", params)["contents"]["value"]
    )
    said = client.next_notification("textDocument/publishDiagnostics")
    assert said["uri"] == uri and said["diagnostics"]
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert client.leave() == 0
