"""Files that change on the disk."""

from __future__ import annotations

from tests.servers.lsp.client import Client
from tests.servers.lsp.editor import CAPABILITIES


def test_a_client_that_can_is_asked_to_watch(client: Client) -> None:
    client.initialize(CAPABILITIES)
    [asked] = client.next_request("client/registerCapability")["registrations"]
    assert asked["method"] == "workspace/didChangeWatchedFiles"
    files, settings = (
        watcher["globPattern"] for watcher in asked["registerOptions"]["watchers"]
    )
    assert {"bib", "json", "md", "csl"} <= {*files.strip("*/.{}").split(",")}
    assert settings == "**/{loccit.toml,pyproject.toml}"


def test_else_the_server_watches(client: Client) -> None:
    essay = client.folder / "essay.md"
    essay.write_text("So [@doe].", "utf-8")
    client.initialize()
    client.open(essay, "So [@doe].")
    assert "T01" in [each["code"] for each in client.next_problems(essay)]
    (client.folder / "bibliography").mkdir()
    library = client.folder / "bibliography" / "sources.bib"
    library.write_text("@book{doe, title={Emma}}", "utf-8")
    while "T01" in [each["code"] for each in client.next_problems(essay)]:
        pass


def test_folders_come_and_go(client: Client) -> None:
    """A folder that is opened later is watched, too."""
    client.initialize()
    other = client.folder.parent / "other"
    other.mkdir()
    essay = other / "essay.md"
    added = [{"uri": other.as_uri(), "name": "other"}]
    params = {"event": {"added": added, "removed": []}}
    client.notify("workspace/didChangeWorkspaceFolders", params)
    client.open(essay, "So [@doe].")
    assert "T01" in [each["code"] for each in client.next_problems(essay)]
    (other / "bibliography").mkdir()
    (other / "bibliography" / "sources.bib").write_text("@book{doe, title={A}}")
    while "T01" in [each["code"] for each in client.next_problems(essay)]:
        pass
