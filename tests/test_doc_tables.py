"""The tables and examples of the papers are true: what you write becomes what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import loccit
from loccit.output import markdown
from tests.bibliography.exporters.zotero import as_json, read_labelled_item
from tests.paths import ROOT


def table_rows() -> list[tuple[str, str]]:
    """(what is written, what one gets) of the README's table."""
    table = (
        (ROOT / "README.md")
        .read_text("utf-8")
        .partition("| you write | you get |")[2]
        .partition("\n\n")[0]
    )
    return re.findall(r"^\| `(.+?)` \| (.+?) \|$", table, re.MULTILINE)


@pytest.mark.parametrize(("written", "expected"), table_rows())
def test_the_table_of_citations(written: str, expected: str) -> None:
    library = loccit.open_library([ROOT / "bibliography"])
    result = loccit.format_essay(loccit.read_essay(f"So {written}\n".encode()), library)
    assert result.text.splitlines()[0] == f"So {expected}"


#: The sources that docs/citation-syntax.md cites.
CITED = [
    {
        "id": "doe99",
        "type": "book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": "1999",
    },
    {
        "id": "doe04",
        "type": "book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": "2004",
    },
    {
        "id": "smith04",
        "type": "book",
        "author": [{"family": "Smith", "given": "Ada"}],
        "issued": "2004",
    },
    {
        "id": "rabin1941",
        "type": "book",
        "author": [{"family": "Rabin", "given": "Leo"}],
        "issued": "1941",
    },
]


def syntax_rows() -> list[tuple[str, str]]:
    """(what is written, what one gets) of the tables of docs/citation-syntax.md."""
    page = (ROOT / "docs" / "citation-syntax.md").read_text("utf-8")
    return re.findall(r"^\| `(.+?)` ?(?:says)? \| ([^|]+?) \|$", page, re.MULTILINE)


def slips() -> list[tuple[str, str, str]]:
    """(what is written, what one gets, what to write) of its table of slips."""
    page = (ROOT / "docs" / "citation-syntax.md").read_text("utf-8")
    row = r"^\| `(.+?)`(?:, [^|]+)? \| ([^|]+) \| `(.+)` \|$"
    return re.findall(row, page, re.MULTILINE)


@pytest.mark.parametrize(("written", "expected"), syntax_rows())
def test_the_tables_of_the_syntax(written: str, expected: str) -> None:
    library = loccit.open_library([], CITED)
    result = loccit.format_essay(loccit.read_essay(f"So {written}\n".encode()), library)
    assert result.text.splitlines()[0] == f"So {expected}"


@pytest.mark.parametrize(("written", "expected", "advice"), slips())
def test_the_slips_of_the_syntax(written: str, expected: str, advice: str) -> None:
    library = loccit.open_library([], CITED)
    result = loccit.format_essay(loccit.read_essay(f"So {written}\n".encode()), library)
    assert result.text.splitlines()[0] == f"So {expected}"
    assert [problem.advice for problem in result.problems] == [f"Write `{advice}`."]


#: The source that docs/footnotes.md cites.
NOTED = {
    "id": "doe99",
    "type": "book",
    "author": [{"family": "Doe", "given": "Jane"}],
    "title": "The Book",
    "publisher": "Press",
    "issued": "1999",
}


def with_footnotes(essay: str) -> list[str]:
    """The lines of an essay, formatted in the style of docs/footnotes.md."""
    result = loccit.format_essay(
        loccit.read_essay(essay.encode()),
        loccit.open_library([], [NOTED]),
        loccit.Settings(csl="chicago-notes-bibliography", suppress_bibliography=True),
    )
    return result.text.splitlines()


def note_rows(columns: str) -> list[tuple[str, ...]]:
    page = (ROOT / "docs" / "footnotes.md").read_text("utf-8")
    return re.findall(columns, page, re.MULTILINE)


@pytest.mark.parametrize(
    ("written", "text", "note"), note_rows(r"^\| `([^`]+)` \| `([^`]+)` \| (.+) \|$")
)
def test_the_table_of_footnotes(written: str, text: str, note: str) -> None:
    assert with_footnotes(f"{written}\n") == [text, "", f"[^1]: {note}"]


@pytest.mark.parametrize(
    ("written", "note"), note_rows(r"^\| `([^`]+)` \| ([^`]+) \|$")
)
def test_the_table_of_own_footnotes(written: str, note: str) -> None:
    lines = with_footnotes(f"So.[^own]\n\n[^own]: {written}\n")
    assert lines == ["So.[^own]", "", f"[^own]: {note}"]


def entries() -> list[tuple[str, str]]:
    """(entries, the references that are shown for them) of docs/apa.md."""
    page = (ROOT / "docs" / "apa.md").read_text("utf-8")
    return re.findall(
        r"^```bibtex\n((?:(?!```).*\n)*)```\n\n((?:> .*\n\n?)+)", page, re.MULTILINE
    )


@pytest.mark.parametrize(("written", "expected"), entries())
def test_the_kinds_of_apa(written: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "kind.bib"
    path.write_text(written, "utf-8")
    library = loccit.open_library(path)
    sources = {source.key: source for source in library}
    assert not library.problems
    related = re.findall(r"related = \{(.*?)\}", written)
    shown = [key for key in sources if key not in related]
    processed = loccit.process(loccit.load_style("apa"), sources, [], uncited=shown)
    references = {
        entry.key: markdown.render(entry.text) for entry in processed.bibliography
    }
    assert [references[key] for key in shown] == re.findall(
        r"^> (.*)$", expected, re.MULTILINE
    )


def zotero_items() -> list[tuple[str, str]]:
    """(an item of Zotero, the reference above it) of docs/apa.md."""
    page = (ROOT / "docs" / "apa.md").read_text("utf-8")
    found: list[tuple[str, str]] = []
    for after in re.split(r"^```bibtex$", page, flags=re.MULTILINE)[1:]:
        references = re.findall(r"^> (.*)$", after, re.MULTILINE)
        items = re.findall(r"^```zotero\n((?:(?!```).*\n)*)```$", after, re.MULTILINE)
        found += zip(items, references, strict=True)
    return found


@pytest.mark.parametrize(("item", "expected"), zotero_items())
def test_the_kinds_of_apa_in_zotero(item: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    path.write_text(as_json(read_labelled_item(item)), "utf-8")
    (source,) = loccit.open_library(path)
    processed = loccit.process(
        loccit.load_style("apa"), {source.key: source}, [], uncited=[source.key]
    )
    (entry,) = processed.bibliography
    assert markdown.render(entry.text) == expected


def test_there_is_something_to_check() -> None:
    assert table_rows() and syntax_rows()
    assert len(entries()) > 50
    assert len(zotero_items()) > 90
