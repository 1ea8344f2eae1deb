"""An open workspace: what editors have open goes before the disk."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

import pytest

from loccit.drafting.opened.search_library import SMALL
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.printed.citations import printed_citations, printed_list, reference
from loccit.drafting.problems.of_essay import all_findings, quick_problems
from loccit.model import Edit, Span
from loccit.workspace.settings import Settings
from tests.zotero_library import WORKS
from tests.zotero_sqlite import make_database

LIBRARY = """
@book{doe2001, author={Doe, Jo}, title={Emma}, date={2001}, publisher={Ace}}
@book{roe2002, author={Roe, Al}, title={Persuasion}, date={2002}, publisher={Ace}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "sources.bib").write_text(LIBRARY, "utf-8")
    (tmp_path / "essay.md").write_text("So [@doe2001, p. 3].\n", "utf-8")
    return tmp_path


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    return Workspace([folder])


def prints(workspace: Workspace, path: Path) -> list[str]:
    found = printed_citations(workspace.essay(path))
    return [each.text.plain for each in found if each.text]


def test_a_file_is_read_from_the_disk(workspace: Workspace, folder: Path) -> None:
    essay = workspace.essay(folder / "essay.md")
    assert prints(workspace, essay.path) == ["(Doe, 2001, p. 3)"]
    assert [each.key for each in printed_list(essay)] == ["doe2001"]
    assert workspace.essay(essay.path) is essay


def test_a_change_on_the_disk_is_seen(workspace: Workspace, folder: Path) -> None:
    essay = folder / "essay.md"
    assert prints(workspace, essay) == ["(Doe, 2001, p. 3)"]
    essay.write_text("So [@roe2002].", "utf-8")
    assert prints(workspace, essay) == ["(Roe, 2002)"]
    library = folder / "bibliography" / "sources.bib"
    library.write_text(LIBRARY.replace("Roe", "Poe"), "utf-8")
    assert prints(workspace, essay) == ["(Poe, 2002)"]


def test_an_open_file_is_ahead_of_the_disk(workspace: Workspace, folder: Path) -> None:
    essay = folder / "essay.md"
    workspace.open(essay, "So [@doe2001].", 1)
    workspace.edit(essay, [Edit(Span(4, 12), "@roe2002"), Edit(Span(0, 2), "Then")], 2)
    assert workspace.text(essay) == "Then [@roe2002]."
    assert workspace.essay(essay).version == 2
    assert prints(workspace, essay) == ["(Roe, 2002)"]
    workspace.close(essay)
    assert prints(workspace, essay) == ["(Doe, 2001, p. 3)"]


def test_an_open_library_is_ahead_of_the_disk(
    workspace: Workspace, folder: Path
) -> None:
    library = folder / "bibliography" / "sources.bib"
    workspace.open(library, LIBRARY.replace("Doe, Jo", "Zoe, Jo"), 1)
    assert prints(workspace, folder / "essay.md") == ["(Zoe, 2001, p. 3)"]
    assert workspace.library(folder).find("zoe").summaries[0].key == "doe2001"


def test_essays_of_a_project_and_new_ones(workspace: Workspace, folder: Path) -> None:
    workspace.open(folder / "new.md", "As @roe2002 says.", 1)
    names = [essay.path.name for essay in workspace.essays(folder)]
    assert names == ["essay.md", "new.md"]


def test_the_cite_under_the_cursor(workspace: Workspace, folder: Path) -> None:
    path = folder / "essay.md"
    workspace.open(path, "So [see @doe2001, p. 3; -@roe2002].", 1)
    essay = workspace.essay(path)
    keys = [here.key if (here := essay.cite_at(at)) else "" for at in range(34)]
    found = {key: keys.count(key) for key in ("doe2001", "roe2002")}
    assert found == {"doe2001": 9, "roe2002": 10}
    assert essay.citation_at(5) is not None
    assert essay.citation_at(1) is None


@pytest.mark.parametrize("typed", ["doe", "DOE2", "em", "emma doe 2001", "deo2001"])
def test_a_source_is_found_as_it_is_typed(
    workspace: Workspace, folder: Path, typed: str
) -> None:
    found = workspace.library(folder).find(typed)
    assert [each.key for each in found.summaries] == ["doe2001"]


def test_an_entry_has_a_place(workspace: Workspace, folder: Path) -> None:
    library = workspace.library(folder)
    found = library.place("roe2002")
    assert found
    assert found.start.line == 3
    assert library.place("unknown") is None


def test_any_source_has_a_reference(workspace: Workspace, folder: Path) -> None:
    essay = workspace.essay(folder / "essay.md")
    assert reference(essay, "roe2002").plain == "Roe, A. (2002). Persuasion. Ace."
    assert not reference(essay, "unknown")


