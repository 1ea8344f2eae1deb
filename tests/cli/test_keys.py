"""`loccit keys`, as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call

ESSAY = "---\nnocite: '@x'\n---\n[@jimenez2014; see @y, p. 3] and @alexander2010.\n"
#: Beside the library's: keys that are not after the pattern, named by other entries and
#: by a group.
BIB = """\
@book{x, author = {Doe, Jane}, year = 1999, title = {One}}
@comment{jabref-meta: groupstree: 1 StaticGroup:Mine\\;0\\;x\\;jimenez2014\\;;}
@inbook{y, author = {Doe, Jane}, year = 1999, title = {Two}, crossref = {x}, related = {y, alexander2010}}
"""


@pytest.fixture
def bib(folder: Path) -> Path:
    path = folder / "bibliography" / "sources.bib"
    path.write_text(LIBRARY + BIB, "utf-8")
    (folder / "essays").mkdir()
    (folder / "essays" / "one.md").write_text(ESSAY, "utf-8")
    return path


def test_nothing_is_changed_unasked(call: Call, bib: Path) -> None:
    result = call("keys")
    assert (result.exit_code, result.stdout) == (
        0,
        "x\tdoe1999\tOne\ny\tdoe1999a\tTwo\n",
    )
    assert (
        result.stderr == "Nothing is changed yet: 2 of 4 keys; --write changes them.\n"
    )
    assert bib.read_text("utf-8") == LIBRARY + BIB


def test_many_keys_at_once(call: Call, folder: Path, bib: Path) -> None:
    result = call("keys", "--write")
    assert (result.exit_code, result.stdout) == (
        0,
        "x\tdoe1999\tOne\ny\tdoe1999a\tTwo\n",
    )
    files = f"{Path('bibliography', 'sources.bib')}, {Path('essays', 'one.md')}"
    essay_path = Path("essays", "one.md")
    assert result.stderr == (
        f"Looked through 1 essay in this folder: {essay_path}.\nChanged: {files}.\n"
    )
    assert bib.read_text("utf-8") == LIBRARY + (
        BIB.replace("{x,", "{doe1999,")
        .replace(";x\\", ";doe1999\\")
        .replace("{y", "{doe1999a")
        .replace("{x}", "{doe1999}")
    )
    essay = (folder / "essays" / "one.md").read_text("utf-8")
    assert essay == ESSAY.replace("@x", "@doe1999").replace("@y", "@doe1999a")
    assert call("keys").stderr == "All keys follow the pattern.\n"


def test_some_keys_after_a_pattern(call: Call, bib: Path) -> None:
    assert call(
        "keys", "--pattern", "[Author]-[year]", "alexander2010", "x", "x"
    ).stdout == ("alexander2010\tAlexander-2010\tThe New Jim Crow\nx\tDoe-1999\tOne\n")
    assert call("keys", "nobody").exit_code == 1
    result = call("keys", "--pattern", "[autor]")
    assert (
        result.exit_code,
        "A key has no part `[autor]`." in result.stderr,
    ) == (2, True)


def test_a_key_that_can_not_be_is_for_none(call: Call, folder: Path, bib: Path) -> None:
    result = call("keys", "--pattern", "[author], [title]", "--write")
    assert (result.exit_code, "can't be a key in a .bib file" in result.stderr) == (
        2,
        True,
    )
    assert bib.read_text("utf-8") == LIBRARY + BIB
    assert (folder / "essays" / "one.md").read_text("utf-8") == ESSAY


def test_files_that_are_not_changed_in_place(call: Call, bib: Path) -> None:
    ris = bib.parent / "more.ris"
    ris.write_text("TY  - BOOK\nID  - z\nTI  - A\nER  - \n")
    result = call("keys", "--write")
    assert (
        result.exit_code,
        "more.ris: This file's format, ris, is not changed" in result.stderr,
    ) == (0, True)
    assert "z" not in [line.split("\t")[0] for line in result.stdout.splitlines()]
    assert call("keys", "z", "--write").exit_code == 2


def test_made_keys_become_the_user_s_own(call: Call, folder: Path, bib: Path) -> None:
    mine = bib.parent / "mine.bib"
    mine.write_text(
        "% Mine\n@book{,\n  author = {Roe, R.},\n  title = {Ants},\n}\n"
        "@book{\n  author = {Roe, R.}, title = {Bees}\n}\n"
    )
    zotero = bib.parent / "My Library.json"
    zotero.write_text(
        '[{"id": "http://zotero.org/users/1/items/A", "type": "book", "title": "Cats"},'
        '\n {"type": "book", "title": "Dogs"}]'
    )
    yaml = bib.parent / "yours.yaml"
    yaml.write_text("references:\n- type: book\n  title: Eels\n- {title: Fish}\n")
    (folder / "essays" / "two.md").write_text("[@roe; @cats; @dogs; @eels; @fish]\n")
    before = call("list").stdout
    result = call("keys")
    assert "roe\troe\tAnts\nroea\troea\tBees\n" in result.stdout
    assert result.stderr.endswith(" keys; --write changes them.\n")
    assert (
        call("keys", "roe", "roea", "cats", "dogs", "eels", "fish", "-w").exit_code == 0
    )
    assert call("list").stdout == before
    assert mine.read_text() == (
        "% Mine\n@book{roe,\n  author = {Roe, R.},\n  title = {Ants},\n}\n"
        "@book{roea,\n  author = {Roe, R.}, title = {Bees}\n}\n"
    )
    assert zotero.read_text() == (
        '[{"id": "cats", "type": "book", "title": "Cats"},'
        '\n {"id": "dogs", "type": "book", "title": "Dogs"}]'
    )
    assert yaml.read_text() == (
        "references:\n- id: eels\n  type: book\n  title: Eels\n"
        "- {id: fish, title: Fish}\n"
    )
    essay = folder / "essays" / "two.md"
    assert essay.read_text() == "[@roe; @cats; @dogs; @eels; @fish]\n"
    assert "missing-key" not in call("check").stdout
    assert (
        call("keys", "roe", "roea", "cats").stderr == "All keys follow the pattern.\n"
    )


def test_made_keys_may_be_renamed(call: Call, folder: Path, bib: Path) -> None:
    mine = bib.parent / "mine.bib"
    mine.write_text("@book{,\n  author = {Roe, R.},\n  title = {Ants},\n}\n")
    (folder / "essays" / "two.md").write_text("[@roe]\n")
    assert call("rename", "roe", "ants").exit_code == 0
    assert mine.read_text().startswith("@book{ants,\n")
    assert (folder / "essays" / "two.md").read_text() == "[@ants]\n"


@pytest.mark.parametrize(
    "command",
    [
        ["edit", "roe", "note=A"],
        ["edit", "roe"],
        ["remove", "roe", "--force"],
        ["dedupe", "--merge", "roe", "x"],
    ],
)
def test_a_source_without_a_key_is_not_changed(
    call: Call, bib: Path, command: list[str]
) -> None:
    mine = bib.parent / "mine.bib"
    text = "@book{,\n  author = {Roe, R.},\n  title = {Ants},\n}\n"
    mine.write_text(text)
    result = call(*command)
    assert result.exit_code == 2
    assert "has no key in its file yet. `loccit keys --write`" in result.stderr
    assert mine.read_text() == text
