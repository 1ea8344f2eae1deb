"""A key is changed in the library and in every essay, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Client, Json, ServerError
from tests.servers.lsp.editor import SOURCES, Editor
from tests.servers.lsp.locations import edited, path_of


def test_rename(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    params = {**cursor.params, "newName": case.sections["new"]}
    try:
        answer = editor.request("textDocument/rename", params)
    except ServerError as refusal:
        assert refusal.message == case.expected
    else:
        assert changed_lines(answer, editor.case_folder) == case.expected


def changed_lines(answer: Json, folder: Path) -> str:
    """The lines that the edits change, as they are afterwards, by file."""
    lines = []
    for change in answer["documentChanges"] if answer else ():
        path = path_of(change["textDocument"]["uri"])
        before = path.read_text("utf-8")
        after = edited(before, change["edits"])
        name = path.relative_to(folder).as_posix()
        both = zip(before.split("\n"), after.split("\n"), strict=True)
        lines += [f"{name}: {new}" for old, new in both if old != new]
    return "\n".join(lines) or "nothing"


@pytest.mark.parametrize("text", ["See [-@roe2018|].", "See [@roe20|18].", "@|roe2018"])
def test_the_key_alone_is_to_be_typed_over(editor: Editor, text: str) -> None:
    cursor = editor.show(Case("", text, {}))
    answer = editor.request("textDocument/prepareRename", cursor.params)
    start = cursor.text.index("roe2018")
    assert answer == {
        "range": {
            "start": {"line": 0, "character": start},
            "end": {"line": 0, "character": start + len("roe2018")},
        },
        "placeholder": "roe2018",
    }


def test_other_words_cant_be_renamed(editor: Editor) -> None:
    cursor = editor.show(Case("", "See| [@roe2018].", {}))
    assert editor.request("textDocument/prepareRename", cursor.params) is None


def test_a_refusal_says_why_beforehand(editor: Editor) -> None:
    text = "---\nreferences: [{id: cats, title: Cats}]\n---\n[@cats|]"
    cursor = editor.show(Case("", text, {}))
    with pytest.raises(ServerError, match="front matter") as refusal:
        editor.request("textDocument/prepareRename", cursor.params)
    assert refusal.value.code == -32803  # RequestFailed


def test_open_texts_are_ahead_of_the_disk(client: Client) -> None:
    """Edits are of the text and the version that the client has."""
    folder = client.folder
    (folder / "bibliography").mkdir()
    (folder / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    essay = folder / "essay.md"
    essay.write_text("Nothing yet.", "utf-8")
    client.initialize({"workspace": {"workspaceEdit": {"documentChanges": True}}})
    client.open(essay, "One [@roe2018].")
    client.change(essay, 2, {"text": "One and one [@roe2018]."})
    params = {
        "textDocument": {"uri": essay.as_uri()},
        "position": {"line": 0, "character": 15},
        "newName": "roe",
    }
    library, essays = client.request("textDocument/rename", params)["documentChanges"]
    assert library["textDocument"]["version"] is None
    assert essays["textDocument"]["version"] == 2
    changed = edited("One and one [@roe2018].", essays["edits"])
    assert changed == "One and one [@roe]."
