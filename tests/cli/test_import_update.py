"""`loccit import --update`: what has changed at the source, and what the user has."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from loccit.bibliography import open_library
from loccit.editing.import_memory import FILE_NAME
from tests.cli.conftest import Call

#: Two items as Zotero exports them; JSON has no types.
ITEMS: list[dict[str, Any]] = [
    {
        "id": "http://zotero.org/users/1/items/AAAA2345",
        "citation-key": "carson2020",
        "type": "report",
        "title": "Prisoners in 2019",
        "publisher": "Bureau of Justice Statistics",
        "number": "NCJ 255115",
        "author": [{"family": "Carson", "given": "E. Ann"}],
        "issued": {"date-parts": [[2020, 10]]},
        "URL": "https://bjs.ojp.gov/library/publications/prisoners-2019",
    },
    {
        "id": "http://zotero.org/users/1/items/BBBB2345",
        "type": "article-journal",
        "title": "Food sharing in cities",
        "container-title": "Urban Studies",
        "volume": "57",
        "author": [{"family": "Smith", "given": "John"}],
        "issued": {"date-parts": [[2020]]},
    },
]
TARGETS = ("sources.bib", "sources.json", "sources.yaml")


class Library:
    """A library in a new file, which the items were imported into."""

    def __init__(self, call: Call, bib: Path, name: str) -> None:
        bib.unlink()
        self.path = bib.parent / name
        self.memory = bib.parent / FILE_NAME
        self.items = deepcopy(ITEMS)
        self._call = call
        call("import", "-", "--into", self.path, stdin=self.export())

    def export(self) -> bytes:
        return json.dumps(self.items).encode()

    def import_(self, *options: str) -> tuple[str, str]:
        """What another import prints on standard output and on standard error."""
        result = self._call("import", "-", *options, stdin=self.export())
        assert result.exit_code == 0
        return result.stdout, result.stderr

    def edit(self, old: str, new: str) -> None:
        text = self.path.read_text("utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new), "utf-8")

    def plain(self, key: str, variable: str) -> str:
        return open_library(self.path).require(key).plain(variable)


@pytest.fixture(params=TARGETS)
def library(call: Call, bib: Path, request: pytest.FixtureRequest) -> Library:
    return Library(call, bib, request.param)


def test_an_import_is_remembered_beside_the_library(library: Library) -> None:
    assert library.memory.exists()
    before = library.path.read_bytes()
    assert library.import_() == library.import_()
    assert library.import_("--update")[0] == ""
    assert library.path.read_bytes() == before


def test_a_correction_arrives_and_nothing_else_changes(library: Library) -> None:
    library.items[0]["title"] = "Prisoners in the United States in 2019"
    before = library.path.read_text("utf-8")
    shown, said = library.import_("--update")
    assert "`carson2020` is different at the source:\n  title\n" in shown
    assert "- Prisoners in 2019\n" in shown
    assert "+ Prisoners in the United States in 2019\n" in shown
    assert said.endswith("0 added, 2 there already\n1 source updated\n")
    title = "Prisoners in the United States in 2019"
    assert library.path.read_text("utf-8") == before.replace("Prisoners in 2019", title)
    assert library.import_("--update")[0] == ""


def test_without_update_it_is_only_said(library: Library) -> None:
    library.items[1]["volume"] = "58"
    before = library.path.read_bytes()
    for _ in range(2):
        shown, said = library.import_()
        assert shown == ""
        assert said.endswith(
            "Changed at the source since the last import: `smith2020`. `--update` shows "
            "what, and takes what you have not changed yourself.\n"
        )
    assert library.path.read_bytes() == before


@pytest.mark.parametrize("option", ["-n", "--dry-run"])
def test_a_dry_run_only_shows(library: Library, option: str) -> None:
    library.items[1]["volume"] = "58"
    before, memory = library.path.read_bytes(), library.memory.read_bytes()
    shown, said = library.import_("--update", option)
    assert "  volume\n    - 57\n    + 58\n" in shown
    assert said.endswith("1 source would be updated\n")
    assert library.path.read_bytes() == before
    assert library.memory.read_bytes() == memory


def test_what_the_user_has_changed_stays(library: Library) -> None:
    library.edit("Urban Studies", "Urban Studies Journal")
    library.edit("Prisoners in 2019", "Prisoners in the Year 2019")
    library.items[1]["volume"] = "58"
    library.items[1]["container-title"] = "Urban Studies (Edinburgh)"
    shown, said = library.import_("--update")
    assert "carson2020" not in shown
    assert (
        "    + Urban Studies (Edinburgh)\n    yours stays: Urban Studies Journal\n"
        in shown
    )
    assert said.endswith("1 source updated, of 1 source your own values stay\n")
    assert library.plain("smith2020", "volume") == "58"
    assert library.plain("smith2020", "container-title") == "Urban Studies Journal"
    assert library.plain("carson2020", "title") == "Prisoners in the Year 2019"
    assert library.import_("--update")[0] == ""


def test_fields_come_and_go(library: Library) -> None:
    del library.items[0]["URL"]
    library.items[1]["DOI"] = "10.1000/x"
    library.items[1]["author"].append({"family": "Roe", "given": "Rita"})
    shown, _ = library.import_("--update")
    assert library.plain("carson2020", "URL") == ""
    assert library.plain("smith2020", "DOI") == "10.1000/x"
    names = open_library(library.path).require("smith2020").names("author")
    assert [name.family for name in names] == ["Smith", "Roe"]
    assert "    + 10.1000/x\n" in shown


def test_another_type_arrives_too(library: Library) -> None:
    library.items[0]["type"] = "book"
    library.import_("--update")
    assert open_library(library.path).require("carson2020").type == "book"


def test_new_sources_are_added_by_an_update(library: Library) -> None:
    library.items.append({"id": "new", "type": "book", "title": "Ants"})
    _, said = library.import_("--update")
    assert "1 added, 2 there already\n0 sources updated\n" in said
    assert library.plain("new", "title") == "Ants"


def test_all_may_be_corrected_at_once(library: Library) -> None:
    """An item's address says which source it is, whatever has changed."""
    library.items[1] |= {
        "title": "Sharing meals",
        "author": [{"family": "Smyth", "given": "Joan"}],
        "volume": "58",
        "issued": {"date-parts": [[2021]]},
    }
    _, said = library.import_("--update")
    assert "0 added, 2 there already" in said
    assert library.plain("smith2020", "title") == "Sharing meals"