def test_problems(workspace: Workspace, folder: Path) -> None:
    path = folder / "essay.md"
    workspace.open(path, "So [@doe2001] and (Poe 1999).", 1)
    assert not quick_problems(workspace.essay(path))
    workspace.open(path, "So [@doe201].", 2)
    essay = workspace.essay(path)
    assert [each.rule for each in quick_problems(essay)] == ["T01"]
    found = all_findings(essay, lambda: False)
    assert found is not None
    assert "T01" in [each.problem.rule for each in found]
    assert all_findings(essay, lambda: True) is None


@pytest.mark.parametrize("head", ["csl: nope", "csl: [", "bibliography: no.bib"])
def test_settings_that_cannot_be_read(
    workspace: Workspace, folder: Path, head: str
) -> None:
    path = folder / "essay.md"
    workspace.open(path, f"---\n{head}\n---\n\nSo [@doe2001].", 1)
    essay = workspace.essay(path)
    assert essay.error or essay.library.error
    assert len(printed_citations(essay)) == 1
    assert all_findings(essay, lambda: False) is not None


def test_references_in_the_front_matter(workspace: Workspace, folder: Path) -> None:
    path = folder / "essay.md"
    item = "{id: doe2001, type: book, author: Zed, issued: 2020}"
    workspace.open(path, f"---\nreferences: [{item}]\n---\n\nSo [@doe2001].", 1)
    assert prints(workspace, path) == ["(Zed, 2020)"]


def test_a_folder_without_a_library(tmp_path: Path) -> None:
    workspace = Workspace([tmp_path])
    path = tmp_path / "essay.md"
    workspace.open(path, "So [@doe2001] and half of a pair: \ud83d.", 1)
    essay = workspace.essay(path)
    assert [each.rule for each in quick_problems(essay)] == ["T01"]
    assert not essay.library.find("doe").summaries
    assert all_findings(essay, lambda: False) is not None


def test_a_style_of_ones_own_is_read_again_when_it_changes(
    workspace: Workspace, folder: Path
) -> None:
    style = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"
      version="1.0"><info><title>A</title><id>a</id></info>
      <citation><layout><text value="{}"/></layout></citation></style>"""
    (folder / "my.csl").write_text(style.format("one"), "utf-8")
    essay = folder / "essay.md"
    essay.write_text("---\ncsl: my.csl\n---\n\nSo [@doe2001].\n", "utf-8")
    assert prints(workspace, essay) == ["one"]
    (folder / "my.csl").write_text(style.format("other"), "utf-8")
    assert prints(workspace, essay) == ["other"]


def test_an_included_file_is_read_again_when_it_changes(
    workspace: Workspace, folder: Path
) -> None:
    main, chapter = folder / "main.tex", folder / "one.tex"
    main.write_text("\\input{one}\n", "utf-8")
    chapter.write_text("So it is.\n", "utf-8")
    assert not printed_list(workspace.essay(main))
    chapter.write_text("So it is \\cite{doe2001}.\n", "utf-8")
    assert [entry.key for entry in printed_list(workspace.essay(main))] == ["doe2001"]


@pytest.mark.usefixtures("cache_folder")
def test_a_large_library_that_is_open_is_searched_as_it_was_saved(
    folder: Path, workspace: Workspace
) -> None:
    library = folder / "bibliography" / "sources.bib"
    many = "".join(
        f"@book{{k{number}, title={{Title{number}}}}}\n" for number in range(SMALL + 1)
    )
    library.write_text(LIBRARY + many, "utf-8")
    workspace.open(library, LIBRARY.replace("doe2001", "poe2001") + many, 1)
    opened = workspace.library(folder)

    def keys(typed: str) -> list[str]:
        return [each.key for each in opened.find(typed).summaries]

    assert keys("poe2") == ["poe2001"]
    assert "roe2002" in keys("persuasion")
    assert "doe2001" not in keys("emma")


def test_a_collection_of_zotero_is_read_again_when_its_database_changes(
    tmp_path: Path,
) -> None:
    database = tmp_path / "zotero.sqlite"
    make_database(database, WORKS, {"Thesis": ""})
    workspace = Workspace([tmp_path], Settings((database / "Thesis",)))
    library = workspace.library(tmp_path)
    assert workspace.library(tmp_path) is library
    database.unlink()
    make_database(database, WORKS[:1], {"Thesis": ""})
    assert workspace.library(tmp_path) is not library


def test_the_index_of_a_large_library_is_made_meanwhile(
    workspace: Workspace, folder: Path
) -> None:
    entries = [
        f"@book{{key{number}, author={{Poe, Eve}}, title={{Sanditon {number}}}, "
        "date={2002}, publisher={A publisher with a name of some length}}}"
        for number in range(2_500)
    ]
    (folder / "bibliography" / "sources.bib").write_text("\n".join(entries), "utf-8")
    library = workspace.library(folder)
    assert [each.key for each in library.find("key24").summaries[:2]] == [
        "key24",
        "key240",
    ]
    found = library.find("sanditon 77")
    end = monotonic() + 60
    while not found.is_complete and monotonic() < end:
        sleep(0.05)
        found = library.find("sanditon 77")
    assert "key77" in [each.key for each in found.summaries]
