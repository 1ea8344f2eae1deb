"""Where a source is cited."""

from __future__ import annotations

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Json
from tests.servers.lsp.editor import Editor
from tests.servers.lsp.locations import shown


def references(editor: Editor, case: Case, *, declaration: bool) -> Json:
    cursor = editor.show(case)
    context = {"includeDeclaration": declaration}
    params = {**cursor.params, "context": context}
    found = editor.request("textDocument/references", params)
    folder = editor.case_folder
    return "\n".join(shown(each, folder) for each in found or []) or "nothing"


def test_references(editor: Editor, case: Case) -> None:
    assert references(editor, case, declaration=False) == case.expected


@pytest.mark.parametrize("given", ["[@roe2018|]"])
def test_the_entry_is_the_declaration(editor: Editor, given: str) -> None:
    found = references(editor, Case("", given, {}), declaration=True)
    assert found == (
        "bibliography/sources.bib:7:1: @article{roe2018,\nessay.md:1:2: @roe2018]"
    )
