"""One library as Zotero exports it, as RDF, CSL-JSON, BibTeX and RIS, is the same
sources.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from loccit.bibliography import Library, open_library
from loccit.bibliography.formats import zotero_rdf
from loccit.bibliography.records.converters import without_nocase
from loccit.csl import load_style, process
from loccit.model import Citation, Cite, Source, Value
from loccit.output import markdown

EXPORTS = Path(__file__).parent / "zotero"

#: What another export says otherwise than the RDF, of each source in which it does.
DIFFERENCES = {
    "library.json": [
        ["keyword"],
        ["event-place"],
        [],
        [],
        [],
    ],  # it has no tags, and a place twice
    "library.bib": [
        ["container-title-short", "source"],
        [],
        ["issued", "number-of-pages"],
        ["genre"],
        ["issued"],
    ],
    "library.ris": [[], [], [], [], []],
}


def values(source: Source) -> dict[str, Value]:
    """The type and the variables; a `.bib` file alone tells which capitals of a title
    stay.
    """
    plain = {
        name: without_nocase(value) if isinstance(value, str) else value
        for name, value in source.variables.items()
    }
    return {"type": source.type, **plain}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_another_export_is_the_same_sources(name: str) -> None:
    pairs = zip(
        open_library(EXPORTS / "library.rdf"), open_library(EXPORTS / name), strict=True
    )
    found = [
        sorted(
            variable for variable, _ in values(source).items() ^ values(other).items()
        )
        for source, other in pairs
    ]
    assert [sorted(set(variables)) for variables in found] == DIFFERENCES[name]


def test_they_are_listed_alike() -> None:
    """Zotero's titles are in sentence case; APA's subtitles begin with a capital
    (6.17).
    """
    rdf, ris = (
        "\n".join(references(open_library(EXPORTS / name)))
        for name in ("library.rdf", "library.ris")
    )
    assert rdf == ris
    assert "the life course: Race and class inequality in U.S. incarceration" in rdf


def references(library: Library) -> list[str]:
    sources = {source.key: source for source in library}
    processed = process(
        load_style("apa"), sources, [Citation((Cite(key),)) for key in sources]
    )
    return [markdown.render(entry.text) for entry in processed.bibliography]


def test_nothing_is_to_be_said_of_the_rdf() -> None:
    assert open_library(EXPORTS / "library.rdf").problems == ()


@pytest.mark.parametrize("form", ["xml", "pretty-xml"])
def test_the_same_rdf_as_rdflib_writes_it_is_the_same_sources(form: str) -> None:
    graph = rdflib.Graph()
    graph.parse(EXPORTS / "library.rdf", format="xml")
    written = Library([zotero_rdf.read(graph.serialize(format=form), "")])
    ours = open_library(EXPORTS / "library.rdf")
    assert written.problems == ()
    assert {source.key: without_order(source) for source in written} == {
        source.key: without_order(source) for source in ours
    }


def without_order(source: Source) -> dict[str, object]:
    """All of a source; RDF has no order of tags."""
    return {
        **values(source),
        **source.custom,
        "keyword": set(source.text("keyword").split(", ")),
    }
