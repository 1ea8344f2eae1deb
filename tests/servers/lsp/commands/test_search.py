"""The command `loccit.search`."""

from __future__ import annotations

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Json, ServerError
from tests.servers.lsp.editor import Editor

ESSAY = Case("", "So it goes|.", {})


def search(editor: Editor, query: str) -> Json:
    """Return what is found in the usual library."""
    uri = editor.show(ESSAY).path.as_uri()
    argument = {"textDocument": {"uri": uri}, "query": query}
    params = {"command": "loccit.search", "arguments": [argument]}
    return editor.request("workspace/executeCommand", params)


def test_a_source_has_what_a_picker_shows(editor: Editor) -> None:
    assert search(editor, "trust cou") == [
        {
            "key": "roe2018",
            "label": "Roe & Doe (2018)",
            "title": "Trust in Courts",
            "reference": "Roe, J., & Doe, J. (2018). Trust in courts. Law Review, 12, "
            "1–20. https://doi.org/10.1000/182",
        }
    ]


def test_nothing_typed_finds_all(editor: Editor) -> None:
    assert {each["key"] for each in search(editor, "")} == {"alexander2010", "roe2018"}


def test_nothing_is_found(editor: Editor) -> None:
    assert search(editor, "zebra") == []


@pytest.mark.parametrize("arguments", [[], [{}], [{"query": "x"}], [1, 2]])
def test_arguments_of_another_kind(editor: Editor, arguments: Json) -> None:
    params = {"command": "loccit.search", "arguments": arguments}
    with pytest.raises(ServerError) as error:
        editor.request("workspace/executeCommand", params)
    assert error.value.code == -32602


def test_what_is_no_file(editor: Editor) -> None:
    document = {"uri": "untitled:Untitled-1"}
    argument = {"textDocument": document, "query": ""}
    params = {"command": "loccit.search", "arguments": [argument]}
    with pytest.raises(ServerError, match="Save it as one first"):
        editor.request("workspace/executeCommand", params)
