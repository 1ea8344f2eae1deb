"""A notebook is JSON to an editor, where its citations have no places to show: nothing
is offered there, and nothing is changed in it.
"""

from __future__ import annotations

import json

import pytest

from tests.cases import Case
from tests.servers.lsp.client import ServerError
from tests.servers.lsp.editor import SOURCES, Editor

CELL = {
    "cell_type": "markdown",
    "metadata": {},
    "source": ["So [@roe2018] (Roe 2018)."],
}
NOTEBOOK = json.dumps(
    {"cells": [CELL], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
)


def test_nothing_is_offered(editor: Editor) -> None:
    cursor = editor.show(
        Case("", "", {"essay.ipynb": f"{NOTEBOOK[:90]}|{NOTEBOOK[90:]}"})
    )
    start = {"start": cursor.position, "end": cursor.position}
    params = {**cursor.params, "range": start, "context": {"diagnostics": []}}
    for method in ("hover", "definition", "completion", "semanticTokens/full"):
        assert editor.request(f"textDocument/{method}", cursor.params) is None
    assert editor.request("textDocument/codeAction", params) == []
    assert not editor.request("textDocument/inlayHint", params)


def test_a_key_that_a_notebook_cites_is_not_renamed(editor: Editor) -> None:
    files = {"essay.ipynb": NOTEBOOK, "essay.md": "So [@roe2018|]."}
    cursor = editor.show(Case("", "", files))
    with pytest.raises(ServerError, match=r"essay\.ipynb cites `roe2018` too"):
        editor.request("textDocument/rename", {**cursor.params, "newName": "new"})


def test_its_citations_are_counted(editor: Editor) -> None:
    files = {"essay.ipynb": NOTEBOOK, "bibliography/a.bib": f"|{SOURCES}"}
    cursor = editor.show(Case("", "", files))
    found = editor.request("textDocument/codeLens", cursor.params)
    command = editor.request("codeLens/resolve", found[1])["command"]
    assert (command["title"], command["command"]) == ("cited once", "")
    params = {**cursor.params, "context": {"includeDeclaration": False}}
    assert editor.request("textDocument/references", params) == []
