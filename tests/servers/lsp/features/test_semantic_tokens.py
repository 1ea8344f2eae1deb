"""Tokens of essays and `.bib` files, each with its type."""

from __future__ import annotations

from collections.abc import Iterator

from tests.cases import Case
from tests.servers.lsp.client import Json
from tests.servers.lsp.editor import Editor


def test_tokens(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    full = editor.request("textDocument/semanticTokens/full", cursor.params)
    assert _shown(editor, cursor.text, full) == case.expected
    end = {"line": 999, "character": 0}
    whole = {"start": {"line": 0, "character": 0}, "end": end}
    params = {**cursor.params, "range": whole}
    assert editor.request("textDocument/semanticTokens/range", params) == full


def test_tokens_of_a_range(editor: Editor) -> None:
    text = "Here [@roe2018].\n\nThere @alexander2010.\n"
    case = Case("", f"|{text}", {})
    cursor = editor.show(case)
    here = {"line": 0, "character": 9}
    params = {**cursor.params, "range": {"start": here, "end": here}}
    found = editor.request("textDocument/semanticTokens/range", params)
    assert _shown(editor, text, found) == "variable: @roe2018"


def _shown(editor: Editor, text: str, tokens: Json) -> str:
    legend = editor.capabilities["semanticTokensProvider"]["legend"]
    lines = text.split("\n")
    found = []
    for line, start, length, kind, modifiers in _absolute(tokens["data"]):
        units = lines[line].encode("utf-16-le")
        words = units[start * 2 : (start + length) * 2].decode("utf-16-le")
        unknown = " (unknown)" if modifiers else ""
        found.append(f"{legend['tokenTypes'][kind]}{unknown}: {words}")
    return "\n".join(found)


def _absolute(data: list[int]) -> Iterator[tuple[int, int, int, int, int]]:
    line = start = 0
    for index in range(0, len(data), 5):
        down, right, length, kind, modifiers = data[index : index + 5]
        line, start = line + down, right if down else start + right
        yield line, start, length, kind, modifiers
