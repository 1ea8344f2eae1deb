"""`loccit add`: a source by its fields, in an editor, pasted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loccit.bibliography.formats.bibtex.entry_types import ENTRY_TYPES
from loccit.cli.everyday_types import EVERYDAY_TYPES
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
    path = Path("bibliography", "sources.bib")
    assert result.stderr.splitlines() == [
        f"{path}: added as `davis1981`",
        f"{path}:14:1: warning: This book has no publisher. Add `publisher`.",
    ]
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


def test_an_entry_may_be_an_argument(call: Call, bib: Path) -> None:
    entry = "@book{doe2001, author = {Doe, Jo}, title = {Emma and I}, date = {2001}}"
    result = call("add", entry)
    assert result.exit_code == 0
    assert "author = {Doe, Jo}" in bib.read_text("utf-8")
    result = call("add", f"{entry}\n@book{{roe, title = {{B}}}}", "--key", "a")
    assert "There are several sources but one key." in result.stderr


def test_add_in_an_editor(
    call: Call, folder: Path, bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in editing(
        folder, "text.replace('title = {}', 'title = {Emma}')"
    ).items():
        monkeypatch.setenv(name, value)
    assert "added as `emma`" in call("add", "book", "--editor").stderr
    assert bib.read_text("utf-8") == LIBRARY + "@book{emma,\n  title = {Emma},\n}\n"


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("podcast", "broadcast"),
        ("website", "webpage"),
        ("film", "motion_picture"),
        ("tweet", "post"),
        ("dictionary", "entry-dictionary"),
        ("statute", "legislation"),
        ("lecture", "speech"),
        ("song", "song"),
        ("blog post", "post-weblog"),
        ("newspaper", "article-newspaper"),
        ("dissertation", "thesis"),
        ("preprint", "article"),
    ],
)
def test_everyday_types(call: Call, kind: str, csl: str) -> None:
    assert call("add", kind, "title=Emma", "date=2001", "--key", "new").exit_code == 0
    listed = json.loads(call("list", "--to", "json").stdout)
    assert listed[-1]["type"] == csl


def test_every_everyday_type_is_one_of_the_formats() -> None:
    assert {found.type for found in EVERYDAY_TYPES.values()} <= ENTRY_TYPES


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (["title=A", "yaer=2001"], "Did you mean `year`?"),
        (["title=A", "title=B"], "The field `title` is given 2 times."),
        (
            ["title=A", "author=Ann Lee, Bo Roe"],
            "may be one person, several, or a group",
        ),
    ],
)
def test_fields_that_would_be_lost_are_refused(
    call: Call, fields: list[str], message: str
) -> None:
    result = call("add", "book", *fields)
    assert result.exit_code == 2
    assert message in result.stderr


def test_what_readers_will_see_is_reported(call: Call) -> None:
    result = call("add", "book", "title=A", "date=2001", "colour=red")
    assert "warning: This book has no publisher." in result.stderr
    assert "The field `colour` is kept, but no style prints it." in result.stderr


def test_the_first_source_makes_the_bibliography(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "bibliography").rename(tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path / "new")
    assert call("add", "book", "title=Emma", "date=1815").exit_code == 0
    assert (tmp_path / "new/bibliography/sources.bib").is_file()
