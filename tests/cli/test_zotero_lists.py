"""One library in Zotero is one list, whatever it was exported as."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.zotero_library import EXPORTS, WORKS, write_zotero_library

NAMES = sorted(export.name for export in EXPORTS.iterdir())
DATABASE = "Zotero/zotero.sqlite"


@pytest.fixture
def library(folder: Path) -> Path:
    """A folder with Zotero's library and its exports, and no bibliography."""
    (folder / "bibliography" / "sources.bib").unlink()
    write_zotero_library(folder)
    return folder


@pytest.mark.parametrize("name", [*NAMES, DATABASE])
def test_every_export_is_the_same_list(call: Call, library: Path, name: str) -> None:
    listed = call("export", "--to", "text", "-b", name)
    assert listed.exit_code == 0
    assert listed.stdout == call("export", "--to", "text", "-b", NAMES[-2]).stdout
    assert listed.stdout.count("\n\n") + 1 == len(WORKS)


@pytest.mark.parametrize("name", [*NAMES, DATABASE])
@pytest.mark.parametrize("target", ["sources.bib", "sources.json", "sources.yaml"])
def test_every_import_is_the_same_list(
    call: Call, library: Path, name: str, target: str
) -> None:
    into = library / "bibliography" / target
    assert ": 8 added, 0 there" in call("import", name, "--into", into).stderr
    assert ": 0 added, 8 there" in call("import", name, "--into", into).stderr
    expected = call("export", "--to", "text", "-b", "My Library.json").stdout
    assert call("export", "--to", "text").stdout == expected


@pytest.mark.parametrize("name", [name for name in NAMES if "Better" not in name])
def test_an_import_from_another_export_adds_nothing(
    call: Call, library: Path, name: str
) -> None:
    call("import", DATABASE, "--into", "bibliography/sources.bib")
    assert ": 0 added, 8 there already" in call("import", name).stderr


def test_other_keys_are_told_to_be_the_same_works(call: Call, library: Path) -> None:
    """Better BibTeX has keys of its own, which somebody may cite by."""
    call("import", DATABASE, "--into", "bibliography/sources.bib")
    result = call("import", "My Library (Better BibLaTeX).bib")
    assert ": 6 added, 2 there already" in result.stderr
    assert result.stderr.count("; it may be `") == 6
