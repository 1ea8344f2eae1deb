"""Citations of live codes in a document, with all that their codes say."""

from __future__ import annotations

import json
from xml.sax.saxutils import escape

from loccit.essays import read_essay
from loccit.essays.live_citations.programs.zotero import write
from loccit.model import Citation, Cite, Locator, Mark, RichText
from tests.essays.formats.docx.word_file import field, word_file

ITEMS = {
    key: write.Item({"id": key, "type": "book", "title": key}) for key in ("a", "b")
}
ITALIC = Mark("font-style", "italic")


def read_again(citation: Citation) -> Citation:
    """A citation of Zotero that was written into a document, as it is read."""
    text = RichText.of("(x)")
    code = write.citation_code(citation, ITEMS, text, "a1")
    body = f"<w:p>{field(escape(f' ADDIN {code} '), text.plain)}</w:p>"
    essay = read_essay(word_file(body), "essay.docx")
    [found] = essay.citations({})
    records = essay.document.records
    cites = [
        Cite(
            json.loads(records[cite.key].text)["id"],
            cite.mode,
            cite.prefix,
            cite.suffix,
            cite.locator,
            cite.secondary,
        )
        for cite in found.cites
    ]
    return Citation(tuple(cites), found.mode)


def test_affixes_have_marks() -> None:
    see = RichText.of("see").marked(ITALIC) + RichText.of(" ")
    citation = Citation((Cite("a", prefix=see, locator=Locator("page", "3")),))
    assert read_again(citation) == citation


def test_a_narrative_citation() -> None:
    cites = (Cite("a", "narrative"), Cite("b"))
    citation = Citation(cites, "narrative")
    assert read_again(citation) == citation


def test_a_page_alone() -> None:
    cite = Cite("a", "locator-only", locator=Locator("page", "3"))
    citation = Citation((cite,), "locator-only")
    assert read_again(citation) == citation


def test_as_cited_in() -> None:
    citation = Citation((Cite("a"), Cite("b", secondary=True)))
    assert read_again(citation) == citation
