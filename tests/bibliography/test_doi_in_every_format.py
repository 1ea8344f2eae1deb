"""A DOI is the same whatever format it comes in, and however it is typed there."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import open_library

DOI = "10.1101/2020.01.01.123456"
TYPED = [
    DOI,
    f"https://doi.org/{DOI}",
    f"https://www.biorxiv.org/content/{DOI}v2.full.pdf",
]
FILES = {
    "a.bib": "@article{{a, title = {{A}}, doi = {{{doi}}}}}",
    "a.json": '[{{"id": "a", "type": "article", "title": "A", "DOI": "{doi}"}}]',
    "csl.yaml": "references:\n- id: a\n  type: article\n  title: A\n  DOI: {doi}\n",
    "hayagriva.yml": "a:\n  type: article\n  title: A\n"
    "  serial-number:\n    doi: {doi}\n",
    "CITATION.cff": "cff-version: 1.2.0\nmessage: Cite it\ntitle: A\n"
    "authors: []\ndoi: {doi}\n",
    "a.ris": "TY  - JOUR\nTI  - A\nDO  - {doi}\nER  - \n",
    "a.enw": "%0 Journal Article\n%T A\n%R {doi}\n",
    "a.nbib": "PMID- 1\nTI  - A\nLID - {doi} [doi]\n",
    "a.csv": "Key,Item Type,Title,DOI\nA,journalArticle,A,{doi}\n",
    "mods.xml": '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="a">'
    "<titleInfo><title>A</title></titleInfo>"
    '<identifier type="doi">{doi}</identifier></mods></modsCollection>',
    "endnote.xml": "<xml><records><record><titles><title>A</title></titles>"
    "<electronic-resource-num>{doi}</electronic-resource-num></record></records></xml>",
    "word.xml": "<b:Sources xmlns:b="
    '"http://schemas.openxmlformats.org/officeDocument/2006/bibliography">'
    "<b:Source><b:Tag>a</b:Tag><b:SourceType>JournalArticle</b:SourceType>"
    "<b:Title>A</b:Title><b:DOI>{doi}</b:DOI></b:Source></b:Sources>",
    "a.rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:bib="http://purl.org/net/biblio#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<bib:Article rdf:about="#a"><dc:title>A</dc:title>'
    "<dc:identifier>DOI {doi}</dc:identifier></bib:Article></rdf:RDF>",
}


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("name", FILES)
def test_the_doi_is_read(tmp_path: Path, name: str, typed: str) -> None:
    path = tmp_path / name
    path.write_text(FILES[name].format(doi=typed), "utf-8")
    [source] = open_library([path])
    assert source.text("DOI") == DOI
