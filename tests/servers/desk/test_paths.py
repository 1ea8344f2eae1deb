"""Attacks by names of files: no path leads outside the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.servers.desk.running_desk import RunningDesk


@pytest.fixture(scope="module", autouse=True)
def links(folder: Path) -> None:
    """Put links into the folder that lead outside."""
    (folder.parent / "secret.md").write_text("secret", "utf-8")
    (folder / "link.md").symlink_to(folder.parent / "secret.md")
    (folder / "outside").symlink_to(folder.parent)
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / "dangling.md").symlink_to(folder.parent / "new.md")


@pytest.mark.parametrize(
    "name",
    [
        "../secret.md",
        "/etc/passwd",
        "a/../../secret.md",
        "..",
        "",
        ".",
        "nothing.md",
        "essay.md\0.txt",
        "%2e%2e/secret.md",
        "..%2fsecret.md",
        "..\\secret.md",
        "link.md",
        "outside/secret.md",
        "loop.md",
        "bibliography",
        "C:\\secret.md",
        "\\\\server\\share\\secret.md",
    ],
)
def test_nothing_outside_the_folder_is_read(desk: RunningDesk, name: str) -> None:
    answer = desk.client.get("/api/essay", params={"path": name})
    assert answer.status_code == 422
    assert "secret" not in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "name",
    [
        "../new.md",
        "/tmp/new.md",
        "outside/new.md",
        "nowhere/new.md",
        "con.md",
        "COM1.md",
        "a:b.md",
        "new.md.",
        ".hidden.md",
        "new\n.md",
        "new\0.md",
        "a\\b.md",
        "dangling.md",
        "new.exe",
        "loccit.toml",
    ],
)
def test_nothing_is_written_elsewhere(
    desk: RunningDesk, folder: Path, name: str
) -> None:
    before = sorted(folder.parent.iterdir())
    status, _ = desk.refused("essays/new", path=name, text="evil")
    assert status in (400, 422)
    assert sorted(folder.parent.iterdir()) == before
    assert not Path("/tmp/new.md").exists()
