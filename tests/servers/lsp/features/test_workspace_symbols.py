"""Sources of the library, found from anywhere."""

from __future__ import annotations

from tests.cases import Case
from tests.servers.lsp.editor import Editor


def test_sources_are_found(editor: Editor) -> None:
    cursor = editor.show(Case("", "", {"bibliography/one.bib": SOURCES}))
    symbols = editor.request("workspace/symbol", {"query": "court zym"})
    [found] = [
        each for each in symbols if each["location"]["uri"] == cursor.path.as_uri()
    ]
    assert found["name"] == "zymurgy2018: Zymurgy 2018 Trust in Courts"
    start = {"line": 2, "character": 3}
    assert found["location"]["range"] == {"start": start, "end": start}


SOURCES = """|@book{other, title = {Another}}

😀 @book{zymurgy2018, author = {Zymurgy, Al}, title = {Trust in Courts}, date = {2018}}
"""
