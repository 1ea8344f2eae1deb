"""The commands `loccit.format` and `loccit.export`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.servers.lsp.client import Client, Json, ServerError
from tests.servers.lsp.editor import CAPABILITIES, SOURCES
from tests.servers.lsp.locations import edited

TEXT = "😀 So [@roe2018, p. 3].\n"
FORMATTED = "😀 So (Roe & Doe, 2018, p. 3)."


@pytest.fixture
def essay(client: Client) -> Path:
    """An essay that is open, and not saved."""
    (client.folder / "bibliography").mkdir()
    library = client.folder / "bibliography" / "sources.bib"
    library.write_text(SOURCES, "utf-8")
    path = client.folder / "essay.md"
    path.write_text("Old.\n", "utf-8")
    client.initialize(CAPABILITIES)
    client.answers["workspace/applyEdit"] = lambda params: {"applied": True}
    client.open(path, TEXT)
    return path


def execute(client: Client, name: str, path: Path, **params: Json) -> Json:
    argument = {"textDocument": {"uri": path.as_uri()}, **params}
    return client.request(
        "workspace/executeCommand", {"command": name, "arguments": [argument]}
    )


def test_to_a_file_beside_it(client: Client, essay: Path) -> None:
    made = execute(client, "loccit.format", essay, output="out.md")
    output = essay.with_name("out.md")
    assert made == output.as_uri()
    assert output.read_text("utf-8").startswith(FORMATTED)
    assert essay.read_text("utf-8") == "Old.\n"


def test_where_it_is(client: Client, essay: Path) -> None:
    assert execute(client, "loccit.format", essay) is None
    [change] = client.next_request("workspace/applyEdit")["edit"]["documentChanges"]
    assert edited(TEXT, change["edits"]).startswith(FORMATTED)


def test_as_a_paper(client: Client, essay: Path) -> None:
    pytest.importorskip("pypandoc", reason="the extra `convert` is not installed")
    execute(client, "loccit.format", essay, output=str(essay.with_suffix(".docx")))
    assert essay.with_suffix(".docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("output", ["essay.md", "bibliography/sources.bib"])
def test_not_over_what_it_is_made_of(client: Client, essay: Path, output: str) -> None:
    with pytest.raises(ServerError):
        execute(client, "loccit.format", essay, output=output)
    assert essay.read_text("utf-8") == "Old.\n"
    library = essay.parent / "bibliography" / "sources.bib"
    assert library.read_text("utf-8") == SOURCES


def test_not_to_an_unknown_kind_of_file(client: Client, essay: Path) -> None:
    with pytest.raises(ServerError, match="An essay is not formatted as"):
        execute(client, "loccit.format", essay, output="a.xyz")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_is_read_only_is_said_in_words(
    client: Client, essay: Path
) -> None:
    essay.parent.chmod(0o500)
    with pytest.raises(ServerError, match="can't be written"):
        execute(client, "loccit.format", essay, output="out.md")


def test_the_sources_alone(client: Client, essay: Path) -> None:
    made = execute(client, "loccit.export", essay, to="ris", output="a.ris")
    output = essay.with_name("a.ris")
    assert made == output.as_uri()
    assert "Trust in Courts" in output.read_text("utf-8")


def test_no_such_export_is_said_in_words(client: Client, essay: Path) -> None:
    with pytest.raises(ServerError, match="There is no export `xyz`"):
        execute(client, "loccit.export", essay, to="xyz", output="a")
