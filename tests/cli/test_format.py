"""`loccit format`, as it is called."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import ALEXANDER, JIMENEZ, Call, essay


def test_an_essay_on_standard_output(call: Call, folder: Path) -> None:
    essay(folder, "It is old [@alexander2010, pp. 46-47]. @jimenez2014 says so.\n")
    result = call("format", "essay.md")
    assert result.exit_code == 0
    assert result.stdout == (
        "It is old (Alexander, 2010, pp. 46–47). Jimenez et al. (2014) says so.\n"
        f"\n# References\n\n{ALEXANDER}\n\n{JIMENEZ}\n"
    )
    assert result.stderr == (
        "Capitals left out, as sentence case has it: New, Policy, Social, Change. "
        "To keep one, write {New}, or list it under `proper-nouns`.\n"
        "essay.md: 2 citations, 2 sources in the list.\n"
    )


def test_capitals_of_several_essays_are_reported_once(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "names.bib").write_text(
        "@book{mac, author={Low, Al}, title={The Secret History of Apple}, year=2001}\n"
    )
    essay(folder, "[@alexander2010]")
    essay(folder, "[@alexander2010; @mac]", "other.md")
    result = call("format", "-i", "essay.md", "other.md")
    lines = [line for line in result.stderr.splitlines() if "apital" in line]
    left_out, may_be_name = lines
    assert left_out.endswith(": New, Secret, History, Apple.")
    assert may_be_name.startswith("May be a name: Apple. To keep its capital, write {")


def test_standard_input(call: Call) -> None:
    result = call("format", "-", stdin=b"See @alexander2010.\n")
    assert result.stdout.startswith("See Alexander (2010).\n")


def test_to_a_file(call: Call, folder: Path) -> None:
    path = essay(folder, "[@alexander2010]")
    result = call("format", path, "-o", "out.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (folder / "out.md").read_text(
        "utf-8"
    ) == f"(Alexander, 2010)\n\n# References\n\n{ALEXANDER}\n"
    assert path.read_text("utf-8") == "[@alexander2010]"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_in_place_keeps_permissions(call: Call, folder: Path) -> None:
    path = essay(folder, "[@alexander2010]")
    path.chmod(0o640)
    assert call("format", "--in-place", path).exit_code == 0
    assert path.read_text("utf-8").startswith("(Alexander, 2010)")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_in_place_refuses_a_read_only_file(call: Call, folder: Path) -> None:
    path = essay(folder, "[@alexander2010]")
    path.chmod(0o444)
    result = call("format", "--in-place", path)
    assert result.exit_code == 2
    assert "read-only" in result.stderr
    assert path.read_text("utf-8") == "[@alexander2010]"


def test_windows_1252(call: Call, folder: Path) -> None:
    essay(folder, "Café \x97 [@alexander2010]\n".encode("latin-1"))
    result = call("format", "essay.md", "-o", "out.md")
    assert result.exit_code == 0
    assert "windows-1252" in result.stderr.lower()
    assert (
        (folder / "out.md").read_bytes().startswith(b"Caf\xe9 \x97 (Alexander, 2010)\n")
    )


def test_several_essays(call: Call, folder: Path) -> None:
    for name in ("a.md", "b.txt"):
        essay(folder, "[@alexander2010]", name)
    result = call("format", "a.md", "b.txt", "missing.md", "--in-place")
    assert result.exit_code == 2
    assert "missing.md" in result.stderr
    assert result.stderr.endswith(
        "2 essays formatted, 2 citations, 0 problems, 1 essay not formatted.\n"
    )
    assert (folder / "b.txt").read_text("utf-8") == (
        "(Alexander, 2010)\n\nReferences\n\nAlexander, M. (2010). The new Jim Crow. The New Press.\n"
    )


def test_several_essays_into_a_folder(call: Call, folder: Path) -> None:
    for name in ("a.md", "b.md"):
        essay(folder, "[@alexander2010]", name)
    assert call("format", "a.md", "b.md", "-o", "out").exit_code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.md", "b.md"]


def test_front_matter_settings(call: Call, folder: Path) -> None:
    text = (
        "---\nnocite: '@jimenez2014'\nreference-section-title: Works I Read\n"
        "references:\n- id: mine\n  type: book\n  title: My Book\n  author: [{family: Own, given: A.}]\n"
        "  issued: 2001\n---\n\n[@mine]\n"
    )
    essay(folder, text)
    result = call("format", "essay.md")
    assert result.stdout == text.replace("[@mine]", "(Own, 2001)") + (
        f"\n# Works I Read\n\n{JIMENEZ}\n\nOwn, A. (2001). *My Book*.\n"
    )


def test_suppress_bibliography(call: Call, folder: Path) -> None:
    text = "---\nsuppress-bibliography: true\n---\n\n{}\n"
    essay(folder, text.format("[@alexander2010]"))
    assert call("format", "essay.md").stdout == text.format("(Alexander, 2010)")


def test_link_citations(call: Call, folder: Path) -> None:
    essay(folder, "---\nlink-citations: true\n---\n\n[@alexander2010]\n")
    stdout = call("format", "essay.md").stdout
    assert "[Alexander, 2010](#ref-alexander2010)" in stdout
    assert "::: {#ref-alexander2010 .csl-entry}" in stdout


def test_under_the_essays_own_heading(call: Call, folder: Path) -> None:
    essay(folder, "# Title\n\nSee @alexander2010.\n\n## Works Cited")
    assert (
        call("format", "essay.md").stdout
        == f"# Title\n\nSee Alexander (2010).\n\n## Works Cited\n\n{ALEXANDER}\n"
    )


def test_in_the_refs_division(call: Call, folder: Path) -> None:
    essay(folder, "See @alexander2010.\n\n::: {#refs}\n:::\n\n# Appendix\n")
    assert call("format", "essay.md").stdout == (
        f"See Alexander (2010).\n\n::: {{#refs}}\n{ALEXANDER}\n:::\n\n# Appendix\n"
    )


def test_a_new_heading_is_of_the_level_of_the_sections(
    call: Call, folder: Path
) -> None:
    essay(folder, "# Title\n\n## One\n\nSee @alexander2010.\n\n## Two\n\nText.\n")
    assert "\n## References\n" in call("format", "essay.md").stdout


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("markdown", "*The new Jim Crow*"),
        ("html", "<i>The new Jim Crow</i>"),
        ("plain", "(2010). The new Jim Crow. The"),
    ],
)
def test_markup(call: Call, folder: Path, markup: str, expected: str) -> None:
    essay(folder, "See @alexander2010.\n")
    assert expected in call("format", "essay.md", "--markup", markup).stdout


def test_another_style_and_locale(call: Call, folder: Path) -> None:
    essay(folder, "[@alexander2010, p. 4].\n")
    assert (
        "(Alexander 4)"
        in call("format", "essay.md", "--style", "modern-language-association").stdout
    )
    german = call("format", "essay.md", "--locale", "de-DE").stdout
    assert "(Alexander, 2010, S. 4)" in german
    assert "# Literaturverzeichnis" in german


@pytest.mark.parametrize(
    ("markup", "note"),
    [
        ("markdown", "[^1]: Michelle Alexander, *The New Jim Crow"),
        ("html", "[^1]: Michelle Alexander, <i>The New Jim Crow"),
        ("plain", "[^1]: Michelle Alexander, The New Jim Crow"),
    ],
)
def test_a_style_of_footnotes(call: Call, folder: Path, markup: str, note: str) -> None:
    essay(folder, "So it is [@alexander2010].\n")
    result = call(
        "format",
        "essay.md",
        "--style",
        "chicago-notes-bibliography",
        "--markup",
        markup,
    )
    assert result.exit_code == 0
    assert result.stdout.startswith(f"So it is.[^1]\n\n{note}")


def test_json(call: Call, folder: Path) -> None:
    essay(folder, "É: [see @alexander2010, pp. 46-47 and on; -@jimenez2014].\n")
    result = call("format", "essay.md", "--to", "json")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    [citation] = data["citations"]
    assert (
        citation["start"],
        citation["end"],
        citation["line"],
        citation["column"],
    ) == (3, 56, 1, 4)
    assert citation["source"] == "[see @alexander2010, pp. 46-47 and on; -@jimenez2014]"
    assert citation["mode"] == "parenthetical"
    assert [cite["key"] for cite in citation["cites"]] == [
        "alexander2010",
        "jimenez2014",
    ]
    assert citation["cites"][0]["locator"] == "46-47"
    assert citation["cites"][0]["label"] == "page"
    assert citation["cites"][0]["prefix"] == "see"
    assert citation["cites"][0]["suffix"] == "and on"
    assert citation["text"] == "(see Alexander, 2010, pp. 46–47 and on; 2014)"
    assert citation["cites"][1]["mode"] == "suppress-author"
    assert [entry["key"] for entry in data["bibliography"]] == [
        "alexander2010",
        "jimenez2014",
    ]
    assert data["bibliography"][0]["html"].startswith(
        "Alexander, M. (2010). <i>The new Jim Crow</i>."
    )
    assert data["problems"] == []


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@pytest.mark.parametrize(
    "text",
    [
        "[@alexander2010]",
        "\ufeff# A\r\n\r\n[@alexander2010]  \r\n\tx\r\n\r\n## Sources\r\n",
        "---\nnocite: '@*'\n---\n\nText",
        "One @jimenez2014\n\nSources:\n",
        "[@missing; @alexander2010]\n",
        "- @alexander2010\n- b\n",
        "No citations.\n\n## References\n\nBy hand.\n",
    ],
)
def test_twice_equals_once(call: Call, folder: Path, name: str, text: str) -> None:
    path = essay(folder, text, name)
    call("format", path, "--in-place")
    once = path.read_bytes()
    call("format", path, "--in-place")
    assert path.read_bytes() == once


@pytest.mark.parametrize("markup", ["markdown", "html", "plain"])
def test_twice_equals_once_in_every_markup(
    call: Call, folder: Path, markup: str
) -> None:
    path = essay(folder, "---\nnocite: '@*'\n---\n\nText @jimenez2014.\n")
    call("format", path, "--in-place", "--markup", markup)
    once = path.read_bytes()
    call("format", path, "--in-place", "--markup", markup)
    assert path.read_bytes() == once


def test_the_essays_of_a_folder(call: Call, folder: Path) -> None:
    (folder / "drafts" / "old").mkdir(parents=True)
    for name in ("drafts/a.md", "drafts/old/b.md", "drafts/notes.csv"):
        essay(folder, "[@alexander2010]", name)
    assert call("format", "drafts", "--in-place").exit_code == 0
    for name in ("drafts/a.md", "drafts/old/b.md"):
        assert (folder / name).read_text("utf-8").startswith("(Alexander, 2010)")
    assert (folder / "drafts/notes.csv").read_text("utf-8") == "[@alexander2010]"


def test_a_folder_without_essays(call: Call, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = call("format", "empty", "--in-place")
    assert result.exit_code == 2
    assert "empty: There are no essays in this folder." in result.stderr


def test_json_lines_of_several_essays(call: Call, folder: Path) -> None:
    for name in ("a.md", "b.md"):
        essay(folder, "[@alexander2010]", name)
    lines = call("format", "a.md", "b.md", "--to", "json").stdout.splitlines()
    parsed = [json.loads(line) for line in lines]
    assert [each["file"] for each in parsed] == ["a.md", "b.md"]
    assert parsed[1]["citations"][0]["text"] == "(Alexander, 2010)"


def test_a_dry_run_shows_what_would_change(call: Call, folder: Path) -> None:
    path = essay(folder, "[@alexander2010]")
    result = call("format", "essay.md", "--in-place", "-n")
    assert "-[@alexander2010]" in result.stdout
    assert "+(Alexander, 2010)" in result.stdout
    assert path.read_text("utf-8") == "[@alexander2010]"
    assert "--in-place" in call("format", "essay.md", "-n").stderr


def test_in_place_says_that_keys_go(call: Call, folder: Path) -> None:
    essay(folder, "[@alexander2010]")
    assert "without their keys" in call("format", "essay.md", "--in-place").stderr
    assert "keys" not in call("format", "essay.md", "--in-place").stderr
