"""Files wherever fsspec reaches; those in memory stand for object stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.errors import UnreadableFile, UnwritableFile

pytest.importorskip("fsspec", reason="the extra `cluster` is not installed")

from loccit.cli.cluster.essay_files import EssayFile, find_essays
from loccit.cli.cluster.filesystems import Location, location, read, write
from loccit.cli.cluster.reports import EssayReport, Reports, ShardReport
from loccit.cli.cluster.shards import PlacedEssay, shards

OUT = Location("memory://", "/out")


def names(*addresses: str) -> list[str]:
    return [each.name for each in find_essays(addresses, OUT)]


@pytest.fixture
def store() -> Location:
    """A store with essays, and one other file."""
    root = location("memory://bucket")
    for name in ("a.md", "deep/er/b.tex", "deep/c.md", "deep/d.png", ".git/e.md"):
        write(root / name, name.encode())
    return root


def test_what_is_written_can_be_read(store: Location) -> None:
    assert read(store / "deep/c.md", "") == b"deep/c.md"
    with pytest.raises(UnreadableFile, match=r"memory:///bucket/z.md: This can't be"):
        read(store / "z.md", "")


def test_a_file_on_a_disk(tmp_path: Path) -> None:
    where = location(str(tmp_path)) / "new/a.md"
    write(where, b"A")
    assert (tmp_path / "new" / "a.md").read_bytes() == b"A" == read(where, "")
    with pytest.raises(UnwritableFile, match="can't be written"):
        write(where / "b.md", b"B")


def test_essays_at_an_address(store: Location) -> None:
    assert names("memory://bucket") == ["a.md", "deep/c.md", "deep/er/b.tex"]
    assert names("memory://bucket/*.md") == ["a.md"]
    assert names("memory://bucket/**/*.md") == [".git/e.md", "a.md", "deep/c.md"]
    assert names("memory://bucket/deep/*.md", "memory://bucket/a.md") == [
        "c.md",
        "a.md",
    ]
    with pytest.raises(UnreadableFile, match="no essays here"):
        names("memory://bucket/*.org")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("memory://a/b.md", ("memory://", "/a/b.md")),
        ("zip://a/*.md::memory://b.zip", ("zip://::memory://b.zip", "a/*.md")),
        ("zip://a.md::b.zip", (f"zip://::{Path.cwd()}/b.zip", "a.md")),
        ("a.md", ("file://", f"{Path.cwd()}/a.md")),
    ],
)
def test_locations(name: str, expected: tuple[str, str]) -> None:
    assert location(name) == expected


def test_shards_keep_order_and_size() -> None:
    sizes = [10] * 100 + [5_000_000] * 4
    essays = [
        PlacedEssay(EssayFile(OUT / str(number), "", "", size, ""), "")
        for number, size in enumerate(sizes)
    ]
    found = [*shards(essays, 1)]
    assert [each for shard in found for each in shard.essays] == essays
    assert [len(shard.essays) for shard in found] == [26, 26, 26, 23, 1, 1, 1]


def test_reports_are_read_again(store: Location) -> None:
    reports = Reports(store, "run")
    assert [*reports.read()] == []
    report = ShardReport([EssayReport("a.md", "1", "", ["x"], 2, 3)], 0.5, "worker")
    reports.keep("shard", report)
    write(store / ".loccit/run/broken.json", b"{")
    write(store / ".loccit/run/other.json", b"{}")
    assert [*reports.read()] == [report]
