"""`loccit edit` and `loccit remove`, and all that changes a library in formats other
than .bib.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call, editing, essay


def test_edit_in_an_editor(
    call: Call, folder: Path, bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bib.write_bytes(LIBRARY.replace("\n", "\r\n").encode())
    for name, value in editing(folder, "text.replace('alexander2010', 'crow')").items():
        monkeypatch.setenv(name, value)
    result = call("edit", "alexander2010")
    assert (
        result.exit_code,
        "`loccit rename alexander2010 crow` changes it" in result.stderr,
    ) == (2, True)
    for name, value in editing(folder, "text.replace('{2010}', '{2012}')").items():
        monkeypatch.setenv(name, value)
    assert call("edit", "alexander2010").exit_code == 0
    assert (
        bib.read_bytes()
        == LIBRARY.replace("{2010}", "{2012}").replace("\n", "\r\n").encode()
    )


def test_a_broken_entry_from_an_editor_is_refused_and_kept(
    call: Call, folder: Path, bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in editing(folder, "text.replace('{2010}', '{2012')").items():
        monkeypatch.setenv(name, value)
    result = call("edit", "alexander2010")
    assert result.exit_code == 2
    assert bib.read_text("utf-8") == LIBRARY
    kept = Path(result.stderr.rstrip().removesuffix(".").rpartition(" ")[2])
    assert "{2012" in kept.read_text("utf-8")
    kept.unlink()


def test_edit_fields(call: Call, bib: Path) -> None:
    assert (
        call(
            "edit", "jimenez2014", "edition=", "title=Social Policy & Change", "note=N"
        ).exit_code
        == 0
    )
    assert bib.read_text("utf-8") == LIBRARY.replace("  edition = {2},\n", "").replace(
        "Social Policy and Social Change", "Social Policy \\& Change"
    ).replace("date = {2014},\n", "date = {2014},\n  note = {N},\n")
    result = call("edit", "jimenez", "note=N")
    assert (result.exit_code, "Nearest: jimenez2014" in result.stderr) == (1, True)


def test_into_which_of_several_files(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "other.bib").write_text("@book{doe, title = {A}}\n")
    result = call("add", "book", "title=B")
    assert (
        result.exit_code,
        "sources.bib" in result.stderr,
        "other.bib" in result.stderr,
    ) == (2, True, True)
    assert (
        call("add", "book", "title=B", "--into", "bibliography/other.bib").exit_code
        == 0
    )
    assert call("edit", "doe", "title=C").exit_code == 0
    assert "title = {C}" in (folder / "bibliography" / "other.bib").read_text()


def test_what_is_cited_is_not_removed(call: Call, folder: Path, bib: Path) -> None:
    essay(folder / "essays", "Text.\n\nSo @alexander2010 [p. 3].\n")
    result = call("remove", "alexander2010", "jimenez2014")
    assert result.exit_code == 1
    assert (
        "essay.md:3:4: error: `alexander2010` is cited here: @alexander2010 [p. 3]"
        in result.stderr
    )
    assert bib.read_text("utf-8") == LIBRARY
    own = essay(folder / "essays", "---\nnocite: '@jimenez2014'\n---\n", "two.md")
    assert (
        "two.md:2:10: error: `jimenez2014` is cited here"
        in call("remove", "jimenez2014").stderr
    )
    own.unlink()
    assert call("remove", "jimenez2014").exit_code == 0
    assert bib.read_text("utf-8") == LIBRARY[: LIBRARY.index("@book{jimenez2014")]
    assert call("remove", "alexander2010", "--force").exit_code == 0
    assert bib.read_text("utf-8") == ""


def test_what_others_inherit_from_is_not_removed(call: Call, bib: Path) -> None:
    bib.write_text(LIBRARY + "@inbook{c, crossref = {jimenez2014}}\n")
    result = call("remove", "jimenez2014")
    assert (
        result.exit_code,
        "The entry `c` refers to `jimenez2014`." in result.stderr,
    ) == (1, True)
    assert call("remove", "jimenez2014", "c").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text", "added"),
    [
        (
            "a.json",
            '[{"id": "b", "type": "book"}]',
            '{"id": "emma1815", "type": "book", "title": "Emma"',
        ),
        (
            "a.yaml",
            "- id: b\n  type: book\n",
            "\n- id: emma1815\n  type: book\n  title: Emma\n",
        ),
    ],
)
def test_a_library_in_json_or_yaml(
    call: Call, folder: Path, bib: Path, name: str, text: str, added: str
) -> None:
    bib.unlink()
    path = bib.parent / name
    path.write_text(text)
    one = essay(folder / "essays", "@b\n")
    assert call("add", "book", "title=Emma", "date=1815").exit_code == 0
    assert added in path.read_text()
    assert call("edit", "b", "publisher=Verso", "title=B & C").exit_code == 0
    assert call("rename", "b", "new key").exit_code == 0
    assert one.read_text() == "@{new key}\n"
    assert (
        call("list").stdout
        == "new key\t\t\tB & C\tbook\nemma1815\t\t1815\tEmma\tbook\n"
    )
    assert call("remove", "emma1815").exit_code == 0
    assert call("list").stdout == "new key\t\t\tB & C\tbook\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["rename", "alexander2010", "crow"], "-@book{alexander2010,"),
        (["remove", "jimenez2014"], "-@book{jimenez2014,"),
        (["dedupe", "--merge", "alexander2010", "jimenez2014"], "-@book{jimenez2014,"),
    ],
)
def test_a_dry_run_changes_nothing(
    call: Call, folder: Path, arguments: list[str], line: str
) -> None:
    library = folder / "bibliography" / "sources.bib"
    before = library.read_bytes()
    result = call(*arguments, "--dry-run")
    assert result.exit_code == 0
    assert line in result.stdout
    assert "would be" in result.stderr
    assert library.read_bytes() == before
