"""Zotero's RDF, as Zotero and others write it."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import bibtex, zotero_rdf
from loccit.errors import UnreadableFile
from tests.bibliography.described import described

NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"'
    ' xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:link="http://purl.org/rss/1.0/modules/link/"'
)


def library(text: str) -> Library:
    return Library([zotero_rdf.read(text, "a.rdf")])


def rdf(nodes: str) -> str:
    return f"<rdf:RDF {NAMESPACES}>{nodes}</rdf:RDF>"


def test_records(given: str, expected: str) -> None:
    assert zotero_rdf.recognizes(given)
    assert described(library(given)) == expected


def test_files_and_collections_come_into_a_bib_file() -> None:
    (source,) = library(
        rdf(
            '<bib:Book rdf:about="#1"><z:itemType>book</z:itemType><link:link rdf:resource="#2"/></bib:Book>'
            '<z:Attachment rdf:about="#2"><rdf:resource rdf:resource="files/2/a.pdf"/></z:Attachment>'
            '<z:Collection><dc:title>Law, old</dc:title><dcterms:hasPart rdf:resource="#1"/></z:Collection>'
            '<z:Collection><dc:title>Prisons</dc:title><dcterms:hasPart rdf:resource="#1"/></z:Collection>'
        )
    )
    assert list(bibtex.lost(source)) == []
    assert "file   = {:files/2/a.pdf:}" in write_sources([source], "bibtex")
    assert "groups = {Law, old; Prisons}" in write_sources([source], "bibtex")


def test_nodes_that_lead_to_each_other_are_read_once() -> None:
    parts = "".join(
        f'<bib:Journal rdf:about="#{n}">'
        + 2 * f'<dcterms:isPartOf rdf:resource="#{n + 1}"/>'
        + "</bib:Journal>"
        for n in range(40)
    )
    item = '<bib:Article rdf:about="#40"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="#0"/>'
    (source,) = library(rdf(f"{parts}{item}<dc:title>A</dc:title></bib:Article>"))
    assert source.variables == {"title": "A"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html/>", "<html>"),
        (rdf("<rdf:Description/>"), "no Zotero items"),
        ("<rdf:RDF>", "not well-formed"),
    ],
)
def test_what_is_not_zotero_s_is_refused(text: str, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        library(text)


def test_an_empty_export_has_no_sources() -> None:
    assert list(library(rdf(""))) == []


TAGS = st.sampled_from(
    [
        *(
            "bib:Article",
            "bib:Book",
            "bib:Memo",
            "bib:Journal",
            "bib:authors",
            "rdf:Seq",
            "rdf:li",
            "rdf:Description",
        ),
        *(
            "z:itemType",
            "z:Attachment",
            "z:Collection",
            "dc:title",
            "dc:date",
            "dc:identifier",
            "dc:relation",
        ),
        *(
            "dcterms:isPartOf",
            "dcterms:hasPart",
            "link:link",
            "rdf:value",
            "dc:subject",
        ),
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' rdf:about="#1"',
        ' rdf:resource="#1"',
        ' rdf:nodeID="1"',
        ' rdf:parseType="Resource"',
        ' dc:title="A"',
    ]
)
TEXTS = st.sampled_from(
    [
        "book",
        "journalArticle",
        "attachment",
        "2001-13",
        "ISBN 1",
        "DOI 10.1000/1",
        "<i>A",
        "",
    ]
)
NODES = st.recursive(
    TEXTS.map(lambda text: text.replace("<", "&lt;")),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        TAGS,
        ATTRIBUTES,
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=25,
)


@draw(NODES)
def test_whatever_a_file_holds_is_read_or_refused(nodes: str) -> None:
    try:
        found = library(rdf(nodes))
    except UnreadableFile as error:
        assert error.place
    else:
        assert len(list(found)) == len(found)
