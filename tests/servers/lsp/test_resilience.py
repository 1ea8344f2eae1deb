"""Whatever goes wrong, the next request is answered."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Client, Json, ServerError
from tests.servers.lsp.editor import SOURCES, Editor

PROGRESS = {"window": {"workDoneProgress": True}}
#: A library that no machine reads at once.
_MANY = 200_000


@pytest.fixture
def essay(client: Client) -> Path:
    """An essay with the usual library."""
    (client.folder / "bibliography").mkdir()
    (client.folder / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    return client.folder / "essay.md"


def hover(client: Client, essay: Path) -> Json:
    position = {"line": 0, "character": 6}
    params = {"textDocument": {"uri": essay.as_uri()}, "position": position}
    return client.request("textDocument/hover", params)


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("inlayHint/resolve", {"data": {"uri": "$", "offset": "x"}}, -32603),
        ("inlayHint/resolve", {"data": {"uri": "git:/a", "offset": 1}}, -32803),
        ("textDocument/hover", {"position": {"line": -1, "character": 0}}, -32602),
        ("textDocument/hover", {"position": {"line": 1e9, "character": 0}}, None),
        ("textDocument/hover", {"textDocument": {"uri": "http://a/b.md"}}, -32803),
        ("textDocument/hover", {"textDocument": {"uri": "file:///no/such.md"}}, -32803),
        ("workspace/executeCommand", {"command": "no.such"}, -32602),
    ],
)
def test_what_the_server_has_no_use_for(
    editor: Editor, method: str, params: Json, code: int | None
) -> None:
    cursor = editor.show(Case("", "So [@roe2018|].", {}))
    asked = {**cursor.params, "label": "x", **params}
    if asked.get("data", {}).get("uri") == "$":
        asked["data"] = {**asked["data"], "uri": cursor.path.as_uri()}
    if code is None:
        editor.request(method, asked)
    else:
        with pytest.raises(ServerError) as refusal:
            editor.request(method, asked)
        assert refusal.value.code == code
    assert editor.request("textDocument/hover", cursor.params)


def test_a_file_that_vanishes(client: Client, essay: Path) -> None:
    client.initialize()
    client.open(essay, "So [@roe2018].")
    assert hover(client, essay)
    (essay.parent / "bibliography" / "sources.bib").unlink()
    assert hover(client, essay) is None
    (essay.parent / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    assert hover(client, essay)


def test_a_library_that_is_no_text(client: Client, essay: Path) -> None:
    (essay.parent / "bibliography" / "more.bib").write_bytes(b"\xff\xfe\x00@book")
    (essay.parent / "bibliography" / "more.json").write_bytes(b"[" * 100_000)
    client.initialize()
    client.open(essay, "So [@roe2018].")
    hover(client, essay)
    assert client.next_problems(essay) is not None


def test_an_essay_that_is_no_text_says_so(client: Client, essay: Path) -> None:
    client.initialize()
    client.open(essay, "So \0 [@roe2018].")
    [problem] = client.next_problems(essay)
    assert problem["code"] == "unreadable-file"
    client.change(essay, 2, {"text": "So [@roe2018]."})
    assert hover(client, essay)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_ctrl_c_ends_the_server_quietly(client: Client, essay: Path) -> None:
    client.initialize()
    client.open(essay, "So [@roe2018].")
    assert hover(client, essay)
    client.process.send_signal(signal.SIGINT)
    assert client.process.wait(60) in (1, 130, -signal.SIGINT)


def test_long_work_is_shown_and_what_waits_for_it_can_be_cancelled(
    client: Client, essay: Path
) -> None:
    entries = (f"@book{{k{at}, title={{Title {at}}}}}\n" for at in range(_MANY))
    (essay.parent / "bibliography" / "many.bib").write_text("".join(entries), "utf-8")
    client.initialize(PROGRESS)
    client.open(essay, "So [@roe2018].")
    params = {
        "textDocument": {"uri": essay.as_uri()},
        "position": {"line": 0, "character": 6},
    }
    cancelled = client.ask("textDocument/hover", params)
    client.notify("$/cancelRequest", {"id": cancelled})
    with pytest.raises(ServerError) as refusal:
        client.answer_to(cancelled)
    assert refusal.value.code == -32800  # RequestCancelled
    token = client.next_request("window/workDoneProgress/create")["token"]
    begin = client.next_notification("$/progress")
    assert begin["token"] == token
    assert begin["value"] == {"kind": "begin", "title": "Reading the library"}
    assert client.next_notification("$/progress")["value"]["kind"] == "end"
    assert hover(client, essay)
