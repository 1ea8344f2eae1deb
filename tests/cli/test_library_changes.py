"""`add`, `edit`, `import`, `remove`, `rename`, as they are called."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call

RIS = "TY  - BOOK\nID  - {key}\nAU  - Doe, Jane\nTI  - {title}\nPY  - 2010\nDO  - {doi}\nER  - \n"


@pytest.fixture
def bib(folder: Path) -> Path:
    return folder / "bibliography" / "sources.bib"


def essay(folder: Path, text: str, name: str = "one.md") -> Path:
    path = folder / "essays" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_add_by_fields(call: Call, bib: Path) -> None:
    result = call("add", "book", "author=Davis, Angela Y.", "title=Women, Race & Class", "date=1981")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{Path('bibliography', 'sources.bib')}: added as `davis1981`\n"
    assert bib.read_text("utf-8") == LIBRARY + (
        "@book{davis1981,\n  author = {Davis, Angela Y.},\n  title = {Women, Race \\& Class},\n  date = {1981},\n}\n"
    )
    assert "there already as `davis1981`" in call("add", "book", *ADDED).stderr
    assert call("list").stdout.count("davis1981") == 1


ADDED = ("author=Davis, Angela Y.", "title=Women, Race & Class", "date=1981")


def test_add_with_a_key_that_is_taken(call: Call) -> None:
    result = call("add", "book", "title=Another", "--key", "alexander2010")
    assert "`alexander2010` added as `alexander2010a`, for another source has the key" in result.stderr


def test_add_what_may_be_there(call: Call) -> None:
    result = call("add", "book", "author=Alexander, M.", "title=The new Jim Crow", "publisher=New Press", "year=2010")
    place = f"{Path('bibliography', 'sources.bib')}:1:1"
    assert result.stderr.partition(": ")[2] == (
        f"added as `alexander2010a`; it may be `alexander2010`, at {place}: "
        "same title, same names, same year, same publisher\n"
    )


def test_add_what_a_large_library_has(call: Call, bib: Path) -> None:
    bib.write_text("".join(f"@book{{k{n}, title = {{On {{The {n}}}}}, doi = {{10.1/A{n}}}}}\n" for n in range(300)))
    assert "is there already as `k7`" in call("add", "book", "title=On The 7", "doi=10.1/a7").stderr
    assert "is there already as `k8`" in call("add", "book", "title=Else", "doi=https://doi.org/10.1/a8").stderr
    assert "added" in call("add", "book", "title=On The 7").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bok", "title=A"], "`bok` is no type of source"),
        (["book"], "A source needs fields."),
        (["book", "title"], "`title` is no field."),
        (["book", "title={A"], "do not balance"),
        (["book", "title=A", "--into", "x.ris"], "not changed in place"),
    ],
)
def test_add_what_can_not_be_added(call: Call, bib: Path, arguments: list[str], said: str) -> None:
    result = call("add", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert bib.read_text("utf-8") == LIBRARY


def test_add_what_is_pasted(call: Call, bib: Path) -> None:
    assert call("add", "-", stdin=b"@book{doe, title = {A}, x-mine = {kept}}").exit_code == 0
    assert bib.read_text("utf-8") == LIBRARY + "@book{doe,\n  title = {A},\n  x-mine = {kept},\n}\n"


def editing(folder: Path, script: str) -> dict[str, str]:
    """An $EDITOR that does to the file what `script` says of its `text`."""
    program = folder / "editor.py"
    program.write_text(
        "import os, pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text('utf-8')\n"
        f"path.write_text({script}, 'utf-8')\nos.utime(path, (9e9, 9e9))\n"
    )
    return {"EDITOR": f'"{sys.executable}" "{program}"', "VISUAL": ""}


def test_add_in_an_editor(call: Call, folder: Path, bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in editing(folder, "text.replace('title = {}', 'title = {Emma}')").items():
        monkeypatch.setenv(name, value)
    assert "added as `emma`" in call("add", "book", "--editor").stderr
    assert bib.read_text("utf-8") == LIBRARY + "@book{emma,\n  title = {Emma},\n}\n"


def test_edit_in_an_editor(call: Call, folder: Path, bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bib.write_bytes(LIBRARY.replace("\n", "\r\n").encode())
    for name, value in editing(folder, "text.replace('alexander2010', 'crow')").items():
        monkeypatch.setenv(name, value)
    result = call("edit", "alexander2010")
    assert (result.exit_code, "`loccit rename alexander2010 crow` does that" in result.stderr) == (2, True)
    for name, value in editing(folder, "text.replace('{2010}', '{2012}')").items():
        monkeypatch.setenv(name, value)
    assert call("edit", "alexander2010").exit_code == 0
    assert bib.read_bytes() == LIBRARY.replace("{2010}", "{2012}").replace("\n", "\r\n").encode()


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
    assert call("edit", "jimenez2014", "edition=", "title=Social Policy & Change", "note=N").exit_code == 0
    assert bib.read_text("utf-8") == LIBRARY.replace("  edition = {2},\n", "").replace(
        "Social Policy and Social Change", "Social Policy \\& Change"
    ).replace("date = {2014},\n", "date = {2014},\n  note = {N},\n")
    result = call("edit", "jimenez", "note=N")
    assert (result.exit_code, "Nearest: jimenez2014" in result.stderr) == (1, True)


def test_import(call: Call, folder: Path, bib: Path) -> None:
    (folder / "one.ris").write_text(
        RIS.format(key="doe", title="A", doi="10.1/A") + RIS.format(key="b", title="B", doi="10.1/a")
    )
    (folder / "two.bib").write_text(LIBRARY + "@book{doe, title = {Other}}\n")
    result = call("import", "one.ris", "two.bib")
    assert result.exit_code == 0
    said = [line.partition(": ")[2] for line in result.stderr.splitlines()]
    assert said[0].endswith("added")
    assert "is there already" in said[1]
    assert said[2].startswith("`alexander2010` is there already, at bibliography")
    assert said[-1] == "2 added, 3 there already"
    assert bib.read_text("utf-8").startswith(LIBRARY)
    assert "{Other}" in bib.read_text("utf-8")
    before = bib.read_text("utf-8")
    assert call("import", "one.ris", "two.bib").stderr.endswith(": 0 added, 5 there already\n")
    assert bib.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", 2, "loccit: -: There are no sources here: this is empty."),
        (b"prose", 2, "loccit: -: What is on standard input is in no bibliography format that is known."),
        (b"@comment{none}", 0, "-: warning: There are no sources in this file."),
    ],
)
@pytest.mark.parametrize("command", ["import", "add"])
def test_that_nothing_is_there_is_said(call: Call, command: str, data: bytes, code: int, said: str) -> None:
    result = call(command, "-", stdin=data)
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_import_shows_first_what_it_would_do(call: Call, bib: Path) -> None:
    result = call("import", "--dry-run", "-", stdin=b"@book{doe, title = {A}}")
    assert "+@book{doe,\n+  title = {A},\n+}\n" in result.stdout
    assert bib.read_text("utf-8") == LIBRARY


def test_what_zotero_exports_gets_keys_to_cite_by(call: Call, bib: Path) -> None:
    item = {"id": "http://zotero.org/users/1/items/ABCD2345", "type": "book", "title": "What is Care?"}
    doe = {**item, "author": [{"family": "Doe"}], "issued": {"date-parts": [["2019"]]}}
    assert "added as `what`" in call("import", "-", stdin=json.dumps([item]).encode()).stderr
    assert "added as `doe2019`" in call("import", "-", stdin=json.dumps([doe]).encode()).stderr
    assert "@book{doe2019,\n" in bib.read_text("utf-8")


def test_import_without_a_library(call: Call, folder: Path, bib: Path) -> None:
    bib.unlink()
    result = call("import", "-", stdin=LIBRARY.encode())
    assert (result.exit_code, "--into bibliography/sources.bib" in result.stderr) == (2, True)
    (bib.parent / "README.txt").write_text("Sources go here.")
    assert call("import", "-", "--into", "new/mine.bib", stdin=LIBRARY.encode()).exit_code == 0
    assert (folder / "new" / "mine.bib").read_text("utf-8").startswith("@book{alexander2010,\n  author = ")


def test_into_which_of_several_files(call: Call, folder: Path) -> None:
    (folder / "bibliography" / "other.bib").write_text("@book{doe, title = {A}}\n")
    result = call("add", "book", "title=B")
    assert (result.exit_code, "sources.bib" in result.stderr, "other.bib" in result.stderr) == (2, True, True)
    assert call("add", "book", "title=B", "--into", "bibliography/other.bib").exit_code == 0
    assert call("edit", "doe", "title=C").exit_code == 0
    assert "title = {C}" in (folder / "bibliography" / "other.bib").read_text()


def test_what_is_cited_is_not_removed(call: Call, folder: Path, bib: Path) -> None:
    essay(folder, "Text.\n\nSo @alexander2010 [p. 3].\n")
    result = call("remove", "alexander2010", "jimenez2014")
    assert result.exit_code == 1
    assert "one.md:3:4: error: `alexander2010` is cited here: @alexander2010 [p. 3]" in result.stderr
    assert bib.read_text("utf-8") == LIBRARY
    own = essay(folder, "---\nnocite: '@jimenez2014'\n---\n", "two.md")
    assert "two.md:2:10: error: `jimenez2014` is cited here" in call("remove", "jimenez2014").stderr
    own.unlink()
    assert call("remove", "jimenez2014").exit_code == 0
    assert bib.read_text("utf-8") == LIBRARY[: LIBRARY.index("@book{jimenez2014")]
    assert call("remove", "alexander2010", "--force").exit_code == 0
    assert bib.read_text("utf-8") == ""


def test_what_others_inherit_from_is_not_removed(call: Call, bib: Path) -> None:
    bib.write_text(LIBRARY + "@inbook{c, crossref = {jimenez2014}}\n")
    result = call("remove", "jimenez2014")
    assert (result.exit_code, "The entry `c` refers to `jimenez2014`." in result.stderr) == (1, True)
    assert call("remove", "jimenez2014", "c").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text", "added"),
    [
        ("a.json", '[{"id": "b", "type": "book"}]', '{"id": "emma1815", "type": "book", "title": "Emma"'),
        ("a.yaml", "- id: b\n  type: book\n", "\n- id: emma1815\n  type: book\n  title: Emma\n"),
    ],
)
def test_a_library_in_json_or_yaml(call: Call, folder: Path, bib: Path, name: str, text: str, added: str) -> None:
    bib.unlink()
    path = bib.parent / name
    path.write_text(text)
    one = essay(folder, "@b\n")
    assert call("add", "book", "title=Emma", "date=1815").exit_code == 0
    assert added in path.read_text()
    assert call("edit", "b", "publisher=Verso", "title=B & C").exit_code == 0
    assert call("rename", "b", "new key").exit_code == 0
    assert one.read_text() == "@{new key}\n"
    assert call("list").stdout == "new key\t\t\tB & C\tbook\nemma1815\t\t1815\tEmma\tbook\n"
    assert call("remove", "emma1815").exit_code == 0
    assert call("list").stdout == "new key\t\t\tB & C\tbook\n"


def test_rename(call: Call, folder: Path, bib: Path) -> None:
    bib.write_text(LIBRARY + "@inbook{c, crossref = {alexander2010}}\n")
    one = essay(
        folder,
        "---\nnocite: |\n  @jimenez2014, @alexander2010\nabstract: x@alexander2010\n---\n"
        "[see @alexander2010, p. 3; -@alexander2010; @alexander2010b] @alexander2010's `@alexander2010`\r\n"
        "\\@alexander2010 @{alexander2010}s\n\n> a\n> [@alexander2010]\n",
    )
    (folder / "essays" / "deep").mkdir()
    two = essay(folder, "So @alexander2010.\n", "deep/two.txt")
    own = essay(folder, "---\nreferences:\n- id: alexander2010\n  type: book\n---\n@alexander2010\n", "own.md")
    before = own.read_text()
    result = call("rename", "alexander2010", "crow10")
    assert result.exit_code == 0, result.stderr
    assert one.read_bytes().decode() == (
        "---\nnocite: |\n  @jimenez2014, @crow10\nabstract: x@alexander2010\n---\n"
        "[see @crow10, p. 3; -@crow10; @alexander2010b] @crow10's `@alexander2010`\r\n"
        "\\@alexander2010 @{crow10}s\n\n> a\n> [@crow10]\n"
    )
    assert two.read_text() == "So @crow10.\n"
    assert own.read_text() == before
    assert bib.read_text("utf-8") == (LIBRARY + "@inbook{c, crossref = {alexander2010}}\n").replace(
        "alexander2010", "crow10"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252"])
def test_rename_in_essays_of_other_encodings(call: Call, folder: Path, bib: Path, encoding: str) -> None:
    bib.write_text(LIBRARY + "@book{müller1999, title = {A}}\n", "utf-8")
    path = essay(folder, "", "other.md")
    path.write_bytes("Café @müller1999.\n".encode(encoding))
    assert call("rename", "müller1999", "mueller").exit_code == 0
    assert path.read_bytes() == "Café @mueller.\n".encode(encoding)


@pytest.mark.parametrize("name", ["closed.md", "closed/one.md"])
def test_nothing_changes_where_an_essay_may_not_be_read(call: Call, folder: Path, bib: Path, name: str) -> None:
    closed = folder / "essays" / Path(name).parts[0]
    (folder / "essays" / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / "essays" / name).write_text("So @alexander2010.\n")
    closed.chmod(0o000)
    if os.access(closed, os.R_OK):
        pytest.skip("who may read everything is refused nothing")
    try:
        for command in (["rename", "alexander2010", "crow10"], ["remove", "alexander2010"]):
            result = call(*command)
            assert (result.exit_code, "is not permitted" in result.stderr) == (2, True), command
    finally:
        closed.chmod(0o700)
    assert bib.read_text("utf-8") == LIBRARY


@pytest.mark.parametrize(
    ("old", "new", "said", "code"),
    [
        ("alexander2010", "jimenez2014", "The key `jimenez2014` is taken.", 2),
        ("alexander2010", "a key", "can't be a key in a .bib file", 2),
        ("nobody", "a", "No source has the key `nobody`", 1),
    ],
)
def test_a_rename_that_can_not_be(
    call: Call, folder: Path, bib: Path, old: str, new: str, said: str, code: int
) -> None:
    one = essay(folder, "@alexander2010\n")
    result = call("rename", old, new)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert (bib.read_text("utf-8"), one.read_text()) == (LIBRARY, "@alexander2010\n")


def test_a_rename_is_for_all_or_none(call: Call, folder: Path, bib: Path) -> None:
    one = essay(folder, "@alexander2010\n")
    two = essay(folder, "@alexander2010\n", "two.md")
    two.chmod(0o444)
    result = call("rename", "alexander2010", "crow10")
    assert (result.exit_code, "read-only" in result.stderr) == (2, True)
    assert (bib.read_text("utf-8"), one.read_text(), two.read_text()) == (
        LIBRARY,
        "@alexander2010\n",
        "@alexander2010\n",
    )
    assert not list(folder.rglob(".*"))


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_killed_rename_is_all_or_nothing_after_the_next_change(folder: Path, bib: Path) -> None:
    for number in range(60):
        essay(folder, "@alexander2010 and @crow10\n", f"{number}.md")
    bib.write_text(LIBRARY.replace("alexander2010", "crow10"), "utf-8")
    chance = random.Random(3)
    old, new = "crow10", "alexander2010"
    for _ in range(6):
        for path in (folder / "essays").glob("*.md"):
            path.write_text(f"@{old}\n")
        bib.write_text(LIBRARY.replace("alexander2010", old), "utf-8")
        process = subprocess.Popen([sys.executable, "-m", "loccit", "rename", old, new], cwd=folder)
        time.sleep(0.3 + chance.random() * 0.5)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        subprocess.run([sys.executable, "-m", "loccit", "edit", "jimenez2014", "note=N"], cwd=folder, check=True)
        texts = {path.read_text() for path in (folder / "essays").glob("*.md")}
        key = new if new in bib.read_text("utf-8") else old
        assert texts == {f"@{key}\n"}
        assert not list((folder / "bibliography").glob(".loccit*"))
