"""How often entries are cited, above each in a `.bib` file."""

from __future__ import annotations

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Json, ServerError
from tests.servers.lsp.editor import Editor
from tests.servers.lsp.locations import shown

SOURCES = """|@book{doe, title = {A}}
@book{roe, title = {B}}
@book{poe, title = {C}}
@book{nobody, title = {D}}
@misc{, note = {No key}}
"""
ONE = """---
nocite: "@doe"
---

😀 So [@doe; @roe, p. 3] and [@doe].
"""


def lenses(editor: Editor) -> list[Json]:
    files = {"bibliography/a.bib": SOURCES, "one.md": ONE, "two.tex": r"\cite{poe,doe}"}
    cursor = editor.show(Case("", "", files))
    found = editor.request("textDocument/codeLens", cursor.params)
    assert not any("command" in lens for lens in found)
    return [editor.request("codeLens/resolve", lens) for lens in found]


def test_each_entry_says_how_often_it_is_cited(editor: Editor) -> None:
    titles = [lens["command"]["title"] for lens in lenses(editor)]
    assert titles == ["cited 4 times", "cited once", "cited once", "not cited"]


def test_a_lens_leads_to_the_citations(editor: Editor) -> None:
    found = lenses(editor)
    assert found[3]["command"]["command"] == ""
    command = found[1]["command"]
    assert command["command"] == "loccit.showReferences"
    uri, position, [place] = command["arguments"]
    assert uri.endswith("bibliography/a.bib")
    assert position == found[1]["range"]["start"] == {"line": 1, "character": 6}
    line = "one.md:5:14: @roe, p. 3] and [@doe]."
    assert shown(place, editor.case_folder) == line


def test_a_lens_of_somebody_else_is_refused(editor: Editor) -> None:
    start = {"line": 0, "character": 0}
    lens = {"range": {"start": start, "end": start}, "data": 3}
    with pytest.raises(ServerError, match="not a lens of loccit"):
        editor.request("codeLens/resolve", lens)
