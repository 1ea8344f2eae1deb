"""Formatting of `.bib` files, and of some of their entries."""

from __future__ import annotations

from tests.cases import Case
from tests.servers.lsp.editor import Editor
from tests.servers.lsp.locations import edited

OPTIONS = {"tabSize": 2, "insertSpaces": True}


def test_formatted(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    params = {**cursor.params, "options": OPTIONS}
    if "range" in case.sections:
        here = {"start": cursor.position, "end": cursor.position}
        edits = editor.request(
            "textDocument/rangeFormatting", {**params, "range": here}
        )
        assert edited(cursor.text, edits or ()).strip() == case.sections["range"]
    else:
        edits = editor.request("textDocument/formatting", params)
        text = edited(cursor.text, edits or ())
        assert text.strip() == case.expected
        editor.change(cursor.path, 2, {"text": text})
        assert not editor.request("textDocument/formatting", params)
