"""`loccit add`: a source by its fields, in an editor, pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call, editing


def test_add_by_fields(call: Call, bib: Path) -> None:
    result = call(
        "add",
        "book",
        "author=Davis, Angela Y.",
        "title=Women, Race & Class",
        "date=1981",
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        result.stderr
        == f"{Path('bibliography', 'sources.bib')}: added as `davis1981`\n"
    )
    assert bib.read_text("utf-8") == LIBRARY + (
        "@book{davis1981,\n  author = {Davis, Angela Y.},\n  title = {Women, Race \\& Class},\n  date = {1981},\n}\n"
    )
    assert "there already as `davis1981`" in call("add", "book", *ADDED).stderr
    assert call("list").stdout.count("davis1981") == 1


ADDED = ("author=Davis, Angela Y.", "title=Women, Race & Class", "date=1981")


def test_add_with_a_key_that_is_taken(call: Call) -> None:
    result = call("add", "book", "title=Another", "--key", "alexander2010")
    assert (
        "`alexander2010` added as `alexander2010a`, because another source has the key"
        in result.stderr
    )


def test_add_what_may_be_there(call: Call) -> None:
    result = call(
        "add",
        "book",
        "author=Alexander, M.",
        "title=The new Jim Crow",
        "publisher=New Press",
        "year=2010",
    )
    place = f"{Path('bibliography', 'sources.bib')}:1:1"
    assert result.stderr.partition(": ")[2] == (
        f"added as `alexander2010a`; it may be `alexander2010`, at {place}: "
        "same title, same names, same year, same publisher\n"
    )


def test_add_what_a_large_library_has(call: Call, bib: Path) -> None:
    bib.write_text(
        "".join(
            f"@book{{k{n}, title = {{On {{The {n}}}}}, doi = {{10.1/A{n}}}}}\n"
            for n in range(300)
        )
    )
    assert (
        "is there already as `k7`"
        in call("add", "book", "title=On The 7", "doi=10.1/a7").stderr
    )
    assert (
        "is there already as `k8`"
        in call("add", "book", "title=Else", "doi=https://doi.org/10.1/a8").stderr
    )
    assert "added" in call("add", "book", "title=On The 7").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bok", "title=A"], "`bok` is neither a type of source"),
        (["book"], "A source needs fields."),
        (["book", "title"], "`title` is not a field."),
        (["book", "title={A"], "do not balance"),
        (["book", "title=A", "--into", "x.ris"], "not changed in place"),
    ],
)
def test_add_what_can_not_be_added(
    call: Call, bib: Path, arguments: list[str], said: str
) -> None:
    result = call("add", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert bib.read_text("utf-8") == LIBRARY


def test_add_what_is_pasted(call: Call, bib: Path) -> None:
    assert (
        call("add", "-", stdin=b"@book{doe, title = {A}, x-mine = {kept}}").exit_code
        == 0
    )
    assert (
        bib.read_text("utf-8")
        == LIBRARY + "@book{doe,\n  title = {A},\n  x-mine = {kept},\n}\n"
    )


def test_add_in_an_editor(
    call: Call, folder: Path, bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in editing(
        folder, "text.replace('title = {}', 'title = {Emma}')"
    ).items():
        monkeypatch.setenv(name, value)
    assert "added as `emma`" in call("add", "book", "--editor").stderr
    assert bib.read_text("utf-8") == LIBRARY + "@book{emma,\n  title = {Emma},\n}\n"
