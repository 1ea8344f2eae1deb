"""Citations go into footnotes for note styles, and back into their sentences."""

from __future__ import annotations

import json
from html import escape
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from loccit import Settings, format_essay, read_essay
from tests.essays.formats.docx.test_edit import library
from tests.essays.formats.docx.word_file import MAIN, field, paragraph, word_file

NOTES = "chicago-notes-bibliography"
_BELL = {
    "type": "book",
    "title": "On it",
    "author": [{"family": "Bell"}],
    "issued": {"date-parts": [[2009]]},
}


def zotero(printed: str, locator: str) -> str:
    """A citation of Zotero."""
    item = {"id": 1, "uris": ["u"], "itemData": _BELL, "locator": locator}
    code = {
        "citationID": "a",
        "properties": {"plainCitation": printed, "noteIndex": 0},
        "citationItems": [item],
    }
    written = escape(json.dumps(code), quote=False)
    return field(f" ADDIN ZOTERO_ITEM CSL_CITATION {written} ", printed)


def formatted(data: bytes, style: str) -> bytes:
    """The document in a style; a second run changes nothing."""
    settings = Settings(csl=style)
    result = format_essay(read_essay(data, "essay.docx"), library(), settings).data
    again = format_essay(read_essay(result, "essay.docx"), library(), settings)
    assert again.edits == ()
    return result


def texts(data: bytes) -> list[str]:
    """What is in the paragraphs that have text."""
    shown = read_essay(data, "essay.docx").document.paragraphs
    return [each.text.strip() for each in shown if each.text.strip()]


def essay(*sentences: str) -> bytes:
    body = "".join(f"<w:p>{sentence}</w:p>" for sentence in sentences)
    return word_file(body + paragraph("Bibliography"))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_live_citations_go_into_notes_and_back() -> None:
    given = essay(
        run("So ") + zotero("(Bell, 2009, p. 3)", "3") + run("."),
        run("“That,” he says, “is so” ") + zotero("(Bell, 2009, p. 4)", "4") + run("."),
    )
    as_apa = formatted(given, "apa")
    in_notes = formatted(as_apa, NOTES)
    assert texts(in_notes) == [
        "So.",
        "“That,” he says, “is so.”",
        "Bibliography",
        "Bell. On It. 2009.",
        "Bell, On It (2009), 3.",
        "Bell, On It, 4.",
    ]
    live = read_essay(in_notes, "essay.docx").citations({})
    assert [(each.program, each.note) for each in live] == [
        ("zotero", 1),
        ("zotero", 2),
    ]
    assert texts(formatted(in_notes, "apa")) == texts(as_apa)


def test_notes_are_valid_parts_of_the_package() -> None:
    data = formatted(essay(run("So [@bell2009, p. 3], and [@roe2010].")), NOTES)
    with ZipFile(BytesIO(data)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
        types = package.read("[Content_Types].xml").decode()
        related = package.read("word/_rels/document.xml.rels").decode()
    ids = [each.get(f"{{{MAIN}}}id") for each in notes.iter(f"{{{MAIN}}}footnote")]
    marks = [
        each.get(f"{{{MAIN}}}id") for each in body.iter(f"{{{MAIN}}}footnoteReference")
    ]
    assert ids == ["-1", "0", "1", "2"]
    assert marks == ["1", "2"]
    assert types.count('PartName="/word/footnotes.xml"') == 1
    assert related.count("relationships/footnotes") == 1


def test_new_notes_join_those_that_are_there() -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = f"<w:p>{run('Old')}{mark}{run(' and [@bell2009].')}</w:p>"
    notes = f'<w:footnote w:id="7">{paragraph("Mine.")}</w:footnote>'
    data = formatted(word_file(body, {"footnotes": notes}), NOTES)
    with ZipFile(BytesIO(data)) as package:
        written = package.read("word/footnotes.xml").decode()
    assert paragraph("Mine.") in written
    assert texts(data)[:2] == ["Old and.", "Bibliography"]
    assert texts(data)[-2:] == ["Mine.", "Bell, On It (2009)."]


def test_a_citation_with_words_stays_in_its_note() -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    note = f"<w:p>{run('But ')}{zotero('Bell, On it, 3', '3')}{run(' is old.')}</w:p>"
    body = f"<w:p>{run('So.')}{mark}</w:p>"
    given = word_file(body, {"footnotes": f'<w:footnote w:id="7">{note}</w:footnote>'})
    assert "But (Bell, 2009, p. 3) is old." in texts(formatted(given, "apa"))


def test_headers_and_text_boxes_have_no_notes() -> None:
    box = f"<w:txbxContent>{paragraph('[@bell2009]')}</w:txbxContent>"
    body = f"<w:p>{run('So')}<w:r><w:pict>{box}</w:pict></w:r></w:p>"
    given = word_file(body, {"header": paragraph("[@roe2010]")})
    result = format_essay(
        read_essay(given, "essay.docx"), library(), Settings(csl=NOTES)
    )
    assert {"[@bell2009]", "[@roe2010]"} <= {*texts(result.data)}
    assert [each.rule for each in result.problems] == ["citation-kept"] * 2
    formatted(given, NOTES)


def test_ids_of_notes_are_in_the_order_of_their_marks() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('So [@bell2009].')}{mark}{run(' Or [@roe2010].')}</w:p>"
    lines = '<w:footnote w:type="separator" w:id="1"><w:p/></w:footnote>'
    stray = f'<w:footnote w:id="3">{paragraph("Stray.")}</w:footnote>'
    notes = f'{lines}<w:footnote w:id="2">{paragraph("Mine.")}</w:footnote>{stray}'
    data = formatted(word_file(body, {"footnotes": notes}), NOTES)
    with ZipFile(BytesIO(data)) as package:
        written = etree.fromstring(package.read("word/footnotes.xml"))
        text = etree.fromstring(package.read("word/document.xml"))
    marks = [
        each.get(f"{{{MAIN}}}id") for each in text.iter(f"{{{MAIN}}}footnoteReference")
    ]
    said = {
        each.get(f"{{{MAIN}}}id"): str(each.xpath("string()")).strip()
        for each in written
    }
    assert marks == ["2", "3", "4"]
    assert said == {
        "1": "",
        "2": "Bell, On It (2009).",
        "3": "Mine.",
        "4": "Roe, On That (2010).",
        "6": "Stray.",
    }
