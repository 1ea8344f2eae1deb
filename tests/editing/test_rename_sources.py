"""Other keys, in the library and in the essays: in all or in none."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.editing.rename_sources import left_as_written, rename_sources
from loccit.errors import InvalidChange, LoccitError, UnknownKey, UnwritableFile
from loccit.workspace.project import Project, find_project

BIB = "@book{doe, title = {A}}\r\n@inbook{roe, crossref = {doe}}\r\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    Path("bibliography").mkdir()
    Path("bibliography/s.bib").write_bytes(BIB.encode())
    Path("essay.md").write_bytes(b"So [@doe; @roe].\r\n")
    return find_project()


def contents() -> dict[str, bytes]:
    files = [path for path in Path().rglob("*") if path.is_file()]
    return {path.as_posix(): path.read_bytes() for path in files}


def test_all_files_change(project: Project) -> None:
    changed = rename_sources({"doe": "dough", "roe": "raw"}, project)
    assert list(changed) == [Path("bibliography/s.bib"), Path("essay.md")]
    assert contents() == {
        "bibliography/s.bib": BIB.replace("doe", "dough")
        .replace("roe", "raw")
        .encode(),
        "essay.md": b"So [@dough; @raw].\r\n",
    }


def test_keys_are_not_exchanged(project: Project) -> None:
    with pytest.raises(InvalidChange, match="is taken"):
        rename_sources({"doe": "roe", "roe": "doe"}, project)


@pytest.mark.parametrize(
    ("keys", "error", "message"),
    [
        ({"do": "x"}, UnknownKey, "No source has the key `do`. Nearest: doe."),
        ({"doe": "roe"}, InvalidChange, "The key `roe` is taken"),
        ({"doe": "x", "roe": "x"}, InvalidChange, "can't both have the key `x`"),
        ({"doe": "a key"}, InvalidChange, "can't be a key"),
    ],
)
def test_a_change_that_is_refused_changes_nothing(
    project: Project, keys: dict[str, str], error: type[LoccitError], message: str
) -> None:
    before = contents()
    with pytest.raises(error, match=message):
        rename_sources(keys, project)
    assert contents() == before


def test_an_essay_that_changes_in_the_meantime_stops_the_change(
    project: Project,
) -> None:
    assert project.all_essays()  # read now
    Path("essay.md").write_text("Typed just now: @doe.\n")
    before = contents()
    with pytest.raises(UnwritableFile, match="changed in the meantime"):
        rename_sources({"doe": "dough"}, project)
    assert contents() == before


def test_what_is_not_read_yet_is_reported(project: Project) -> None:
    Path("thesis.lyx").write_text("\\cite{doe}\n\\cite{other}\n")
    [warning] = left_as_written(["doe", "roe"], project)
    assert (warning.severity, str(warning.place)) == ("warning", "thesis.lyx:1:7")
