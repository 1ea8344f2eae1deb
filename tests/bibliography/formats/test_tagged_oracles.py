"""Other programs read the tagged formats that are written, and write such that are read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from loccit.bibliography import Library, write_sources
from loccit.bibliography.files import read_file
from loccit.bibliography.formats import format_to_write, medline, refer, ris
from loccit.model import Date, DateParts, Name, Source, Value
from loccit.model.csl_json import source_to_csl_json
from loccit.model.dataclass import replace

DOE = (Name(family="Doe", given="Jane"),)
SOURCES = (
    Source(
        "article",
        "article-journal",
        {
            "title": "Food and the City",
            "author": (Name(family="Bell", given="Rachel"), Name(family="Roe", given="R. J.")),
            "container-title": "Agriculture and Human Values",
            "volume": "26",
            "issue": "1",
            "page": "12-34",
            "issued": Date(DateParts(2009)),
            "DOI": "10.1000/1",
            "ISSN": "1572-8366",
            "URL": "https://example.org/1?a=b&c=d",
            "keyword": "food",
            "abstract": "Über Gärten.",
        },
    ),
    Source(
        "book",
        "book",
        {"title": "The New Jim Crow", "author": DOE, "publisher": "The New Press", "issued": Date(DateParts(2010))},
    ),
    Source(
        "chapter",
        "chapter",
        {
            "title": "A Chapter",
            "author": DOE,
            "editor": (Name(family="Müller", given="Ann"),),
            "container-title": "The Book",
            "page": "1-9",
            "publisher": "The Press",
            "issued": Date(DateParts(2001)),
        },
    ),
    Source("thesis", "thesis", {"title": "A Thesis", "author": DOE, "issued": Date(DateParts(1999))}),
    Source(
        "paper",
        "paper-conference",
        {"title": "A Paper", "author": DOE, "container-title": "Proceedings", "issued": Date(DateParts(2012))},
    ),
    Source(
        "news",
        "article-newspaper",
        {"title": "News", "author": DOE, "container-title": "The Times", "issued": Date(DateParts(2020))},
    ),
)


def variables(sources: Sequence[Source], *without: str) -> list[tuple[str, dict[str, Value]]]:
    """Types and variables by title, which every program keeps."""
    items = (
        (source.type, {name: value for name, value in source.variables.items() if name not in without})
        for source in sources
    )
    return sorted(items, key=lambda item: str(item[1]["title"]))


def test_rispy_reads_what_is_written() -> None:
    rispy = pytest.importorskip("rispy")
    entries = rispy.loads(write_sources(SOURCES, "ris"))
    assert [entry["id"] for entry in entries] == [source.key for source in SOURCES]
    assert not [entry["unknown_tag"] for entry in entries if "unknown_tag" in entry]
    article = entries[0]
    assert article["authors"] == ["Bell, Rachel", "Roe, R. J."]
    assert (article["secondary_title"], article["volume"], article["number"]) == (
        "Agriculture and Human Values",
        "26",
        "1",
    )
    assert (article["start_page"], article["end_page"], article["year"], article["doi"]) == (
        "12",
        "34",
        "2009",
        "10.1000/1",
    )
    assert (article["abstract"], article["urls"]) == ("Über Gärten.", ["https://example.org/1?a=b&c=d"])


def test_what_rispy_writes_is_read() -> None:
    rispy = pytest.importorskip("rispy")
    text = rispy.dumps(rispy.loads(write_sources(SOURCES, "ris")))
    again = list(Library([ris.read(text, "a.ris")]))
    assert [source.key for source in again] == [source.key for source in SOURCES]
    assert variables(again) == variables(SOURCES)


def test_pandoc_reads_what_is_written() -> None:
    pypandoc = pytest.importorskip("pypandoc")
    items: list[dict[str, Any]] = json.loads(pypandoc.convert_text(write_sources(SOURCES, "ris"), "csljson", "ris"))
    assert items == [source_to_csl_json(source) for source in SOURCES]


def test_nbib_reads_what_is_written() -> None:
    nbib = pytest.importorskip("nbib")
    article = replace(SOURCES[0], variables={**SOURCES[0].variables, "PMID": "7", "container-title-short": "Food"})
    (entry,) = nbib.read(medline.write([article]))
    assert [author["author"] for author in entry["authors"]] == ["Bell, Rachel", "Roe, R. J."]
    assert [author["author_abbreviated"] for author in entry["authors"]] == ["Bell R", "Roe RJ"]
    assert (entry["pubmed_id"], entry["doi"], entry["pages"]) == (7, "10.1000/1", "12-34")
    assert (entry["journal_volume"], entry["journal_issue"], entry["publication_date"]) == ("26", "1", "2009")
    assert (entry["journal"], entry["title"]) == ("Agriculture and Human Values", "Food and the City.")


#: Of each format: what makes MODS of it, what makes it of MODS, and what bibutils 7.2 loses on the way of which works.
#: It knows no DOI in Refer, and takes proceedings for a series there.
BIBUTILS = {
    "ris": ("ris2xml", "xml2ris", (), SOURCES),
    "refer": ("end2xml", "xml2end", ("DOI",), [source for source in SOURCES if source.key != "paper"]),
}


@pytest.mark.parametrize("name", BIBUTILS)
def test_what_bibutils_makes_of_it_is_read(name: str) -> None:
    to_mods, from_mods, lost, sources = BIBUTILS[name]
    if not shutil.which(to_mods):
        pytest.skip("bibutils is not installed")
    format_ = format_to_write(name)
    assert format_
    mods = _run([to_mods, "-i", "unicode"], write_sources(sources, name))
    again = list(Library([format_.read(_run([from_mods, "-o", "unicode"], mods), "a")]))
    assert variables(again, *lost) == variables(sources, *lost)


def _run(command: list[str], text: str) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True).stdout


FILES = os.environ.get("LOCCIT_TAGGED_FILES", "")


@pytest.mark.skipif(
    not FILES, reason="LOCCIT_TAGGED_FILES names no folder of .ris, .enw and .nbib files from elsewhere"
)
def test_real_files_are_read_and_what_is_written_of_them_is_the_same() -> None:
    sources = 0
    for path in sorted(path for path in Path(FILES).rglob("*") if path.is_file()):
        file, _ = read_file(path)
        library = Library([file])
        for source in library:
            sources += 1
            for format_ in (ris, refer, medline):
                (again,) = Library([format_.read(format_.write([source]), "")])
                assert set(source.variables) - set(format_.lost(source)) <= set(again.variables), (path, source.key)
        assert all(problem.place.line for problem in library.problems), path
    assert sources
