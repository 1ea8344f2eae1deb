"""`loccit import` and `loccit add` with references as people type them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call

REFERENCE = "Doe, J. (2001). On harbors. London: Harbor Press."
LIST = f"Sources\n\n{REFERENCE}\nRoe, Al, About that and other things\n"


def test_a_typed_list_is_imported(call: Call, folder: Path, bib: Path) -> None:
    (folder / "list.txt").write_text(LIST)
    result = call("import", "list.txt")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[2].endswith("2 added, 0 there already")
    text = bib.read_text("utf-8")
    assert "@book{doe2001,\n  author = {Doe, J.},\n  title = {On harbors}," in text
    assert f"typed-reference = {{{REFERENCE}}}" in text


def test_what_may_be_read_wrongly_is_reported(
    call: Call, folder: Path, bib: Path
) -> None:
    (folder / "list.md").write_text(LIST)
    result = call("import", "list.md", "--dry-run")
    assert "list.md:4:1: warning: “Roe, Al, About that and" in result.stderr
    assert "title “About that and other things”" in result.stderr
    assert "list.md:3" not in result.stderr


def test_a_typed_list_on_standard_input(call: Call, bib: Path) -> None:
    assert call("import", "-", stdin=LIST.encode()).exit_code == 0
    assert call("add", "-", stdin=REFERENCE.encode()).exit_code == 0
    assert (
        bib.read_text("utf-8").count("On harbors") == 2
    )  # with the reference as typed


def test_a_pasted_reference_is_shown_and_added(call: Call, bib: Path) -> None:
    result = call("add", REFERENCE)
    assert result.exit_code == 0
    assert "+  publisher = {Harbor Press},\n" in result.stdout
    assert "no style prints it" not in result.stderr
    assert "@book{doe2001," in bib.read_text("utf-8")


def test_words_that_are_no_reference_are_refused(call: Call, bib: Path) -> None:
    before = bib.read_text("utf-8")
    assert call("add", "a new book of mine").exit_code == 2
    assert bib.read_text("utf-8") == before
