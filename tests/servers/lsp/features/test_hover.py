"""What is shown over a key."""

from __future__ import annotations

from tests.cases import Case
from tests.servers.lsp.editor import Editor


def test_hover(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    answer = editor.request("textDocument/hover", cursor.params)
    assert (answer["contents"]["value"] if answer else "nothing") == case.expected


def test_the_range_is_that_of_the_key(editor: Editor) -> None:
    case = Case("", "😀 See [see @alexander2010|, p. 3].", {})
    cursor = editor.show(case)
    answer = editor.request("textDocument/hover", cursor.params)
    assert answer["range"] == {
        "start": {"line": 0, "character": 12},
        "end": {"line": 0, "character": 26},
    }
