"""`loccit import`: the sources of other files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call

RIS = "TY  - BOOK\nID  - {key}\nAU  - Doe, Jane\nTI  - {title}\nPY  - 2010\nDO  - {doi}\nER  - \n"


def test_import(call: Call, folder: Path, bib: Path) -> None:
    (folder / "one.ris").write_text(
        RIS.format(key="doe", title="A", doi="10.1/A")
        + RIS.format(key="b", title="B", doi="10.1/a")
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
    assert call("import", "one.ris", "two.bib").stderr.endswith(
        ": 0 added, 5 there already\n"
    )
    assert bib.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", 2, "loccit: -: There are no sources here: this is empty."),
        (
            b"prose",
            2,
            "loccit: -: What is on standard input is in no bibliography format that is known.",
        ),
        (b"@comment{none}", 0, "-: warning: There are no sources in this file."),
    ],
)
@pytest.mark.parametrize("command", ["import", "add"])
def test_that_nothing_is_there_is_said(
    call: Call, command: str, data: bytes, code: int, said: str
) -> None:
    result = call(command, "-", stdin=data)
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_import_shows_first_what_it_would_do(call: Call, bib: Path) -> None:
    result = call("import", "--dry-run", "-", stdin=b"@book{doe, title = {A}}")
    assert "+@book{doe,\n+  title = {A},\n+}\n" in result.stdout
    assert bib.read_text("utf-8") == LIBRARY


def test_what_zotero_exports_gets_keys_to_cite_by(call: Call, bib: Path) -> None:
    item = {
        "id": "http://zotero.org/users/1/items/ABCD2345",
        "type": "book",
        "title": "What is Care?",
    }
    doe = {
        **item,
        "id": "http://zotero.org/users/1/items/EFGH2345",
        "author": [{"family": "Doe"}],
        "issued": {"date-parts": [["2019"]]},
    }
    assert (
        "added as `what`"
        in call("import", "-", stdin=json.dumps([item]).encode()).stderr
    )
    assert (
        "added as `doe2019`"
        in call("import", "-", stdin=json.dumps([doe]).encode()).stderr
    )
    assert "@book{doe2019,\n" in bib.read_text("utf-8")


def test_import_without_a_library(call: Call, folder: Path, bib: Path) -> None:
    bib.unlink()
    assert call("import", "-", stdin=LIBRARY.encode()).exit_code == 0
    assert (folder / "bibliography" / "sources.bib").is_file()
    (folder / "bibliography" / "sources.bib").unlink()
    (bib.parent / "README.txt").write_text("Sources go here.")
    assert (
        call("import", "-", "--into", "new/mine.bib", stdin=LIBRARY.encode()).exit_code
        == 0
    )
    assert (
        (folder / "new" / "mine.bib")
        .read_text("utf-8")
        .startswith("@book{alexander2010,\n  author = ")
    )


KEYLESS = """\
@article{,
   author = {Alz, A.},
   title = {Mechanisms and strategies},
   journal = {Cell}, volume = {1}, year = {2012},
}
@article{
   author = {Alz, A.},
   title = {Other mechanisms},
   journal = {Cell}, volume = {1}, year = {2012}
}
"""


def test_entries_without_keys_get_some(call: Call, folder: Path, bib: Path) -> None:
    (folder / "endnote.bib").write_text(KEYLESS)
    result = call("import", "endnote.bib")
    assert result.stderr.endswith("2 added, 0 there already\n")
    assert "missing-key" not in result.stderr
    written = bib.read_text("utf-8")
    assert "@article{alz2012,\n" in written
    assert "@article{alz2012a,\n" in written
    assert call("import", "endnote.bib").stderr.endswith("0 added, 2 there already\n")
    assert bib.read_text("utf-8") == written


#: An export as Zotero writes it, with values that BibTeX can't hold whole.
EXPORT = [
    {
        "id": "http://zotero.org/users/1/items/AAAA2345",
        "citation-key": "evans2019",
        "type": "speech",
        "title": "Gun Violence: An Event on the Power of Community",
        "event-title": "Convention",
        "author": [
            {"family": "Evans", "given": "Arthur C., Jr."},
            {"literal": "Example Group"},
        ],
        "issued": {"date-parts": [["2019", 8, 8]]},
    },
    {
        "id": "http://zotero.org/users/1/items/BBBB2345",
        "type": "legislation",
        "title": "Americans With Disabilities Act of 1990",
        "container-title": "U.S.C.",
        "volume": "42",
        "section": "12101",
        "issued": {"date-parts": [["1990"]]},
    },
    {
        "id": "http://zotero.org/users/1/items/CCCC2345",
        "type": "article-journal",
        "title": "Editorial",
        "author": [{"family": "Roe", "given": "Rita"}],
        "container-title": "Cell",
        "volume": "3",
        "issued": {"date-parts": [["2019"]]},
        "note": "PMID: 1234567",
    },
    {
        "id": "http://zotero.org/users/1/items/DDDD2345",
        "type": "article-journal",
        "title": "Editorial",
        "author": [{"family": "Roe", "given": "Rita"}],
        "container-title": "Cell",
        "volume": "4",
        "issued": {"date-parts": [["2019"]]},
    },
]


@pytest.mark.parametrize("target", ["new.bib", "new.json", "new.yaml"])
@pytest.mark.parametrize("format_", ["csl-json", "bibtex", "biblatex", "ris", "csv"])
def test_a_second_import_adds_nothing(
    call: Call, folder: Path, bib: Path, format_: str, target: str
) -> None:
    bib.unlink()
    (folder / "zotero.json").write_text(json.dumps(EXPORT), "utf-8")
    call("export", "-b", "zotero.json", "--to", format_, "-o", "export.txt")
    first = call("import", "export.txt", "--into", f"bibliography/{target}")
    assert ": 4 added, 0 there already\n" in first.stderr
    written = (bib.parent / target).read_bytes()
    second = call("import", "export.txt", "--into", f"bibliography/{target}")
    assert ": 0 added, 4 there already\n" in second.stderr
    assert (bib.parent / target).read_bytes() == written


def test_a_key_that_got_a_letter_is_found_again(call: Call, bib: Path) -> None:
    bib.write_text("@book{roe2019, title = {Other}}\n")
    export = json.dumps(EXPORT).encode()
    assert ": 4 added" in call("import", "-", stdin=export).stderr
    written = bib.read_text("utf-8")
    assert "@article{roe2019a,\n" in written
    assert ": 0 added, 4 there already" in call("import", "-", stdin=export).stderr
    assert bib.read_text("utf-8") == written


def test_entries_with_one_key_are_both_imported(call: Call, bib: Path) -> None:
    twice = b"@book{roe, title = {Ants}}\n@book{roe, title = {Bees}}\n"
    assert ": 2 added" in call("import", "-", stdin=twice).stderr
    assert "@book{roea,\n" in bib.read_text("utf-8")
    assert ": 0 added" in call("import", "-", stdin=twice).stderr
