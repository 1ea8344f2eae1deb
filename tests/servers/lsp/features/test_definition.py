"""From a key to its entry."""

from __future__ import annotations

from tests.cases import Case
from tests.servers.lsp.editor import Editor
from tests.servers.lsp.locations import shown


def test_definition(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    answer = editor.request("textDocument/definition", cursor.params)
    found = shown(answer, editor.case_folder) if answer else "nothing"
    assert found == case.expected
