"""The command `loccit.cite`."""

from __future__ import annotations

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Json, ServerError
from tests.servers.lsp.editor import Cursor, Editor

CITES = [{"key": "roe2018", "locator": "p. 3"}]


def cite(editor: Editor, cursor: Cursor, cites: Json, narrative: bool = False) -> Json:
    """Return the edit."""
    argument = {
        **cursor.params,
        "cites": cites,
        "narrative": narrative,
    }
    params = {"command": "loccit.cite", "arguments": [argument]}
    return editor.request("workspace/executeCommand", params)


def edited(text: str, edit: Json) -> str:
    """Make an edit in a line, in units of UTF-16."""
    units = text.encode("utf-16-le")
    start, end = (edit["range"][name]["character"] * 2 for name in ("start", "end"))
    new: str = edit["newText"]
    return units[:start].decode("utf-16-le") + new + units[end:].decode("utf-16-le")


def test_citing(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    assert edited(cursor.text, cite(editor, cursor, CITES)) == case.expected
    narrative = cite(editor, cursor, CITES, narrative=True)
    assert edited(cursor.text, narrative) == case.sections["narrative"]


def test_nothing_to_cite(editor: Editor) -> None:
    cursor = editor.show(Case("", "So it goes|.", {}))
    assert cite(editor, cursor, []) is None


def test_where_nothing_can_be_cited(editor: Editor) -> None:
    cursor = editor.show(Case("", "`So it| goes`.", {}))
    with pytest.raises(ServerError, match="Put the cursor into the running text"):
        cite(editor, cursor, CITES)


def test_in_a_library(editor: Editor) -> None:
    library = {"bibliography/sources.bib": "|@book{doe, title = {Cats}}\n"}
    cursor = editor.show(Case("", "", library))
    with pytest.raises(ServerError, match=r"sources\.bib is not an essay"):
        cite(editor, cursor, CITES)
