"""Two tabs and another program write one essay: all of them end with the same text."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.servers.desk.running_desk import (
    RunningDesk,
    desk_in_thread,
    listening,
    make_folder,
    next_event,
)

TYPED = [
    "a",
    " [@doe2001]",
    "😀",
    "\n",
    "\n\n# Head\n\n",
    "@roe1999",
    "[",
    "]",
    "---\n",
]


class Tab:
    """A page, which has a text in units of UTF-16, and follows the desk."""

    def __init__(self, desk: RunningDesk, name: str) -> None:
        self.desk = desk
        self.name = name
        essay = desk.get("essay", path="essay.md")
        self.units = as_units(essay["text"])
        self.version = essay["version"]

    def type(self, rng: random.Random) -> None:
        """Type something somewhere, in the place of something, or delete something."""
        start = self.boundary(rng.randint(0, len(self.units)))
        end = self.boundary(min(len(self.units), start + rng.choice([0, 0, 1, 9])))
        new = rng.choice(["", *TYPED])
        edits = [{"start": start, "end": end, "new": new}]
        answer = self.desk.client.post(
            "/api/essay/edit",
            json={
                "path": "essay.md",
                "base": self.version,
                "tab": self.name,
                "edits": edits,
            },
        )
        if answer.status_code == 200:
            self.apply(edits, answer.json()["version"])
            return
        assert answer.status_code == 409  # another tab was quicker: follow, and give up
        for changes in answer.json()["changes"]:
            self.apply(changes, self.version + 1)
        assert self.version == answer.json()["version"]

    def boundary(self, at: int) -> int:
        """An editor never puts the cursor into the middle of a character."""
        is_low = at < len(self.units) and self.units[at] in _LOW
        return at - 1 if is_low else at

    def apply(self, edits: Sequence[Mapping[str, Any]], version: int) -> None:
        for edit in reversed(edits):
            self.units[edit["start"] : edit["end"]] = as_units(edit["new"])
        self.version = version

    def follow(self, event: Mapping[str, Any]) -> None:
        if event["base"] == self.version:
            self.apply(event["edits"], event["version"])

    @property
    def text(self) -> str:
        data = b"".join(unit.to_bytes(2, "little") for unit in self.units)
        return data.decode("utf-16-le")


_LOW = range(0xDC00, 0xE000)


def as_units(text: str) -> list[int]:
    data = text.encode("utf-16-le")
    return [int.from_bytes(data[i : i + 2], "little") for i in range(0, len(data), 2)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make_folder(tmp_path / "Essays")
    text = "One\r\ntwo 😀\rthree [@doe2001].\n\nFour @roe1999.\r\n"
    (folder / "essay.md").write_bytes(text.encode())
    return folder


@pytest.fixture
def desk(folder: Path) -> Iterator[RunningDesk]:
    with desk_in_thread(folder) as found:
        yield found


@pytest.mark.parametrize("seed", range(3))
def test_all_end_with_the_same_text(desk: RunningDesk, folder: Path, seed: int) -> None:
    rng = random.Random(seed)
    one, other = Tab(desk, "one"), Tab(desk, "other")
    with listening(desk) as events:
        for _ in range(60):
            rng.choice([one, other]).type(rng)
            if rng.random() < 0.5:
                continue  # the other one has not heard yet
            while one.version != other.version:
                event = next_event(events, "edited")
                one.follow(event)
                other.follow(event)
        for tab in (one, other):
            tab.type(rng)  # makes whoever is behind follow
            tab.type(rng)
    essay = desk.get("essay", path="essay.md")
    last = one if one.version == essay["version"] else other
    assert last.text == essay["text"]
    desk.post("essay/save", path="essay.md", version=essay["version"])
    saved = (folder / "essay.md").read_bytes().decode()
    assert saved.replace("\r\n", "\n").replace("\r", "\n") == essay["text"]