def test_another_work_with_the_same_key_is_another_source(library: Library) -> None:
    """Two people give two works the same key."""
    library.items = [
        {
            "id": "carson2020",
            "type": "report",
            "title": "Jail inmates in 2019",
            "publisher": "Bureau of Justice Statistics",
            "number": "NCJ 255608",
            "author": [{"family": "Carson", "given": "E. Ann"}],
            "issued": {"date-parts": [[2020, 10]]},
        }
    ]
    _, said = library.import_("--update")
    assert "added as `carson2020a`" in said
    assert library.plain("carson2020a", "title") == "Jail inmates in 2019"


def test_a_forgotten_import_changes_nothing_that_is_there(library: Library) -> None:
    library.memory.unlink()
    library.edit("Urban Studies", "Urban Studies Journal")
    library.items[1]["volume"] = "58"
    before = library.path.read_bytes()
    shown, said = library.import_("--update")
    assert "    + 58\n    yours stays: 57\n" in shown
    assert "    + Urban Studies\n    yours stays: Urban Studies Journal\n" in shown
    assert said.endswith("0 sources updated, of 1 source your own values stay\n")
    assert library.path.read_bytes() == before
    library.items[1]["volume"] = "59"
    shown, _ = library.import_("--update")
    assert "    - 58\n    + 59\n    yours stays: 57\n" in shown
    assert "carson2020" not in shown


@pytest.mark.parametrize(
    "text", ["", "[]", '{"sources.bib": 7}', '{"sources.bib": {"a": 1}}']
)
def test_a_broken_memory_is_a_forgotten_one(library: Library, text: str) -> None:
    library.memory.write_text(text)
    assert "0 added, 2 there already" in library.import_("--update")[1]


def test_a_renamed_source_is_updated(call: Call, library: Library) -> None:
    assert call("rename", "smith2020", "food").exit_code == 0
    library.items[1]["volume"] = "58"
    library.items[1]["title"] = "Food sharing in many cities"
    _, said = library.import_("--update")
    assert "0 added, 2 there already\n1 source updated\n" in said
    assert library.plain("food", "volume") == "58"


def test_a_removed_source_is_new(call: Call, library: Library) -> None:
    assert call("remove", "smith2020").exit_code == 0
    assert "1 added, 1 there already" in library.import_()[1]


def test_comments_and_layout_stay(call: Call, bib: Path) -> None:
    library = Library(call, bib, "sources.bib")
    text = "% Mine\n@string{x = {X}}\n" + library.path.read_text("utf-8")
    text = text.replace("  volume = {57},", "  volume    =  57, % checked\n  mine = x,")
    library.path.write_text(text, "utf-8")
    library.items[1]["volume"] = "58"
    library.import_("--update")
    assert library.path.read_text("utf-8") == text.replace("57", "58")
