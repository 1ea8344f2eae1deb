"""What an essay depends on."""

from __future__ import annotations

from pathlib import Path

from loccit import read_essay
from loccit.drafting.opened.dependencies import dependencies
from loccit.workspace.settings import Settings
from tests.zotero_library import write_zotero_library


def names(folder: Path, settings: Settings) -> list[str]:
    essay = read_essay(b"So it is.\n", str(folder / "essay.md"))
    found = dependencies(essay, settings)
    return [path.relative_to(folder).as_posix() for path in found]


def test_settings_and_a_library_that_may_come(tmp_path: Path) -> None:
    usual = ["bibliography", "loccit.toml", "pyproject.toml"]
    assert names(tmp_path, Settings()) == usual
    (tmp_path / "loccit.toml").write_text('csl = "my.csl"\n', "utf-8")
    (tmp_path / "my.csl").write_text("", "utf-8")
    assert "my.csl" in names(tmp_path, Settings())


def test_a_collection_of_zotero_is_in_its_database(tmp_path: Path) -> None:
    write_zotero_library(tmp_path)
    collection = tmp_path / "Zotero" / "zotero.sqlite" / "Thesis"
    found = names(tmp_path, Settings((collection,)))
    assert "Zotero/zotero.sqlite" in found
    assert "Zotero/zotero.sqlite/Thesis" not in found
