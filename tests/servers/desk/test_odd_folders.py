"""Folders and files as they should not be: the desk says what is wrong, and goes on."""

from __future__ import annotations

from pathlib import Path

from tests.servers.desk.running_desk import desk_in_thread, make_folder


def test_an_empty_folder(tmp_path: Path) -> None:
    with desk_in_thread(tmp_path) as desk:
        assert desk.get("essays")["essays"] == []
        assert desk.get("desk")["libraries"] == []
        assert desk.get("sources")["total"] == 0
        assert desk.get("statistics")["sources"] == 0


def test_an_essay_without_a_library(tmp_path: Path) -> None:
    (tmp_path / "essay.md").write_text("So [@doe].", "utf-8")
    with desk_in_thread(tmp_path) as desk:
        essay = desk.get("essay", path="essay.md")
        assert essay["printed"]["problems"]
        assert desk.get("findings", path="essay.md")["findings"]
        here = desk.get("essay/at", path="essay.md", version=1, at=6)
        assert here["key"] == "doe"
        assert here["source"] is None


def test_files_that_are_no_essays(tmp_path: Path) -> None:
    (tmp_path / "binary.md").write_bytes(b"\0\1\2" * 100)
    (tmp_path / "broken.docx").write_bytes(b"PK\3\4broken")
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "mark.md").write_bytes(b"\xef\xbb\xbf")
    (tmp_path / "folder.md").mkdir()
    with desk_in_thread(tmp_path) as desk:
        for name in ("binary.md", "broken.docx", "folder.md"):
            answer = desk.client.get("/api/essay", params={"path": name})
            assert answer.status_code == 422, name
            assert answer.json()["error"]["message"]
        for name in ("empty.md", "mark.md"):
            assert desk.get("essay", path=name)["text"] == ""


def test_settings_with_a_mistake(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "Essays")
    (folder / "loccit.toml").write_text("csl = 3", "utf-8")
    with desk_in_thread(folder) as desk:
        about = desk.get("desk")
        assert about["error"]["kind"] == "invalid-settings"
        assert "loccit.toml" in about["error"]["place"]
        essay = desk.get("essay", path="essay.md")
        assert essay["error"]["kind"] == "invalid-settings"
        assert essay["text"]


def test_front_matter_that_is_being_typed(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "Essays")
    (folder / "essay.md").write_text("---\ncsl: [\n---\nSo [@doe2001].", "utf-8")
    with desk_in_thread(folder) as desk:
        essay = desk.get("essay", path="essay.md")
        assert essay["error"]
        assert list(essay["printed"]["html"].values()) == ["(Doe, 2001)"]
        at = essay["text"].index("[") + 1
        desk.edit("essay.md", 1, (at - 1, at, "ieee"))
        essay = desk.get("essay", path="essay.md")
        assert essay["error"] is None
        assert list(essay["printed"]["html"].values()) == ["[1]"]


def test_a_library_with_broken_entries(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "Essays")
    file = folder / "bibliography" / "sources.bib"
    file.write_text(file.read_text("utf-8") + "\n@book{broken, title = {", "utf-8")
    with desk_in_thread(folder) as desk:
        assert desk.get("source", key="doe2001")["writable"]
        assert desk.get("essay", path="essay.md")["printed"]["list"]
