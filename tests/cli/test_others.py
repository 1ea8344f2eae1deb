"""`export`, `list`, `show`, `styles`, `completion`, as they are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loccit import __version__
from tests.cli.conftest import LIBRARY, Call


def test_version(call: Call) -> None:
    assert call("--version").stdout == f"loccit {__version__}\n"


@pytest.mark.parametrize(
    "command",
    [
        "",
        "add",
        "completion",
        "csl",
        "edit",
        "export",
        "format",
        "import",
        "list",
        "remove",
        "rename",
        "search",
        "show",
        "styles",
        "styles check",
    ],
)
def test_help_fits_80_columns(call: Call, command: str) -> None:
    result = call(*command.split(), "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_an_unknown_command_is_a_usage_error(call: Call) -> None:
    assert call("fromat").exit_code == 2


def test_list(call: Call) -> None:
    assert call("list").stdout == (
        "alexander2010\tAlexander\t2010\tThe New Jim Crow\tbook\n"
        "jimenez2014\tJimenez et al.\t2014\tSocial Policy and Social Change\tbook\n"
    )


def test_show(call: Call, folder: Path) -> None:
    (folder / "essays").mkdir()
    (folder / "essays" / "one.md").write_text("Text\n\nand [see @alexander2010]\n")
    stdout = call("show", "alexander2010").stdout
    assert "Alexander, M. (2010). The new Jim Crow. The New Press." in stdout
    assert "[@alexander2010, pp. 12-13]  (Alexander, 2010, pp. 12–13)" in stdout
    assert "@alexander2010               Alexander (2010)" in stdout
    assert "one.md:3:5: [see @alexander2010]" in stdout


def test_show_in_a_style_of_footnotes(call: Call) -> None:
    stdout = call("show", "alexander2010", "--style", "chicago-notes-bibliography").stdout
    note = "The New Jim Crow (The New Press, 2010)."
    assert f"[@alexander2010]             Michelle Alexander, {note}" in stdout
    assert f"@alexander2010               Michelle Alexander; in the note: {note}" in stdout


def test_show_an_unknown_key(call: Call) -> None:
    result = call("show", "alexander210")
    assert result.exit_code == 1
    assert result.stderr == "loccit: No source has the key `alexander210`. Nearest: alexander2010.\n"


def test_export_bibtex_is_the_text_of_the_file(call: Call) -> None:
    assert call("export").stdout.replace("\n\n", "\n") == LIBRARY


def test_export_in_the_words_of_bibtex_or_biblatex(call: Call, folder: Path) -> None:
    assert "  year      = {2010},\n" in call("export", "alexander2010", "--to", "bibtex").stdout
    assert "  date = {2010},\n" in call("export", "alexander2010", "--to", "biblatex").stdout
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
        ("latex", "\\item Alexander, M. (2010). \\textit{The new Jim Crow}. The New Press."),
        ("rtf", "Alexander, M. (2010). {\\i The new Jim Crow}. The New Press.\\par"),
        ("typst", 'Alexander, M. (2010). #text(style: "italic")[The new Jim Crow];. The New Press.'),
    ],
)
def test_export_a_list(call: Call, target: str, expected: str) -> None:
    stdout = call("export", "alexander2010", "--to", target).stdout
    assert expected in stdout
    assert "Jimenez" not in stdout


def test_export_what_an_essay_cites(call: Call, folder: Path) -> None:
    (folder / "essay.md").write_text("@jimenez2014\n")
    result = call("export", "--cited-in", "essay.md", "--to", "csl-json", "-o", "out.json")
    assert result.stdout == ""
    assert [item["id"] for item in json.loads((folder / "out.json").read_text())] == ["jimenez2014"]


def test_export_an_unknown_key(call: Call) -> None:
    result = call("export", "nobody1999")
    assert result.exit_code == 1
    assert result.stdout == ""


def test_styles(call: Call) -> None:
    lines = call("styles", "chicago", "author-date").stdout.splitlines()
    assert any(line.startswith("chicago-author-date\t") for line in lines)
    assert all("chicago" in line.lower() for line in lines)
    assert call("styles", "nosuchstyle").exit_code == 1
    assert call("styles", "list", "chicago", "author-date").stdout.splitlines() == lines


def test_styles_check(call: Call, folder: Path) -> None:
    sound = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    (folder / "sound.csl").write_text(sound)
    (folder / "broken.csl").write_text(sound.replace("title", "titel"))
    result = call("styles", "check", "sound.csl")
    assert (result.exit_code, result.output) == (0, "")
    result = call("styles", "check", "sound.csl", "broken.csl")
    assert result.exit_code == 1
    assert "broken.csl:1:" in result.stderr
    result = call("styles", "check", "missing.csl", "broken.csl")
    assert result.exit_code == 2
    assert "loccit: missing.csl: The style can't be read" in result.stderr
    assert "broken.csl:1:" in result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(call: Call, shell: str) -> None:
    assert "_LOCCIT_COMPLETE" in call("completion", shell).stdout


def test_completion_of_keys_and_styles(call: Call) -> None:
    def complete(words: str) -> str:
        from click.testing import CliRunner

        from loccit.cli import main

        environment = {"_LOCCIT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        return CliRunner().invoke(main, [], env=environment, prog_name="loccit").stdout

    assert complete("loccit show ale") == "plain,alexander2010\n"
    assert complete("loccit check ale") == "plain,alexander2010\nfile,ale\n"
    assert complete("loccit explain malformed-d") == "plain,malformed-date\nplain,malformed-doi\n"
    assert "plain,apa\n" in complete("loccit format --style apa")


def test_an_annotated_list(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@book{a, author = {Doe, Jane}, title = {Doors}, date = 2001, annotation = {On \\emph{doors}.}}\n"
        "@book{b, author = {Roe, Ada}, title = {Rooms}, date = 2002}\n"
    )
    result = call("export", "-b", str(path), "--to", "markdown", "--annotated")
    assert result.stdout == "Doe, J. (2001). *Doors*.\n\n> On *doors*.\n\nRoe, A. (2002). *Rooms*.\n"
    assert "`b` has no `annotation`." in result.stderr and result.exit_code == 0


def test_strict_writes_nothing_where_something_is_lost(call: Call, tmp_path: Path) -> None:
    path, out = tmp_path / "a.bib", tmp_path / "a.nbib"
    path.write_text("@book{a, author = {Doe, Jane}, title = {Doors}, origdate = 1901, date = 2001}\n")
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
def test_the_name_of_the_file_tells_the_format(call: Call, tmp_path: Path, name: str, start: str) -> None:
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


def test_search(call: Call) -> None:
    found = call("search", "author:alexander", "year:2000..")
    assert found.exit_code == 0 and found.stdout.startswith("alexander2010\t")
    assert call("search", "jim crow").stdout == call("search", 'title:"jim crow"').stdout == found.stdout
    assert call("search", "crow jim").exit_code == 1
    nothing = call("search", "nothing")
    assert nothing.exit_code == 1 and nothing.stderr == "Nothing was found.\n"
    assert call("search", "colour:red").exit_code == 2
    assert [item["id"] for item in json.loads(call("search", "alexander", "-nothing", "--to", "json").stdout)]
    assert "Alexander" in call("export", "author:alexander", "year:2000..", "--to", "text").stdout
    nothing = call("export", "author:nobody", "--to", "text")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (1, "", "Nothing was found.\n")


def test_a_list_in_groups(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@book{a, author = {Doe, Jane}, title = {Doors}, date = 2001, keywords = {wood, Iron}}\n"
        "@online{b, author = {Roe, Ada}, title = {Rooms}, date = 1990, keywords = {iron}}\n"
        "@book{c, author = {Poe, Ann}, title = {Poles}}\n"
    )
    doors, rooms, poles = "Doe, J. (2001). Doors.", "Roe, A. (1990). Rooms.", "Poe, A. (n.d.). Poles."
    for by, expected in {
        "type": ["Book", doors, poles, "Webpage", rooms],
        "year": ["1990", rooms, "2001", doors, "–", poles],
        "keyword": ["Iron", doors, rooms, "wood", doors, "–", poles],
        "author": ["Doe, Jane", doors, "Poe, Ann", poles, "Roe, Ada", rooms],
    }.items():
        stdout = call("export", "-b", str(path), "--to", "text", "--group-by", by).stdout
        assert stdout.strip().split("\n\n") == expected
    refused = call("export", "-b", str(path), "--to", "ris", "--group-by", "type")
    assert refused.exit_code == 2 and "--group-by parts a list, which ris is not" in refused.stderr
