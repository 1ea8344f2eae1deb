"""What `loccit format` says of essays and libraries that are at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ALEXANDER, JIMENEZ, Call, essay


def test_an_unknown_key_stays_and_is_reported(call: Call, folder: Path) -> None:
    essay(
        folder,
        "One.\n\nTwo [see @alexandr2010, p. 4; @jimenez2014] and @alexander2010.\n",
    )
    result = call("format", "essay.md")
    assert result.exit_code == 1
    assert (
        "Two [see @alexandr2010, p. 4; @jimenez2014] and Alexander (2010)."
        in result.stdout
    )
    assert (
        "essay.md:3:10: error: No source has the key `alexandr2010`. Nearest: alexander2010"
        in result.stderr
    )
    assert JIMENEZ in result.stdout, (
        "what stands beside an unknown key is cited all the same"
    )
    assert call("format", "essay.md", "--allow-missing").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.md"], "missing.md"),
        (["bibliography"], "folder"),
        (["essay.md", "--bibliography", "missing.bib"], "missing.bib"),
        (["essay.md", "--style", "appa"], "apa"),
        (["essay.md", "--in-place", "-o", "x.md"], "exclude each other"),
        (["essay.md", "essay.md"], "-o with a folder"),
        (["essay.md", "x.md", "--to", "json", "-o", "x.json"], "a line for each"),
        (["essay.md", "-o", "essay.md"], "use --in-place"),
        (["essay.md", "-o", "."], "use --in-place"),
        (["essay.md", "-o", ""], "use --in-place"),
        (["-", "--in-place"], "in place"),
        (["essay.md", "-o", "missing/x.md"], "missing/x.md"),
        ([], "Missing argument"),
    ],
)
def test_what_can_not_be_done_is_said(
    call: Call, folder: Path, arguments: list[str], said: str
) -> None:
    essay(folder, "[@alexander2010]")
    result = call("format", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


def test_no_bibliography_at_all(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "sources.bib").unlink()
    (folder / "bibliography").rmdir()
    path = essay(folder, "[@alexander2010]")
    result = call("format", "--in-place", path)
    assert result.exit_code == 2
    assert "there is no bibliography" in result.stderr
    assert path.read_text("utf-8") == "[@alexander2010]"
    essay(folder, "No citations.")
    assert call("format", path).stdout == "No citations."


def test_two_sources_with_one_key(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "other.bib").write_text(
        "@book{alexander2010, title = {Another}, date = 1999}"
    )
    essay(folder, "[@alexander2010]")
    result = call("format", "essay.md")
    assert "other.bib:1" in result.stderr
    assert "sources.bib:1" in result.stderr


def test_a_broken_entry_does_not_stop_the_work(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "broken.bib").write_text(
        "@book{broken, title = {No end\n\n@book{fine, title = {Fine}}\n"
    )
    essay(folder, "[@alexander2010]")
    result = call("format", "essay.md")
    assert "(Alexander, 2010)" in result.stdout
    assert "broken.bib:1" in result.stderr


@pytest.mark.parametrize(
    "text",
    ["[@alexander2010, @jimenez2014]", "[@alexander2010, p. 3 and @jimenez2014]"],
)
def test_a_key_within_another_citation_is_said(
    call: Call, folder: Path, text: str
) -> None:
    path = essay(folder, f"So {text}.\n")
    result = call("format", path, "--in-place")
    assert result.exit_code == 1
    assert (
        "The key `jimenez2014` is within the words of another citation" in result.stderr
    )
    assert r"\@jimenez2014)" in path.read_text("utf-8"), "it is text now, and stays so"


def test_the_column_is_that_of_the_key_itself(call: Call, folder: Path) -> None:
    essay(folder, "[@alexander2010; @alexander]\n")
    assert "essay.md:1:18: error:" in call("format", "essay.md").stderr


def test_an_unknown_key_in_nocite_has_its_place(call: Call, folder: Path) -> None:
    essay(folder, "---\ntitle: x\nnocite: '@nobody'\n---\n\n@alexander2010\n")
    assert (
        "essay.md:3:10: error: No source has the key `nobody`"
        in call("format", "essay.md").stderr
    )


def test_an_entry_whose_source_is_unknown_is_reported(call: Call, folder: Path) -> None:
    essay(
        folder, "See @alexander2010.\n\n## References\n\nZola, E. (1885). *Germinal*.\n"
    )
    result = call("format", "essay.md")
    assert (
        "essay.md:5:1: warning: `Zola, E. (1885). Germinal.` stays as it is typed: its source is "
        "not in the library." in result.stderr
    )
    assert result.stdout.endswith(f"{ALEXANDER}\n\nZola, E. (1885). *Germinal*.\n")


def test_an_entry_that_can_not_be_read_is_blamed(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "odd.bib").write_text("@book{odd, title}\n")
    essay(folder, "See @odd.\n")
    result = call("format", "essay.md")
    assert result.exit_code == 1
    assert (
        "essay.md:1:5: error: The entry of the key `odd` can't be read."
        in result.stderr
    )
    assert "odd.bib:1:" in result.stderr


def test_a_language_that_is_none_is_said(call: Call, folder: Path) -> None:
    essay(folder, "See @alexander2010.\n")
    assert (
        "There is no locale of the language `xx-YY`"
        in call("format", "essay.md", "--locale", "xx-YY").stderr
    )
    assert "locale" not in call("format", "essay.md", "--locale", "de-AT").stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "@alexander2010\n\n```python\nprint()\n",
            "essay.md:3:1: warning: This fence of code is never closed",
        ),
        (
            "@alexander2010\n~~~\nprint()\n",
            "essay.md:2:1: warning: This fence of code is never closed",
        ),
        ("@alexander2010\n\n```python\nprint()\n```\n", ""),
        ("@alexander2010 and\n```so\non``` it goes.\n", ""),
        (
            "## References\n\n@alexander2010\n\n## Code\n\n```\nx\n",
            "essay.md:7:1: warning",
        ),
    ],
)
def test_a_fence_that_would_swallow_the_list_is_said(
    call: Call, folder: Path, text: str, said: str
) -> None:
    essay(folder, text)
    result = call("format", "essay.md")
    assert said in result.stderr
    assert bool(said) == ("never closed" in result.stderr)
    assert ALEXANDER in result.stdout


def test_an_own_source_without_a_type_is_said_of_the_essay(
    call: Call, folder: Path
) -> None:
    essay(folder, "---\nreferences:\n- id: own\n  title: X\n---\n\n@own\n")
    assert (
        "essay.md: warning: The source `own` has no `type`."
        in call("format", "essay.md").stderr
    )
