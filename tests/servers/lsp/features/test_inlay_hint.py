"""What citations print, beside them."""

from __future__ import annotations

from tests.cases import Case
from tests.servers.lsp.client import Json
from tests.servers.lsp.editor import Cursor, Editor


def hints(editor: Editor, cursor: Cursor) -> Json:
    """The hints from the beginning of the text to the cursor."""
    start = {"line": 0, "character": 0}
    params = {**cursor.params, "range": {"start": start, "end": cursor.position}}
    return editor.request("textDocument/inlayHint", params)


def test_inlay_hint(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    lines = [
        f"{hint['position']['line'] + 1}:{hint['position']['character'] + 1} {hint['label']}"
        for hint in hints(editor, cursor) or ()
    ]
    assert "\n".join(lines) == case.expected


def test_the_whole_is_shown_under_the_pointer(editor: Editor) -> None:
    text = "---\ncsl: chicago-notes-bibliography\n---\nSo [@roe2018, 3].|"
    [hint] = hints(editor, editor.show(Case("", text, {})))
    assert hint["label"] == "Jane Roe and John Doe, “Trust in Courts,” Law Rev…"
    resolved = editor.request("inlayHint/resolve", hint)
    assert resolved["tooltip"]["value"].startswith(
        "Jane Roe and John Doe, “Trust in Courts,” *Law Review* 12 (2018): 3"
    )


def test_a_hint_of_somebody_else_stays_as_it_is(editor: Editor) -> None:
    hint = {"label": "x", "position": {"line": 0, "character": 0}, "data": 3}
    assert editor.request("inlayHint/resolve", hint) == hint
