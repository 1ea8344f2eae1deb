"""Documents bring their sources along, and their live citations can get keys."""

from __future__ import annotations

import html
import json

import pytest

import loccit
from loccit.editing.document_sources import sources_of_document
from loccit.editing.unformat import unformat_essay
from loccit.errors import UnreadableFile
from tests.essays.formats.docx.word_file import field, paragraph, word_file

DOE = {
    "type": "book",
    "title": "On it",
    "author": [{"family": "Doe", "given": "Jo"}],
    "issued": {"date-parts": [[2001]]},
}
SOURCE = (
    "<b:Source><b:Tag>Roe</b:Tag><b:SourceType>Book</b:SourceType>"
    "<b:Title>On that</b:Title><b:Year>2002</b:Year></b:Source>"
)


def citation(printed: str, **cite: object) -> str:
    items = [{"id": "ITEM-1", "itemData": DOE} | cite]
    code = {"citationItems": items, "properties": {"plainCitation": printed}}
    return html.escape(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(code)} ", False)


def document(*runs: str, sources: str = "") -> bytes:
    parts = {"customXml": sources} if sources else {}
    return word_file(f"<w:p>{''.join(runs)}</w:p>", parts)


def titles(data: bytes) -> list[str]:
    found = sources_of_document(data, "draft.docx").sources
    return [source.text("title") for source in found]


def test_the_sources_of_live_citations_and_of_word() -> None:
    runs = field(citation("(Doe)"), "(Doe)"), field(citation("(Doe)"), "(Doe)")
    assert titles(document(*runs, sources=SOURCE)) == ["On it", "On that"]


def test_a_typed_list() -> None:
    body = paragraph("References") + paragraph("Doe, J. (2001). On it. Press.")
    assert titles(word_file(body)) == ["On it"]


def test_a_document_without_sources() -> None:
    with pytest.raises(UnreadableFile, match="has no sources"):
        titles(word_file(paragraph("Nothing.")))


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        ({}, "[@doe]"),
        ({"locator": "46-47"}, "[@doe, pp. 46-47]"),
        ({"locator": "3", "label": "chapter"}, "[@doe, chap. 3]"),
        ({"prefix": "see", "suffix": "and passim"}, "[see @doe and passim]"),
        ({"suppress-author": True}, "[-@doe]"),
    ],
)
def test_live_citations_get_keys(cite: dict[str, object], expected: str) -> None:
    essay = loccit.read_essay(
        document(field(citation("(x)", **cite), "(x)")), "draft.docx"
    )
    library = loccit.open_library([], [DOE | {"id": "doe"}])
    result = unformat_essay(essay, library)
    assert loccit.read_essay(result.data, "draft.docx").text == expected
    assert (result.citations, result.left) == (1, 0)


def test_what_the_library_lacks_stays_live() -> None:
    essay = loccit.read_essay(document(field(citation("(x)"), "(x)")), "draft.docx")
    result = unformat_essay(essay, loccit.open_library([], []))
    assert (result.data, result.left) == (essay.data, 1)


def test_typed_citations_get_keys_and_are_printed_as_before() -> None:
    library = loccit.open_library([], [DOE | {"id": "doe"}])
    body = paragraph("So it is (Doe, 2001, p. 3), as Doe (2001) says.")
    essay = loccit.read_essay(word_file(body), "draft.docx")
    result = unformat_essay(essay, library)
    keyed = loccit.read_essay(result.data, "draft.docx")
    assert keyed.text == "So it is [@doe, p. 3], as @doe says."
    settings = loccit.Settings(suppress_bibliography=True)
    assert loccit.format_essay(keyed, library, settings).text == essay.text
