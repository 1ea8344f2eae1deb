"""Sources: the table, forms, duplicates, adding, undoing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.desk.running_desk import (
    LIBRARY,
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


def library(folder: Path) -> str:
    return (folder / "bibliography" / "sources.bib").read_text("utf-8")


def test_a_table_of_all_sources(desk: RunningDesk) -> None:
    table = desk.get("sources", sort="year")
    assert table["total"] == 2
    assert [row["key"] for row in table["rows"]] == ["roe1999", "doe2001"]
    page = desk.get("sources", sort="author", offset=1, limit=1)
    assert [row["key"] for row in page["rows"]] == ["roe1999"]
    found = desk.get("sources", q="author:doe")
    assert [row["key"] for row in found["rows"]] == ["doe2001"]
    broken = desk.client.get("/api/sources", params={"q": '"not closed'})
    assert broken.json()["error"]["kind"] == "invalid-query"


def test_a_form_that_fits_the_type(desk: RunningDesk) -> None:
    source = desk.get("source", key="roe1999", essay="essay.md")
    fields = {field["name"]: field for field in source["fields"]}
    assert fields["author"]["value"] == "Roe, Richard"
    assert fields["author"]["kind"] == "people"
    assert fields["journaltitle"]["level"] == "usual"
    assert fields["doi"]["value"] == ""
    assert source["html"].startswith("Roe, R. (1999). Tides.")
    cited = desk.get("source/cited", key="roe1999")
    assert cited["cited_in"] == [{"path": "essay.md", "times": 1}]
    assert any(each["type"] == "book" for each in desk.get("types")["types"])
    answer = desk.client.get("/api/source", params={"key": "nobody"})
    assert answer.status_code == 404


def test_an_edit_changes_its_field_alone(desk: RunningDesk, folder: Path) -> None:
    source = desk.get("source", key="doe2001")
    edited = desk.post(
        "source/edit",
        key="doe2001",
        base=source["base"],
        fields={"title": "Harbors & Doors", "author": "Doe, Jane; Poe, Ann"},
    )
    assert edited["citation"] == "(Doe &#38; Poe, 2001)"
    expected = LIBRARY.replace("On Harbors", r"Harbors \& Doors").replace(
        "{Doe, Jane}", "{Doe, Jane and Poe, Ann}"
    )
    assert library(folder) == expected
    printed = desk.get("essay/printed", path="essay.md")
    assert "(Doe &#38; Poe, 2001, p. 3)" in printed["html"].values()


def test_another_type(desk: RunningDesk, folder: Path) -> None:
    base = desk.get("source", key="doe2001")["base"]
    values = {"base": base, "fields": {"institution": "Harbor Office"}}
    desk.post("source/edit", key="doe2001", type="report", **values)
    assert library(folder).startswith("@report{doe2001,")


def test_unclear_names_are_refused(desk: RunningDesk, folder: Path) -> None:
    base = desk.get("source", key="doe2001")["base"]
    fields = {"author": "Roe, Ann, Poe, Jane, Lee"}
    status, answer = desk.refused(
        "source/edit", key="doe2001", base=base, fields=fields
    )
    assert status == 422
    assert answer["error"]["advice"]
    assert library(folder) == LIBRARY


def test_somebody_else_has_changed_the_source(desk: RunningDesk, folder: Path) -> None:
    base = desk.get("source", key="doe2001")["base"]
    theirs = LIBRARY.replace("On Harbors", "Theirs")
    (folder / "bibliography" / "sources.bib").write_text(theirs, "utf-8")
    status, answer = desk.refused(
        "source/edit", key="doe2001", base=base, fields={"title": "Mine"}
    )
    assert status == 409
    assert answer["source"]["html"].startswith("Doe, J. (2001). <i>Theirs</i>.")
    assert library(folder) == theirs


def test_what_was_edited_is_undone(desk: RunningDesk, folder: Path) -> None:
    assert desk.get("undo")["can"] is None
    base = desk.get("source", key="doe2001")["base"]
    desk.post("source/edit", key="doe2001", base=base, fields={"title": "Mine"})
    assert desk.get("undo")["can"] == "Edit doe2001"
    desk.post("undo")
    assert library(folder) == LIBRARY
    assert desk.refused("undo")[0] == 422


def test_nothing_is_undone_over_what_somebody_else_wrote(
    desk: RunningDesk, folder: Path
) -> None:
    base = desk.get("source", key="doe2001")["base"]
    desk.post("source/edit", key="doe2001", base=base, fields={"title": "Mine"})
    (folder / "bibliography" / "sources.bib").write_text("% theirs", "utf-8")
    assert desk.refused("undo")[0] == 422
    assert library(folder) == "% theirs"


def test_a_key_is_renamed_everywhere(desk: RunningDesk, folder: Path) -> None:
    desk.get("essay", path="essay.md")
    renamed = desk.post("source/rename", key="doe2001", new="doe")
    assert renamed == {"key": "doe", "essays": ["essay.md"]}
    assert "[@doe, p. 3]" in desk.get("essay", path="essay.md")["text"]
    assert "[@doe, p. 3]" in (folder / "essay.md").read_text("utf-8")
    assert "@book{doe," in library(folder)


def test_a_rename_waits_for_what_is_not_saved(desk: RunningDesk) -> None:
    desk.get("essay", path="essay.md")
    desk.edit("essay.md", 1, (0, 0, "x"))
    status, answer = desk.refused("source/rename", key="doe2001", new="doe")
    assert status == 409
    assert "essay.md" in answer["error"]["message"]


def test_a_cited_source_is_not_removed(desk: RunningDesk, folder: Path) -> None:
    status, answer = desk.refused("source/remove", key="doe2001")
    assert status == 409
    assert answer["problems"][0]["rule"] == "cited-source"
    desk.post("source/remove", key="doe2001", even_if_cited=True)
    assert "doe2001" not in library(folder)


def test_a_pasted_reference(desk: RunningDesk, folder: Path) -> None:
    text = "Poe, E. (2010). Ravens at sea. Night Press."
    preview = desk.post("sources/look", text=text)
    [source] = preview["sources"]
    assert source["html"] == "Poe, E. (2010). <i>Ravens at sea</i>. Night Press."
    assert source["duplicate"] is None
    assert library(folder) == LIBRARY
    with listening(desk) as events:
        added = desk.post("sources/add", preview=preview["preview"], ids=[0])
        assert added["added"] == [
            {"key": "poe2010", "file": "bibliography/sources.bib"}
        ]
        assert next_event(events, "library")["files"] == ["bibliography/sources.bib"]
    assert desk.get("source", key="poe2010")["type"] == "book"


def test_a_duplicate_is_noticed(desk: RunningDesk, folder: Path) -> None:
    entry = "@book{x, author={Doe, Jane}, title={On Harbors}, date=2001, publisher={Harbor Press}}"
    preview = desk.post("sources/look", text=entry)
    [source] = preview["sources"]
    assert source["duplicate"]["key"] == "doe2001"
    desk.post("sources/add", preview=preview["preview"], ids=[0])
    assert library(folder) == LIBRARY


def test_a_dropped_file(desk: RunningDesk) -> None:
    ris = b"TY  - BOOK\nAU  - Lee, Al\nTI  - Salt\nPY  - 2004\nER  - \n"
    answer = desk.client.post(
        "/api/sources/read?name=export.ris",
        content=ris,
        headers={"content-type": "application/octet-stream"},
    ).json()
    assert [source["citation"] for source in answer["sources"]] == ["(Lee, 2004)"]


@pytest.mark.parametrize("text", ["", "   ", "what?", "\0", "no source"])
def test_what_is_no_source_is_refused(desk: RunningDesk, text: str) -> None:
    assert desk.refused("sources/look", text=text)[0] == 422


def test_an_old_preview_is_gone(desk: RunningDesk) -> None:
    assert desk.refused("sources/add", preview="p99", ids=[0])[0] == 410


def test_the_first_source_makes_a_library(tmp_path: Path) -> None:
    with desk_in_thread(tmp_path) as desk:
        text = "Poe, E. (2010). Ravens at sea. Night Press."
        preview = desk.post("sources/look", text=text)
        desk.post("sources/add", preview=preview["preview"], ids=[0])
        assert (tmp_path / "bibliography" / "sources.bib").exists()
        assert desk.get("sources")["total"] == 1


def test_duplicates_side_by_side(desk: RunningDesk, folder: Path) -> None:
    more = LIBRARY + LIBRARY.partition("\n\n")[0].replace("doe2001", "doe01")
    (folder / "bibliography" / "sources.bib").write_text(more, "utf-8")
    [pair] = desk.get("sources/duplicates")["pairs"]
    assert {pair["a"]["key"], pair["b"]["key"]} == {"doe2001", "doe01"}
    merged = desk.post("sources/merge", keep="doe2001", drop="doe01")
    assert merged["source"]["key"] == "doe2001"
    assert desk.get("sources/duplicates")["pairs"] == []


def test_the_library_in_figures(desk: RunningDesk) -> None:
    figures = desk.get("statistics")
    assert figures["sources"] == 2
    assert figures["cited"] == {"doe2001": 1, "roe1999": 1}


def test_a_library_that_cannot_be_written(desk: RunningDesk, folder: Path) -> None:
    base = desk.get("source", key="doe2001")["base"]
    # As in a folder without permission; some users may write everywhere.
    (folder / "bibliography" / ".sources.bib.lock").mkdir()
    status, answer = desk.refused(
        "source/edit", key="doe2001", base=base, fields={"title": "Mine"}
    )
    assert status == 422
    assert answer["error"]["kind"] == "unwritable-file"
    assert library(folder) == LIBRARY
