"""What is remembered of files."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from loccit.text_files.cache import (
    Stamp,
    digest_of,
    remember_digest,
    remembered_digest,
)

pytestmark = pytest.mark.usefixtures("cache_folder")
SECOND = 1_000_000_000


@pytest.mark.parametrize(
    ("age", "part_of_second", "sure"),
    [
        (0.01, 1, False),
        (0.5, 1, True),
        (0.5, 0, False),
        (0.9, 0, False),
        (3.5, 0, True),
    ],
)
def test_a_file_may_change_again_within_the_steps_of_its_clock(
    age: float, part_of_second: int, sure: bool
) -> None:
    modified = int((time.time() - age) * SECOND)
    modified += (
        part_of_second - modified % SECOND
        if not part_of_second
        else int(modified % SECOND == 0)
    )
    assert Stamp(1, modified, modified, 1).is_sure == sure


def test_a_digest_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_text("@book{a}")
    time.sleep(0.2)
    stamp = Stamp.of(file.stat())
    assert remembered_digest(file, stamp) is None
    digest = digest_of(file)
    assert remembered_digest(file, stamp) == digest
    assert remembered_digest(file, stamp._replace(inode=0)) is None
    file.write_text("@book{b}")
    assert digest_of(file) != digest


def test_what_was_kept_of_what_a_file_held_goes(
    tmp_path: Path, cache_folder: Path
) -> None:
    file = tmp_path / "a.bib"
    file.write_text("@book{a}")
    time.sleep(0.2)
    cache_folder.mkdir(parents=True)
    before, other = (
        cache_folder / f"{digest_of(file)}.entries",
        cache_folder / f"{'0' * 64}.entries",
    )
    for kept in (before, other):
        kept.write_bytes(b"")
    remember_digest(file, Stamp.of(file.stat()), "1" * 64)
    assert not before.exists()
    assert other.exists()
