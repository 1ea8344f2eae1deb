"""Completions as clients get them; which ones there are is in tests/drafting."""

from __future__ import annotations

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Client, Json
from tests.servers.lsp.editor import SOURCES, Editor
from tests.servers.lsp.locations import edited


def completions(editor: Editor, text: str) -> Json:
    cursor = editor.show(Case("", text, {}))
    return editor.request("textDocument/completion", cursor.params)


def test_completion(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    found = editor.request("textDocument/completion", cursor.params)
    items = found["items"] if found else []
    lines = [f"{item['label']}: {_line(cursor.text, item)}" for item in items[:2]]
    assert "\n".join(lines) == case.expected


def _line(text: str, item: Json) -> str:
    """The line of the cursor with an item in it."""
    edit = item["textEdit"]
    line: int = edit["range"]["start"]["line"]
    return edited(text, [edit]).split("\n")[line]


def test_an_item_has_what_clients_filter_and_sort_by(editor: Editor) -> None:
    found = completions(editor, "So [@crow|].")
    assert found["isIncomplete"]
    [item] = found["items"]
    assert item["filterText"] == "alexander2010 Alexander 2010 The New Jim Crow"
    assert item["sortText"] == "000"
    assert item["labelDetails"] == {"description": "Alexander 2010: The New Jim Crow"}


def test_an_item_with_a_slip_is_not_filtered_away(editor: Editor) -> None:
    [item] = completions(editor, "So [@alexamder2010|].")["items"]
    assert item["label"] == "alexander2010"
    assert item["filterText"] == "alexamder2010"


def test_the_chosen_item_shows_its_reference(editor: Editor) -> None:
    [item] = completions(editor, "So [@crow|].")["items"]
    resolved = editor.request("completionItem/resolve", item)
    assert resolved["documentation"] == {
        "kind": "markdown",
        "value": "Alexander, M. (2010). *The new Jim Crow*. The New Press.",
    }
    assert resolved["textEdit"] == item["textEdit"]


@pytest.mark.parametrize("data", [3, {}, {"uri": "file:///a.md"}])
def test_an_item_of_somebody_else_stays_as_it_is(editor: Editor, data: Json) -> None:
    item = {"label": "x", "data": data}
    assert editor.request("completionItem/resolve", item) == item


def test_a_client_without_markdown_gets_text(client: Client) -> None:
    (client.folder / "bibliography").mkdir()
    (client.folder / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    client.initialize()
    essay = client.folder / "essay.md"
    client.open(essay, "@cro")
    position = {"line": 0, "character": 4}
    params = {"textDocument": {"uri": essay.as_uri()}, "position": position}
    [item] = client.request("textDocument/completion", params)["items"]
    assert item["detail"] == "Alexander 2010: The New Jim Crow"
    assert client.request("completionItem/resolve", item)["documentation"] == {
        "kind": "plaintext",
        "value": "Alexander, M. (2010). The new Jim Crow. The New Press.",
    }
