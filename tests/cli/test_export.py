"""`loccit export`: sources in a format, or as a list in a style."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call


def test_export_bibtex_is_the_text_of_the_file(call: Call) -> None:
    assert call("export").stdout.replace("\n\n", "\n") == LIBRARY


def test_export_in_the_words_of_bibtex_or_biblatex(call: Call, folder: Path) -> None:
    assert (
        "  year      = {2010},\n"
        in call("export", "alexander2010", "--to", "bibtex").stdout
    )
    assert (
        "  date = {2010},\n"
        in call("export", "alexander2010", "--to", "biblatex").stdout
    )
    assert call("export", "-o", "copy.bib").exit_code == 0
    assert (folder / "copy.bib").read_text().replace("\n\n", "\n") == LIBRARY


def test_export_csl_json(call: Call) -> None:
    [item] = json.loads(call("export", "alexander2010", "--to", "csl-json").stdout)
    assert item["id"] == "alexander2010"
    assert item["type"] == "book"
    assert item["author"] == [{"family": "Alexander", "given": "Michelle"}]
    assert item["issued"] == {"date-parts": [[2010]]}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("text", "Alexander, M. (2010). The new Jim Crow. The New Press.\n"),
        ("markdown", "Alexander, M. (2010). *The new Jim Crow*. The New Press.\n"),
        ("html", "Alexander, M. (2010). <i>The new Jim Crow</i>. The New Press."),
        (
            "latex",
            "\\item Alexander, M. (2010). \\textit{The new Jim Crow}. The New Press.",
        ),
        ("rtf", "Alexander, M. (2010). {\\i The new Jim Crow}. The New Press.\\par"),
        (
            "typst",
            'Alexander, M. (2010). #text(style: "italic")[The new Jim Crow];. The New Press.',
        ),
    ],
)
def test_export_a_list(call: Call, target: str, expected: str) -> None:
    stdout = call("export", "alexander2010", "--to", target).stdout
    assert expected in stdout
    assert "Jimenez" not in stdout


def test_export_what_an_essay_cites(call: Call, folder: Path) -> None:
    (folder / "essay.md").write_text("@jimenez2014\n")
    result = call(
        "export", "--cited-in", "essay.md", "--to", "csl-json", "-o", "out.json"
    )
    assert result.stdout == ""
    assert [item["id"] for item in json.loads((folder / "out.json").read_text())] == [
        "jimenez2014"
    ]


def test_export_what_many_essays_cite(call: Call, folder: Path) -> None:
    (folder / "papers").mkdir()
    own = "---\nreferences:\n- {id: doe, type: book, title: Doors}\n---\n[@doe]\n"
    for number in range(20):
        text = "[@alexander2010]\n" + "So it is.\n" * 1_000
        (folder / "papers" / f"{number:02}.md").write_text(text)
    (folder / "papers" / "07.md").write_text(own)
    (folder / "papers" / "15.md").write_text("[@jimenez2014; @nobody]\n")
    many = call("export", "--cited-in", "papers", "--to", "csl-json")
    keys = [item["id"] for item in json.loads(many.stdout)]
    assert keys == ["alexander2010", "jimenez2014", "doe"]  # from the last essay's on
    assert (many.exit_code, many.stderr.count("`nobody`")) == (1, 1)


def test_export_an_unknown_key(call: Call) -> None:
    result = call("export", "nobody1999")
    assert result.exit_code == 1
    assert result.stdout == ""


def test_an_annotated_list(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@book{a, author = {Doe, Jane}, title = {Doors}, date = 2001, annotation = {On \\emph{doors}.}}\n"
        "@book{b, author = {Roe, Ada}, title = {Rooms}, date = 2002}\n"
    )
    result = call("export", "-b", str(path), "--to", "markdown", "--annotated")
    assert (
        result.stdout
        == "Doe, J. (2001). *Doors*.\n\n> On *doors*.\n\nRoe, A. (2002). *Rooms*.\n"
    )
    assert "`b` has no `annotation`." in result.stderr and result.exit_code == 0


def test_strict_writes_nothing_where_something_is_lost(
    call: Call, tmp_path: Path
) -> None:
    path, out = tmp_path / "a.bib", tmp_path / "a.nbib"
    path.write_text(
        "@book{a, author = {Doe, Jane}, title = {Doors}, origdate = 1901, date = 2001}\n"
    )
    result = call("export", "-b", str(path), "-o", str(out), "--strict")
    assert result.exit_code == 1 and not out.exists()
    assert "Of `a`, medline can't hold" in result.stderr
    assert "Nothing was written: 1 of 1 sources would lose something." in result.stderr
    assert call("export", "-b", str(path), "-o", str(out)).exit_code == 0
    assert "FAU - Doe, Jane" in out.read_text()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.json", "["),
        ("a.ris", "TY"),
        ("a.md", "Doe"),
        ("a.html", "<!DOCTYPE html>"),
        ("a.bib", "@book"),
        ("a", "@book"),
    ],
)
def test_the_name_of_the_file_tells_the_format(
    call: Call, tmp_path: Path, name: str, start: str
) -> None:
    path, out = tmp_path / "library.bib", tmp_path / name
    path.write_text("@book{a, author = {Doe, Jane}, title = {Doors}, date = 2001}\n")
    assert call("export", "-b", str(path), "-o", str(out)).exit_code == 0
    assert out.read_text().startswith(start)


def test_a_list_as_pdf(call: Call, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    path, out = tmp_path / "a.bib", tmp_path / "a.pdf"
    path.write_text("@book{a, author = {Doe, Jane}, title = {Doors #1}, date = 2001}\n")
    assert call("export", "-b", str(path), "-o", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_list_in_groups(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@book{a, author = {Doe, Jane}, title = {Doors}, date = 2001, keywords = {wood, Iron}}\n"
        "@online{b, author = {Roe, Ada}, title = {Rooms}, date = 1990, keywords = {iron}}\n"
        "@book{c, author = {Poe, Ann}, title = {Poles}}\n"
    )
    doors, rooms, poles = (
        "Doe, J. (2001). Doors.",
        "Roe, A. (1990). Rooms.",
        "Poe, A. (n.d.). Poles.",
    )
    for by, expected in {
        "type": ["Book", doors, poles, "Webpage", rooms],
        "year": ["1990", rooms, "2001", doors, "–", poles],
        "keyword": ["Iron", doors, rooms, "wood", doors, "–", poles],
        "author": ["Doe, Jane", doors, "Poe, Ann", poles, "Roe, Ada", rooms],
    }.items():
        stdout = call(
            "export", "-b", str(path), "--to", "text", "--group-by", by
        ).stdout
        assert stdout.strip().split("\n\n") == expected
    refused = call("export", "-b", str(path), "--to", "ris", "--group-by", "type")
    assert (
        refused.exit_code == 2
        and "--group-by divides a list, and ris is not one" in refused.stderr
    )


def test_a_language_that_there_is_not_is_told(call: Call) -> None:
    result = call("export", "--to", "text", "--locale", "xx-YY")
    assert (
        result.exit_code,
        "-: warning: There is no locale of the language `xx-YY`" in result.stderr,
    ) == (0, True)
    assert call("export", "--to", "csl-json", "--locale", "xx-YY").stderr == ""
