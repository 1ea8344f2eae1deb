"""Sources added to a library: nothing that is printed changes."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import settings
from hypothesis import strategies as st

from loccit.bibliography import open_library, read_entries, read_file, write_sources
from loccit.bibliography.formats import written
from loccit.csl import load_style, process
from loccit.editing.add_sources import add_sources
from loccit.model import Citation, Cite, Date, DateParts, Name, Source, Value
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES
from loccit.output import markdown
from loccit.values.csl_types import CSL_TYPES

EXPORTS = Path(__file__).parents[1] / "bibliography" / "zotero"
TARGETS = ("library.bib", "library.json", "library.yaml")

#: Variables that APA prints, with a value.
TEXTS = {
    "DOI": "10.1000/x",
    "ISBN": "978-1-59558-103-7",
    "archive": "Some Archive",
    "archive-place": "Berlin",
    "archive_collection": "Papers of Jane Roe",
    "archive_location": "Box 7",
    "authority": "Court of Appeals",
    "chapter-number": "7",
    "collection-title": "Some Series",
    "container-title": "Annals of Things",
    "dimensions": "19:17",
    "edition": "2",
    "event-place": "Berlin",
    "event-title": "A Meeting of Makers",
    "genre": "Essay",
    "issue": "7",
    "medium": "Audio",
    "number-of-volumes": "7",
    "original-title": "Ein Titel",
    "page": "12-15",
    "part-number": "7",
    "part-title": "A Part of Things",
    "publisher": "Verso",
    "publisher-place": "London",
    "reviewed-genre": "book",
    "reviewed-title": "A Book of Things",
    "scale": "1:50",
    "status": "in press",
    "supplement-number": "7",
    "title-short": "Things",
    "version": "7.1",
    "volume": "7",
    "volume-title": "A Volume of Things",
}
NAMES = (Name("Roe", "Rita"), Name(literal="Example Group"))
SUFFIXES = (Name("Evans", "Arthur C., Jr."), Name("Roe", "Rita", suffix="III"))
TITLES = ("Food sharing in cities: A study of Berlin", "Good Care", "On Emma")


def values(name: str) -> st.SearchStrategy[Value]:
    if name == "container-author":
        # A chapter of one's own book does not name the book's author again.
        return st.just((Name("Editor", "Erin"),))
    if name in NAME_VARIABLES:
        return st.sampled_from([NAMES, NAMES[:1], SUFFIXES])
    if name in DATE_VARIABLES:
        dates = [DateParts(2001), DateParts(2001, 2), DateParts(2001, 2, 3)]
        return st.sampled_from([Date(start) for start in dates])
    return st.just(TEXTS[name])


@st.composite
def sources(draw_: st.DrawFn) -> Source:
    optional = [*TEXTS, *sorted(NAME_VARIABLES | DATE_VARIABLES)]
    names = draw_(st.lists(st.sampled_from(optional), max_size=5, unique=True))
    variables = {name: draw_(values(name)) for name in names}
    title = draw_(st.sampled_from(TITLES))
    type_ = draw_(st.sampled_from(sorted(CSL_TYPES)))
    if "collection-title" in variables:
        # A series without a book is read as the book, which it is at ScienceDirect.
        variables.setdefault("container-title", TEXTS["container-title"])
    if type_ == "thesis":
        # The `publisher` of a .bib file's thesis is its archive only beside a school.
        variables.setdefault("publisher", TEXTS["publisher"])
    if "event-date" in variables:
        # A talk without a date is dated by its conference in a .bib file.
        variables.setdefault("issued", Date(DateParts(2001)))
    return Source("a", type_, {"title": title, **variables})


def references(found: list[Source]) -> list[str]:
    by_key = {source.key: source for source in found}
    citations = [Citation((Cite(key),)) for key in by_key]
    processed = process(load_style("apa"), by_key, citations)
    texts = [markdown.render(entry.text) for entry in processed.bibliography]
    cited = [markdown.render(text) for text in processed.citations]
    return [*texts, *cited]


NUMBERS = count()


def imported(export: Path, into: Path) -> tuple[list[str], list[str]]:
    """The references of a file, and of a library that its sources were imported into."""
    file, _ = read_file(export)
    file.link([file])
    given = [each.source for each in read_entries(file) if each.source]
    added = add_sources(given, into, [])
    assert len(given) == sum(each.added is not None for each in added.each) > 0
    return references(list(open_library(export))), references(list(open_library(into)))


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=150)
@draw(sources())
def test_a_source_is_printed_as_before(
    tmp_path_factory: pytest.TempPathFactory, target: str, source: Source
) -> None:
    folder = tmp_path_factory.getbasetemp() / str(next(NUMBERS))
    folder.mkdir(exist_ok=True)
    (folder / target).unlink(missing_ok=True)
    export = folder / "export.json"
    export.write_text(write_sources([source], "csl-json"), "utf-8")
    before, after = imported(export, folder / target)
    assert after == before


READ_TOO = [name for name in written() if name not in ("bib", "bibtex", "biblatex")]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("export", [*READ_TOO, "library.bib", "library.ris"])
def test_every_format_is_imported_as_it_is_printed(
    tmp_path: Path, export: str, target: str
) -> None:
    if export in READ_TOO:
        text = write_sources(open_library(EXPORTS / "library.json"), export)
    else:
        text = (EXPORTS / export).read_text("utf-8")
    path = tmp_path / "export"
    path.write_text(text, "utf-8")
    before, after = imported(path, tmp_path / target)
    assert after == before


@pytest.mark.parametrize("target", TARGETS)
def test_a_user_name_is_printed_as_before(tmp_path: Path, target: str) -> None:
    item = {
        "id": "a",
        "type": "post",
        "title": "A post about things",
        "container-title": "Mastodon",
        "genre": "Mastodon post",
        "author": [
            {"family": "Doe", "given": "Jane (@jane@example.social)"},
            {"literal": "Example Group [@eg]"},
        ],
        "issued": {"date-parts": [[2022, 12, 3]]},
    }
    export = tmp_path / "export.json"
    export.write_text(json.dumps([item]), "utf-8")
    before, after = imported(export, tmp_path / target)
    assert after == before
    assert "jane" in before[0] and "eg" in before[0]
