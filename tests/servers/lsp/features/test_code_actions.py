"""Actions as clients get them; which ones there are is in tests/drafting/actions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case
from tests.lookup.conftest import Server, reply, server
from tests.servers.lsp.client import Client, Json, ServerError
from tests.servers.lsp.editor import CAPABILITIES, SOURCES, Cursor, Editor
from tests.servers.lsp.locations import edited, path_of

__all__ = ["server"]

ARTICLE = {
    "DOI": "10.1000/183",
    "type": "journal-article",
    "title": ["What Neighbors Owe"],
    "author": [{"given": "Ada", "family": "Moss", "sequence": "first"}],
    "container-title": ["Journal of Urban Commons"],
    "issued": {"date-parts": [[2019, 6]]},
    "volume": "12",
}


def actions(client: Client, cursor: Cursor, **context: Json) -> dict[str, Json]:
    """The actions at the cursor, by their titles."""
    here = {"start": cursor.position, "end": cursor.position}
    params = {**cursor.params, "range": here, "context": {"diagnostics": [], **context}}
    found = client.request("textDocument/codeAction", params)
    return {action["title"]: action for action in found}


def resolved(client: Client, action: Json) -> Json:
    return client.request("codeAction/resolve", action)["edit"]


def changed(edit: Json) -> str:
    """The files that an edit changes, as they are afterwards."""
    shown = []
    for change in edit["documentChanges"]:
        if change.get("kind") == "create":
            shown.append(f"new: {path_of(change['uri']).name}")
            continue
        path = path_of(change["textDocument"]["uri"])
        before = path.read_text("utf-8") if path.exists() else ""
        shown.append(edited(before, change["edits"]).strip())
    return "\n".join(shown)


def test_actions(editor: Editor, case: Case) -> None:
    cursor = editor.show(case)
    found = actions(editor, cursor)
    [title] = [name for name in case.sections if " " in name]
    assert title in found
    edit = resolved(editor, found[title])
    assert changed(edit) == case.sections[title]
    versions = {
        change["textDocument"]["uri"]: change["textDocument"]["version"]
        for change in edit["documentChanges"]
        if "textDocument" in change
    }
    for uri, version in versions.items():
        assert version == (1 if uri == cursor.path.as_uri() else None)


def test_a_client_asks_for_some_kinds(editor: Editor) -> None:
    cursor = editor.show(Case("", "So it is (Doe| 2001).", {}))
    kinds = {each["kind"] for each in actions(editor, cursor).values()}
    assert kinds == {"quickfix", "refactor.rewrite", "source", "source.fixAll.loccit"}
    for only, wanted in [
        ("source", {"source", "source.fixAll.loccit"}),
        ("source.fixAll", {"source.fixAll.loccit"}),
        ("quickfix", {"quickfix"}),
        ("", kinds),
        ("refactor.inline", set()),
    ]:
        found = actions(editor, cursor, only=[only])
        assert {each["kind"] for each in found.values()} == wanted, only


def test_a_fix_names_the_problem_that_it_fixes(editor: Editor) -> None:
    cursor = editor.show(Case("", "So it is (Doe| 2001).", {}))
    here = {"line": 0, "character": 13}
    range_ = {"start": here, "end": {"line": 0, "character": 14}}
    shown = {"range": range_, "message": "No comma", "code": "C01"}
    other = {**shown, "code": "C02"}
    found = actions(editor, cursor, diagnostics=[shown, other])
    fix = found["Fix C01: No comma separates the author from the year"]
    assert fix["diagnostics"] == [shown]
    assert fix["isPreferred"]


def test_nothing_is_checked_for_each_move_of_the_cursor(editor: Editor) -> None:
    cursor = editor.show(Case("", "So it is (Doe| 2001).", {}))
    assert not any(
        title.startswith("Fix") for title in actions(editor, cursor, triggerKind=2)
    )
    assert any(title.startswith("Fix") for title in actions(editor, cursor))
    # What was found stays known until the text changes.
    assert any(
        title.startswith("Fix") for title in actions(editor, cursor, triggerKind=2)
    )


def test_what_is_saved_at_once_is_fixed(editor: Editor) -> None:
    cursor = editor.show(Case("", "|So it is (Doe 2001). And (Roe 2002).", {}))
    kinds = ["source.fixAll.loccit"]
    found = actions(editor, cursor, triggerKind=2, only=kinds)
    edit = resolved(editor, found["Fix all that is safe to fix"])
    assert changed(edit) == "So it is (Doe, 2001). And (Roe, 2002)."


def test_an_action_is_of_one_version(editor: Editor) -> None:
    cursor = editor.show(Case("", "So [@roe2018|].", {}))
    action = actions(editor, cursor)["Leave the author out"]
    editor.change(cursor.path, 2, {"text": "So it is."})
    with pytest.raises(ServerError, match="The text has changed meanwhile"):
        resolved(editor, action)


@pytest.mark.parametrize("data", [None, 3, {}, {"uri": "file:///a.md"}])
def test_an_action_of_somebody_else_is_refused(editor: Editor, data: Json) -> None:
    with pytest.raises(ServerError, match="not an action of loccit"):
        editor.request("codeAction/resolve", {"title": "x", "data": data})


def test_a_client_that_asks_for_no_edits_gets_commands(client: Client) -> None:
    client.initialize({"workspace": {"workspaceEdit": {"documentChanges": True}}})
    cursor = opened(client, "So [@roe2018].", 10)
    action = actions(client, cursor)["Leave the author out"]
    assert "data" not in action
    client.answers["workspace/applyEdit"] = lambda params: {"applied": True}
    client.request("workspace/executeCommand", action["command"])
    edit = client.next_request("workspace/applyEdit")["edit"]
    assert changed(edit) == "So [-@roe2018]."
    client.answers["workspace/applyEdit"] = lambda params: {
        "applied": False,
        "failureReason": "It is read-only.",
    }
    with pytest.raises(ServerError, match="It is read-only"):
        client.request("workspace/executeCommand", action["command"])


def test_a_doi_is_looked_up_when_it_is_chosen(server: Server, client: Client) -> None:
    server.answers("/works/10.1000%2F183", reply({"message": ARTICLE}))
    client.initialize(CAPABILITIES)
    cursor = opened(client, "So https://doi.org/10.1000/183.", 10)
    found = actions(client, cursor)
    assert server.asked == []
    edit = resolved(client, found["Cite DOI 10.1000/183"])
    essay, library = changed(edit).split("\n", 1)
    assert essay == "So [@moss2019]."
    assert "@article{moss2019" in library and "doi = {10.1000/183}" in library
    assert "@book{alexander2010" in library


def test_a_doi_that_the_library_has_is_cited(server: Server, client: Client) -> None:
    known = {**ARTICLE, "DOI": "10.1000/182"}
    server.answers("/works/10.1000%2F182", reply({"message": known}))
    client.initialize(CAPABILITIES)
    cursor = opened(client, "So doi:10.1000/182.", 10)
    found = actions(client, cursor)
    edit = resolved(client, found["Cite DOI 10.1000/182"])
    assert changed(edit) == "So [@roe2018]."
    action = actions(client, cursor)["Add DOI 10.1000/182 to the library"]
    with pytest.raises(ServerError, match="The library has it already, as `roe2018`"):
        resolved(client, action)


def test_without_network_the_answer_is_in_words(server: Server, client: Client) -> None:
    client.initialize(CAPABILITIES)
    cursor = opened(client, "So https://doi.org/10.1000/9999.", 10)
    action = actions(client, cursor)["Add DOI 10.1000/9999 to the library"]
    with pytest.raises(ServerError, match="know no DOI"):
        resolved(client, action)
    # The server goes on.
    assert actions(client, cursor)


def test_the_doi_of_an_entry_is_looked_up(server: Server, client: Client) -> None:
    client.initialize(CAPABILITIES)
    text = "@article{moss, author = {Moss, Ada}, title = {What Neighbors Owe}, date = {2019}}"
    path = client.folder / "bibliography" / "a.bib"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    client.open(path, text, "bibtex")
    cursor = Cursor(path, text, 20)
    search = (
        "/works?query.bibliographic=What+Neighbors+Owe+2019&query.author=Moss&rows=5"
    )
    server.answers(search, reply({"message": {"items": [ARTICLE]}}))
    edit = resolved(client, actions(client, cursor)["Look up its DOI"])
    assert changed(edit).endswith("date = {2019}, doi = {10.1000/183}}")


def opened(client: Client, text: str, offset: int) -> Cursor:
    """Open an essay beside the usual library."""
    (client.folder / "bibliography").mkdir()
    library = client.folder / "bibliography" / "sources.bib"
    library.write_text(SOURCES, "utf-8")
    path: Path = client.folder / "essay.md"
    path.write_text(text, "utf-8")
    client.open(path, text)
    return Cursor(path, text, offset)
