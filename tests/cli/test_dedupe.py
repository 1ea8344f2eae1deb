"""`loccit dedupe`, as it is called."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call
from tests.cli.terminal.test_terminal import on_terminal, without_colour

#: The same book again, in another layout, with something more and something other; and
#: what names it.
OTHER = """\
% mine
@Book{crow,
\ttitle = "The new Jim Crow",
\tauthor = "M. Alexander",
\tpublisher = "New Press",
\tyear = 2010,
\tabstract = "Long and {B}ig",
\tfile = "crow.pdf"
}
@inbook{part, crossref = {crow}, title = {Rebirth}}
@comment{jabref-meta: groupstree: 1 StaticGroup:Mine\\;0\\;crow\\;;}
"""


@pytest.fixture
def other(folder: Path) -> Path:
    path = folder / "bibliography" / "two.bib"
    path.write_text(OTHER, "utf-8")
    (folder / "essays").mkdir()
    (folder / "essays" / "one.md").write_text("So [@crow, p. 3] and @crow.\n")
    return path


def test_nothing_to_show(call: Call) -> None:
    result = call("dedupe")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "No two entries are one work.\n",
    )
    assert json.loads(call("dedupe", "--to", "json").stdout) == []


def test_pairs_are_shown_side_by_side(call: Call, other: Path) -> None:
    before = other.read_text("utf-8")
    result = call("dedupe")
    assert (result.exit_code, result.stderr) == (
        1,
        "1 pair of entries that are one work.\n",
    )
    lines = result.stdout.splitlines()
    assert (
        lines[0]
        == "alexander2010 = crow: same title, same names, same year, same publisher"
    )
    assert [line.split() for line in lines[1:3]] == [
        ["alexander2010", "crow"],
        [
            f"{Path('bibliography', 'sources.bib')}:1:1",
            f"{Path('bibliography', 'two.bib')}:2:1",
        ],
    ]
    assert "publisher         The New Press                   New Press" in lines
    assert "abstract          -                               Long and Big" in lines
    assert max(map(len, lines)) <= 80
    assert other.read_text("utf-8") == before


def test_json(call: Call, other: Path) -> None:
    result = call("dedupe", "--to", "json")
    [pair] = json.loads(result.stdout)
    assert (result.exit_code, pair["keys"]) == (1, ["alexander2010", "crow"])
    assert pair["reasons"] == [
        "same title",
        "same names",
        "same year",
        "same publisher",
    ]
    assert pair["differences"]["abstract"] == ["", "Long and Big"]


def test_merging(call: Call, folder: Path, other: Path) -> None:
    result = call("dedupe", "--merge", "alexander2010", "crow")
    assert result.exit_code == 0
    assert (
        "`alexander2010` has from `crow`: abstract = Long and {B}ig\n" in result.stderr
    )
    assert (
        "`alexander2010` keeps its publisher: The New Press (not New Press)\n"
        in result.stderr
    )
    assert (folder / "bibliography" / "sources.bib").read_text(
        "utf-8"
    ) == LIBRARY.replace(
        "  date = {2010},\n",
        "  date = {2010},\n  abstract = {Long and {B}ig},\n  file = {crow.pdf},\n",
    )
    kept = (
        OTHER[OTHER.index("@inbook") :]
        .replace("{crow}", "{alexander2010}")
        .replace("crow\\;", "")
    )
    assert other.read_text("utf-8") == "% mine\n" + kept
    assert (
        folder / "essays" / "one.md"
    ).read_text() == "So [@alexander2010, p. 3] and @alexander2010.\n"
    assert call("dedupe").exit_code == 0


def test_what_a_merge_gives_up_is_told(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "two.bib").write_text(
        "@book{keep, title = {A}, year = 2010, file = {a.pdf}, series = {S}}\n"
        "@report{drop, title = {B}, date = {2011-03}, file = {b.pdf}, number = {7}, mine = {x}}\n"
    )
    (folder / "essays").mkdir()
    (folder / "essays" / "one.md").write_text("So [@keep; see @drop].\n")
    result = call("dedupe", "--merge", "keep", "drop")
    assert (result.exit_code, result.stdout) == (0, "")
    path, essay = Path("bibliography", "two.bib"), Path("essays", "one.md")
    assert result.stderr.splitlines() == [
        f"Looked through 1 essay in this folder: {essay}.",
        "`keep` has from `drop`: number = 7",
        "`keep` has from `drop`: mine = x",
        "`keep` keeps its type: book (not report)",
        "`keep` keeps its title: A (not B)",
        "`keep` keeps its issued: 2010 (not 2011-03)",
        "`keep` keeps its file: a.pdf (not b.pdf)",
        f"{path}: `drop` is now `keep`",
        f"{essay}: `drop` is now `keep`",
        f"{essay}:1:4: warning: This citation now names `keep` twice: [@keep; see @keep] Leave one out.",
    ]


def test_merging_the_other_way_round(call: Call, folder: Path, other: Path) -> None:
    assert call("dedupe", "--merge", "crow", "alexander2010").exit_code == 0
    assert other.read_text("utf-8") == OTHER
    assert (folder / "bibliography" / "sources.bib").read_text("utf-8") == LIBRARY[
        LIBRARY.index("@book{jim") :
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "two.json",
            '[{"id": "crow", "type": "book", "title": "The new Jim Crow", "ISBN": "978-1-59558-103-7"}]',
        ),
        (
            "two.yaml",
            "- id: crow\n  type: book\n  title: The new Jim Crow\n  ISBN: 978-1-59558-103-7\n",
        ),
    ],
)
def test_merging_across_formats(call: Call, folder: Path, name: str, text: str) -> None:
    path = folder / "bibliography" / name
    path.write_text(text)
    assert call("dedupe", "--merge", "alexander2010", "crow").exit_code == 0
    assert "\n  isbn = {978-1-59558-103-7},\n}" in (
        folder / "bibliography" / "sources.bib"
    ).read_text("utf-8")
    assert "crow" not in path.read_text()
    path.write_text(text)
    assert call("dedupe", "--merge", "crow", "alexander2010").exit_code == 0
    assert "The New Press" in path.read_text()
    assert call("list").stdout.startswith("jimenez2014\t")


@pytest.mark.parametrize(
    ("keys", "said", "code"),
    [
        (("alexander2010", "nobody"), "No source has the key `nobody`", 1),
        (("crow", "crow"), "`crow` is one entry", 2),
        (("crow", "part"), "The entry `part` refers to `crow`; they are two works.", 2),
        (("part", "crow"), "The entry `part` refers to `crow`; they are two works.", 2),
        (("jimenez2014", "twice"), "There are two entries with the key `twice`.", 2),
        (("jimenez2014", "fixed"), "not changed in place", 2),
    ],
)
def test_what_can_not_be_merged(
    call: Call, folder: Path, other: Path, keys: tuple[str, str], said: str, code: int
) -> None:
    (folder / "bibliography" / "more.bib").write_text(
        "@book{twice, title = {A}}\n@book{twice, title = {B}}\n"
    )
    (folder / "bibliography" / "more.ris").write_text(
        "TY  - BOOK\nID  - fixed\nTI  - A\nER  - \n"
    )
    before = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    result = call("dedupe", "--merge", *keys)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert {
        path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()
    } == before


def test_a_merge_is_for_all_files_or_none(
    call: Call, folder: Path, other: Path
) -> None:
    essay = folder / "essays" / "one.md"
    essay.chmod(0o444)
    result = call("dedupe", "--merge", "alexander2010", "crow")
    assert (result.exit_code, "read-only" in result.stderr) == (2, True)
    assert (folder / "bibliography" / "sources.bib").read_text("utf-8") == LIBRARY
    assert other.read_text("utf-8") == OTHER


def test_an_entry_that_stands_twice_by_one_key_is_told(
    call: Call, folder: Path
) -> None:
    (folder / "bibliography" / "two.bib").write_text(LIBRARY, "utf-8")
    result = call("dedupe")
    assert result.exit_code == 1
    assert "Exact duplicate of `alexander2010` at" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
def test_it_fits_a_terminal(folder: Path, other: Path) -> None:
    lines = without_colour(on_terminal(folder, "dedupe")).splitlines()
    assert max(map(len, lines)) <= 80
