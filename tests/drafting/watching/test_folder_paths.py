"""Names of files never lead outside a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.drafting.watching.folder_paths import existing_file, new_file
from loccit.errors import LoccitError, UnwritableFile

PARTS = st.sampled_from(
    ["..", ".", "", "a", "inside", "outside", "secret.md", "essay.md", "\0", "~", "C:"]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file, a folder, and a link that leads outside."""
    around = tmp_path_factory.mktemp("around")
    (around / "secret.md").write_text("secret", "utf-8")
    folder = around / "folder"
    (folder / "inside").mkdir(parents=True)
    (folder / "essay.md").write_text("essay", "utf-8")
    (folder / "outside").symlink_to(around)
    return folder


@given(st.lists(PARTS, max_size=6).map("/".join))
def test_no_name_leads_outside(folder: Path, name: str) -> None:
    for find in (existing_file, new_file):
        try:
            path = find(folder, name)
        except LoccitError:
            continue
        assert path.resolve().is_relative_to(folder)


def test_files_inside_are_found(folder: Path) -> None:
    assert existing_file(folder, "./essay.md") == folder / "essay.md"
    assert new_file(folder, "inside/new.md") == folder / "inside" / "new.md"


@pytest.mark.parametrize("name", ["con", "Aux.md", "lpt1.txt", "a?.md", "x ", ".git"])
def test_names_that_are_not_allowed_everywhere(folder: Path, name: str) -> None:
    with pytest.raises(UnwritableFile):
        new_file(folder, name)
