"""What a client sees of the structure of a `.bib` file: outline, folding, selection."""

from __future__ import annotations

from collections.abc import Callable

from tests.cases import Case
from tests.servers.lsp.client import Json
from tests.servers.lsp.editor import Cursor, Editor


def test_structure(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    asked = [name for name in SHOWN if name in case.sections]
    assert asked
    for name in asked:
        assert SHOWN[name](editor, cursor) == case.sections[name], name


def _symbols(editor: Editor, cursor: Cursor) -> str:
    symbols = editor.request("textDocument/documentSymbol", cursor.params)
    return "\n".join(
        f"{_range(each['range'])} {_range(each['selectionRange'])} "
        f"{each['name']}: {each['detail']}"
        for each in symbols or ()
    )


def _folding(editor: Editor, cursor: Cursor) -> str:
    ranges = editor.request("textDocument/foldingRange", cursor.params)
    return "\n".join(f"{each['startLine']}-{each['endLine']}" for each in ranges or ())


def _selection(editor: Editor, cursor: Cursor) -> str:
    params = {**cursor.params, "positions": [cursor.position]}
    [grown] = editor.request("textDocument/selectionRange", params)
    found = []
    while grown:
        found.append(_range(grown["range"]))
        grown = grown.get("parent")
    return "\n".join(found)


SHOWN: dict[str, Callable[[Editor, Cursor], str]] = {
    "symbols": _symbols,
    "folding": _folding,
    "selection": _selection,
}


def _range(range_: Json) -> str:
    start, end = range_["start"], range_["end"]
    return f"{start['line']}:{start['character']}-{end['line']}:{end['character']}"
