"""Write an essay: its text, what it prints, and two who write at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.desk.running_desk import (
    ESSAY,
    RunningDesk,
    desk_in_thread,
    listening,
    make_folder,
    next_event,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of its own."""
    return make_folder(tmp_path / "Essays")


@pytest.fixture
def desk(folder: Path) -> Iterator[RunningDesk]:
    with desk_in_thread(folder) as found:
        yield found


def test_an_essay_with_what_it_prints(desk: RunningDesk) -> None:
    [row] = desk.get("essays")["essays"]
    assert row["path"] == "essay.md"
    essay = desk.get("essay", path="essay.md")
    assert essay["text"] == ESSAY
    assert essay["settings"]["kept_in"] == "essay"
    printed = essay["printed"]
    shown = [
        (ESSAY[start:end], printed["html"][str(number)])
        for start, end, number in printed["citations"]
    ]
    assert shown == [
        ("[@doe2001, p. 3]", "(Doe, 2001, p. 3)"),
        ("@roe1999", "Roe (1999)"),
    ]
    assert printed["list"] == ["doe2001", "roe1999"]
    assert printed["entries"]["doe2001"].startswith("Doe, J. (2001). <i>On harbors</i>")


def test_an_edit_answers_with_what_is_new(desk: RunningDesk) -> None:
    version = desk.get("essay", path="essay.md")["version"]
    start = ESSAY.index("p. 3")
    printed = desk.edit("essay.md", version, (start, start + 4, "p. 4"))
    assert printed["version"] == version + 1
    assert list(printed["html"].values()) == ["(Doe, 2001, p. 4)"]
    assert printed["entries"] == {}
    assert not printed["saved"]
    again = desk.get("essay/printed", path="essay.md", since=0)
    assert set(again["html"].values()) == {"(Doe, 2001, p. 4)", "Roe (1999)"}


def test_an_unknown_key_is_a_problem_at_once(desk: RunningDesk) -> None:
    start = ESSAY.index("roe1999")
    printed = desk.edit("essay.md", _open(desk), (start, start + 3, "rho"))
    [problem] = printed["problems"]
    assert problem["rule"] == "cite-not-listed"
    assert problem["start"] == start - 1  # with its `@`


def test_only_saving_writes(desk: RunningDesk, folder: Path) -> None:
    desk.edit("essay.md", _open(desk), (0, 0, "x"))
    assert (folder / "essay.md").read_text("utf-8") == ESSAY
    assert desk.post("essay/save", path="essay.md", version=2)["saved"]
    assert (folder / "essay.md").read_text("utf-8") == "x" + ESSAY


def test_line_ends_and_encoding_stay(desk: RunningDesk, folder: Path) -> None:
    before = "\ufeffa 😀\r\nb\nc\r\n".encode()
    (folder / "mixed.md").write_bytes(before)
    essay = desk.get("essay", path="mixed.md")
    assert essay["text"] == "a 😀\nb\nc\n"
    at = len("a 😀\nb".encode("utf-16-le")) // 2
    desk.edit("mixed.md", 1, (at, at, "!\n"))
    desk.post("essay/save", path="mixed.md", version=2)
    after = "\ufeffa 😀\r\nb!\r\n\nc\r\n".encode()
    assert (folder / "mixed.md").read_bytes() == after


def test_two_tabs_with_conflicting_edits(desk: RunningDesk) -> None:
    version = _open(desk)
    desk.edit("essay.md", version, (0, 0, "one"))
    status, answer = desk.refused(
        "essay/edit",
        path="essay.md",
        base=version,
        edits=[{"start": 0, "end": 0, "new": "two"}],
    )
    assert status == 409
    assert answer["version"] == version + 1
    assert answer["text"] == "one" + ESSAY
    assert answer["changes"] == [[{"start": 0, "end": 0, "new": "one"}]]
    desk.edit("essay.md", version + 1, (3, 3, "two"))
    assert desk.get("essay", path="essay.md")["text"] == "onetwo" + ESSAY


def test_other_tabs_hear_of_edits(desk: RunningDesk) -> None:
    version = _open(desk)
    with listening(desk) as events:
        desk.edit("essay.md", version, (0, 1, "x"))
        edited = next_event(events, "edited")
        assert edited["edits"] == [{"start": 0, "end": 1, "new": "x"}]
        assert edited["base"] == version
        assert edited["tab"] == "t"
        found = next_event(events, "findings")
        assert found["version"] == version + 1


