"""`bibliography: zotero` and `loccit import zotero:`, with Zotero's data in a home."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loccit.editing.import_memory import FILE_NAME
from tests.cli.conftest import Call, essay
from tests.zotero_sqlite import COLLECTIONS, ENTRIES, make_database

ESSAY = "---\nbibliography: {name}\n---\nPrisons [@carson2020].\n"


@pytest.fixture
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder in the folder of the essays, without a library there."""
    home = folder / "home"
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setenv("LOCCIT_ZOTERO", "http://127.0.0.1:9")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    (folder / "bibliography" / "sources.bib").unlink()
    return home


def choose_data_folder(profiles: Path, data: Path) -> None:
    """Write the preferences of a profile with its own folder of data."""
    (profiles / "ab12.default").mkdir(parents=True)
    (profiles / "ab12.default" / "prefs.js").write_text(
        '// Mozilla User Preferences\nuser_pref("app.update.auto", false);\n'
        f'user_pref("extensions.zotero.dataDir", {json.dumps(str(data))});\n'
        'user_pref("extensions.zotero.useDataDir", true);\n'
    )


@pytest.mark.parametrize("name", ["zotero", "'zotero:'", "'zotero:Thesis'"])
def test_an_essay_cites_from_zotero(
    call: Call, folder: Path, home: Path, name: str
) -> None:
    make_database(home / "Zotero" / "zotero.sqlite", ENTRIES, COLLECTIONS)
    result = call("format", essay(folder, ESSAY.format(name=name)))
    assert result.exit_code == 0
    assert "Prisons (Carson, 2020)." in result.stdout
    assert "*Prisoners in 2019* (NCJ 255115). Bureau of Justice" in result.stdout


@pytest.mark.parametrize(
    "profiles",
    [
        ".zotero/zotero",
        ".var/app/org.zotero.Zotero/.zotero/zotero",
        "Library/Application Support/Zotero/Profiles",
        "AppData/Roaming/Zotero/Zotero/Profiles",
    ],
)
def test_the_folder_of_data_that_a_profile_names(
    call: Call, folder: Path, home: Path, profiles: str
) -> None:
    data = folder / "my data"
    choose_data_folder(home / profiles, data)
    make_database(data / "zotero.sqlite", ENTRIES)
    result = call("list", "-b", "zotero")
    assert result.exit_code == 0
    assert result.stdout.startswith("carson2020\t")


def test_a_setting_of_the_project(call: Call, folder: Path, home: Path) -> None:
    make_database(home / "Zotero" / "zotero.sqlite", ENTRIES, COLLECTIONS)
    (folder / "loccit.toml").write_text('bibliography = ["zotero:Law"]\n')
    essay(folder, "[@brown1954]\n")
    assert call("list").stdout.startswith("brown1954\t")
    assert "essay.md:1" in call("show", "brown1954").stdout


def test_without_zotero_the_way_is_said(call: Call, folder: Path, home: Path) -> None:
    result = call("format", essay(folder, ESSAY.format(name="zotero")))
    assert result.exit_code == 2
    assert "Zotero keeps no library here. Zotero does not run" in result.stderr
    assert "--bibliography FOLDER/zotero.sqlite" in result.stderr


def test_a_file_of_that_name_goes_first(call: Call, folder: Path, home: Path) -> None:
    (folder / "zotero").mkdir()
    (folder / "zotero" / "a.bib").write_text("@book{mine, title = {A}}")
    assert call("list", "-b", "zotero").stdout.startswith("mine\t")


def test_import_from_zotero(call: Call, folder: Path, home: Path) -> None:
    data = home / "Zotero" / "zotero.sqlite"
    make_database(data, ENTRIES, COLLECTIONS)
    result = call("import", "zotero:Thesis", "--into", "bibliography/sources.bib")
    assert ": 3 added, 0 there already" in result.stderr
    assert ": 1 added, 3 there already" in call("import", "zotero:").stderr
    before = (folder / "bibliography" / "sources.bib").read_text("utf-8")
    data.unlink()
    corrected = ENTRIES[1]._replace(fields={**ENTRIES[1].fields, "firstPage": "484"})
    make_database(data, (ENTRIES[0], corrected, *ENTRIES[2:]))
    result = call("import", "--update", "zotero")
    assert (
        "`brown1954` is different at the source:\n  pages\n    - 483\n    + 484\n"
        in (result.stdout)
    )
    after = (folder / "bibliography" / "sources.bib").read_text("utf-8")
    assert after == before.replace("{483}", "{484}")
    assert (folder / "bibliography" / FILE_NAME).exists()


@pytest.mark.parametrize("name", ["zotero", "zotero:Thesis"])
@pytest.mark.parametrize(
    "command",
    [
        ["keys", "brown1954", "--write"],
        ["rename", "carson2020", "x"],
        ["edit", "carson2020", "note=A"],
        ["remove", "carson2020"],
        ["dedupe", "--merge", "carson2020", "reagon1983"],
    ],
)
def test_only_zotero_changes_its_library(
    call: Call, folder: Path, home: Path, name: str, command: list[str]
) -> None:
    data = make_database(home / "Zotero" / "zotero.sqlite", ENTRIES, COLLECTIONS)
    mine = folder / "bibliography" / "mine.bib"
    mine.write_text("@book{mine, title = {A}}")
    before = data.read_bytes()
    result = call(*command, "-b", name, "-b", mine)
    assert result.exit_code == 2
    assert "Only Zotero changes its library." in result.stderr
    assert data.read_bytes() == before
    assert list(data.parent.iterdir()) == [data]


def test_what_is_beside_zotero_s_library_is_changed(
    call: Call, folder: Path, home: Path
) -> None:
    data = make_database(home / "Zotero" / "zotero.sqlite", ENTRIES, COLLECTIONS)
    mine = folder / "bibliography" / "mine.bib"
    mine.write_text("@book{mine, title = {A}, doi = {https://doi.org/10.1000/x}}\n")
    paper = essay(folder, "[@mine; @carson2020]\n")
    named = ["-b", "zotero:Thesis", "-b", mine]
    assert call("rename", "mine", "yours", *named).exit_code == 0
    assert mine.read_text().startswith("@book{yours,")
    assert paper.read_text() == "[@yours; @carson2020]\n"
    call("check", "--fix", *named)
    assert "doi = {10.1000/x}" in mine.read_text()
    assert list(data.parent.iterdir()) == [data]


def test_the_program_is_asked_where_its_data_are_not_found(
    call: Call, folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = {"id": "http://zotero.org/users/1/items/A", "type": "book", "title": "Ants"}
    answer = json.dumps([item | {"citation-key": "ants"}]).encode()
    monkeypatch.setattr("loccit.lookup.zotero.local_items", lambda _: answer)
    assert call("list", "-b", "zotero:Thesis").stdout == "ants\t\t\tAnts\tbook\n"
    result = call("edit", "ants", "note=A", "-b", "zotero:Thesis")
    assert (result.exit_code, "read-only" in result.stderr) == (2, True)
