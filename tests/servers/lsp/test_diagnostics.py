"""Problems of open files: at once after a change, and after a whole check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case
from tests.servers.lsp.client import Client, Json
from tests.servers.lsp.editor import CAPABILITIES, SOURCES, Editor


@pytest.fixture
def folder(client: Client) -> Path:
    """The client's folder, with the usual library."""
    (client.folder / "bibliography").mkdir()
    (client.folder / "bibliography" / "sources.bib").write_text(SOURCES, "utf-8")
    return client.folder


def shown(diagnostic: Json) -> str:
    """A problem: its code, its range from 1, and its first sentence."""
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    place = f"{start['line'] + 1}:{start['character'] + 1}-{end['character'] + 1}"
    first = diagnostic["message"].partition(". ")[0]
    return f"{diagnostic['code']} {place} {first}"


def with_code(code: str, problems: list[Json]) -> list[Json]:
    """The problems with a code."""
    return [each for each in problems if each["code"] == code]


def checked(client: Client, path: Path) -> list[Json]:
    """The problems of a file after a whole check: those that are sent second."""
    client.next_problems(path)
    return client.next_problems(path)


def test_diagnostics(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    found = [shown(each) for each in checked(editor, cursor.path)]
    here = str(editor.case_folder)
    assert "\n".join(found).replace(here, "~") == case.expected


def test_what_a_problem_says(client: Client, folder: Path) -> None:
    client.initialize(CAPABILITIES)
    essay = folder / "essay.md"
    client.open(essay, "So [@nobody2010].")
    params = client.next_notification("textDocument/publishDiagnostics")
    assert params["uri"] == essay.as_uri() and params["version"] == 1
    [problem] = params["diagnostics"]
    assert problem["severity"] == 1
    assert problem["source"] == "loccit"
    assert problem["code"] == "T01"
    page = problem["codeDescription"]["href"]
    assert Path(page.removeprefix("file://")).read_text("utf-8").startswith("# T01: ")


def test_a_problem_of_a_source_says_where_its_entry_is(editor: Editor) -> None:
    library = "\n@article{doe, author={Doe, Jo}, title={Cats}, date={2001}}"
    cursor = editor.show(Case("", "[@doe|]", {"bibliography/a.bib": library}))
    [problem] = checked(editor, cursor.path)
    [related] = problem["relatedInformation"]
    assert related["message"] == "The entry of `doe`"
    assert related["location"]["uri"].endswith("/bibliography/a.bib")
    assert related["location"]["range"]["start"] == {"line": 1, "character": 0}


def test_problems_move_with_the_text_until_the_next_check(
    client: Client, folder: Path
) -> None:
    client.answers["workspace/configuration"] = lambda _: [
        {"diagnostics": {"debounce": 0}}
    ]
    client.initialize({**CAPABILITIES, "workspace": {"configuration": True}})
    essay = folder / "essay.md"
    client.open(essay, "So it is (Doe 2001).\n")
    while not (before := with_code("C01", client.next_problems(essay))):
        pass
    assert before[0]["range"]["start"]["line"] == 0
    start = {"line": 0, "character": 0}
    change = {"range": {"start": start, "end": start}, "text": "One line.\n\n"}
    client.change(essay, 2, change)
    [moved] = with_code("C01", client.next_problems(essay))
    assert moved["range"]["start"]["line"] == 2


def test_a_library_that_changes_on_the_disk_is_looked_at(
    client: Client, folder: Path
) -> None:
    client.initialize(CAPABILITIES)
    essay = folder / "essay.md"
    client.open(essay, "So [@nobody2010].")
    assert checked(client, essay)
    library = folder / "bibliography" / "more.bib"
    library.write_text("@book{nobody2010, title={Emma}}", "utf-8")
    changes = [{"uri": library.as_uri(), "type": 1}]
    client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
    while with_code("T01", client.next_problems(essay)):
        pass


def test_problems_can_be_turned_off_and_on(client: Client, folder: Path) -> None:
    client.initialize(
        CAPABILITIES, initializationOptions={"diagnostics": {"enabled": False}}
    )
    essay = folder / "essay.md"
    client.open(essay, "So [@nobody2010].")
    assert client.next_problems(essay) == []
    settings = {"loccit": {"diagnostics": {"enabled": True}}}
    client.notify("workspace/didChangeConfiguration", {"settings": settings})
    while not (problems := client.next_problems(essay)):
        pass
    assert [each["code"] for each in problems] == ["T01"]


def test_a_closed_file_has_no_problems(client: Client, folder: Path) -> None:
    client.initialize(CAPABILITIES)
    essay = folder / "essay.md"
    client.open(essay, "So [@nobody2010].")
    assert client.next_problems(essay)
    client.close(essay)
    while client.next_problems(essay):
        pass


def test_a_client_that_asks_is_not_sent_any(client: Client, folder: Path) -> None:
    client.initialize(
        {
            "textDocument": {"diagnostic": {}},
            "workspace": {"diagnostics": {"refreshSupport": True}},
        }
    )
    essay = folder / "essay.md"
    client.open(essay, "So it is (Doe 2001), [@nobody2010].")
    params = {"textDocument": {"uri": essay.as_uri()}}
    report = client.request("textDocument/diagnostic", params)
    assert report["kind"] == "full"
    assert [each["code"] for each in report["items"]] == ["T01"]
    client.next_request("workspace/diagnostic/refresh")
    report = client.request("textDocument/diagnostic", params)
    assert "C01" in [each["code"] for each in report["items"]]
    assert "textDocument/publishDiagnostics" not in client.notified


def test_a_client_that_is_sent_them_is_not_answered_any(
    client: Client, folder: Path
) -> None:
    client.initialize(CAPABILITIES)
    essay = folder / "essay.md"
    client.open(essay, "So [@nobody2010].")
    params = {"textDocument": {"uri": essay.as_uri()}}
    assert client.request("textDocument/diagnostic", params)["items"] == []