def test_what_makes_a_difference_elsewhere_is_printed_after_a_pause(
    desk: RunningDesk, folder: Path
) -> None:
    code = "\n```\ncode\n```\n"
    (folder / "essay.md").write_text(ESSAY + code, "utf-8")
    version = _open(desk)
    fence = ESSAY.index("A harbor")
    with listening(desk) as events:
        answer = desk.edit("essay.md", version, (fence, fence, "```\n"))
        assert len(answer["citations"]) == 2  # it is not known yet that this is code
        next_event(events, "reprinted")
    printed = desk.get("essay/printed", path="essay.md", since=0)
    assert printed["citations"] == []


def test_what_another_program_saves_is_shown(desk: RunningDesk, folder: Path) -> None:
    version = _open(desk)
    with listening(desk) as events:
        (folder / "essay.md").write_text(ESSAY.replace("door", "gate"), "utf-8")
        edited = next_event(events, "edited")
        assert edited["base"] == version
        assert edited["saved"]
    assert "a gate" in desk.get("essay", path="essay.md")["text"]


def test_another_program_changes_what_is_not_saved(
    desk: RunningDesk, folder: Path
) -> None:
    desk.edit("essay.md", _open(desk), (0, 0, "mine"))
    with listening(desk) as events:
        (folder / "essay.md").write_text("theirs", "utf-8")
        assert next_event(events, "disk-conflict")["disk"] == "theirs"
    status, answer = desk.refused("essay/save", path="essay.md", version=2)
    assert status == 409
    assert answer["disk"] == "theirs"
    assert answer["yours"] == "mine" + ESSAY
    assert (folder / "essay.md").read_text("utf-8") == "theirs"
    desk.post("essay/save", path="essay.md", version=2, overwrite=True)
    assert (folder / "essay.md").read_text("utf-8") == "mine" + ESSAY


def test_going_back_to_the_disk(desk: RunningDesk) -> None:
    desk.edit("essay.md", _open(desk), (0, 0, "x"))
    essay = desk.post("essay/reload", path="essay.md")
    assert essay["text"] == ESSAY
    assert essay["saved"]


def test_a_file_that_vanished(desk: RunningDesk, folder: Path) -> None:
    desk.edit("essay.md", _open(desk), (0, 0, "x"))
    (folder / "essay.md").unlink()
    status, answer = desk.refused("essay/save", path="essay.md", version=2)
    assert status == 409
    assert answer["disk"] is None
    desk.post("essay/save", path="essay.md", version=2, overwrite=True)
    assert (folder / "essay.md").read_text("utf-8") == "x" + ESSAY


def test_a_file_that_cannot_be_written(desk: RunningDesk, folder: Path) -> None:
    desk.edit("essay.md", _open(desk), (0, 0, "x"))
    # As in a folder without permission; some users may write everywhere.
    (folder / ".essay.md.lock").mkdir()
    status, answer = desk.refused("essay/save", path="essay.md", version=2)
    assert status == 422
    assert answer["error"]["kind"] == "unwritable-file"
    assert (folder / "essay.md").read_text("utf-8") == ESSAY
    assert desk.get("essay", path="essay.md")["text"] == "x" + ESSAY


def test_a_new_essay(desk: RunningDesk, folder: Path) -> None:
    essay = desk.post("essays/new", path="new.md")
    assert essay["text"] == ""
    printed = desk.edit("new.md", 1, (0, 0, "So [@doe2001]."))
    assert list(printed["html"].values()) == ["(Doe, 2001)"]
    status, _ = desk.refused("essays/new", path="new.md")
    assert status == 422


def test_an_essay_is_dropped_onto_the_page(desk: RunningDesk, folder: Path) -> None:
    answer = desk.client.post(
        "/api/essays/upload?name=paper.tex",
        content=b"So \\cite{doe2001}.",
        headers={"content-type": "application/octet-stream"},
    )
    assert answer.json() == {"path": "paper.tex"}
    assert desk.get("essay", path="paper.tex")["printed"]["list"] == ["doe2001"]


def _open(desk: RunningDesk) -> int:
    version = desk.get("essay", path="essay.md")["version"]
    assert isinstance(version, int)
    return version
