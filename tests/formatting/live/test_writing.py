"""Live citations in documents of Word: renewed, converted, and new ones."""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

import pytest

import loccit
from loccit.essays.live_citations import FieldCode, read
from tests.essays.formats.docx.word_file import field, paragraph, word_file

DOE = {
    "id": "doe2001",
    "type": "book",
    "title": "On it",
    "author": [{"family": "Doe", "given": "Jo"}],
    "issued": {"date-parts": [[2001]]},
}
NOBODY = loccit.open_library([], [])
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
FLD_DATA = re.compile(r"<w:fldData>([^<]*)</w:fldData>")
INSTRUCTION = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>")


def zotero(printed: str, **cite: object) -> str:
    """The code of a citation as Zotero writes it."""
    item = {"id": 7, "uris": ["http://zotero.org/users/1/items/DOE"], "itemData": DOE}
    code = {
        "citationID": "aB3",
        "properties": {
            "formattedCitation": printed,
            "plainCitation": printed,
            "noteIndex": 0,
        },
        "citationItems": [item | cite],
    }
    return html.escape(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(code)} ", False)


def essay(*runs: str) -> loccit.Essay:
    return loccit.read_essay(word_file(f"<w:p>{''.join(runs)}</w:p>"), "essay.docx")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


def formatted(
    given: loccit.Essay, style: str = "apa", fields: str | None = None
) -> loccit.Essay:
    library = loccit.open_library([], [DOE])
    settings = loccit.Settings(csl=style, fields=fields, suppress_bibliography=True)
    result = loccit.format_essay(given, library, settings)
    return loccit.read_essay(result.data, "essay.docx")


def document_xml(given: loccit.Essay) -> str:
    with ZipFile(BytesIO(given.data)) as package:
        return package.read("word/document.xml").decode()


def codes(given: loccit.Essay) -> list[str]:
    found = INSTRUCTION.findall(document_xml(given))
    return [html.unescape(code) for code in found]


def test_a_live_citation_gets_another_text_and_says_so() -> None:
    old = essay(run("So "), field(zotero("(Doe, 2001)"), "(Doe, 2001)"), run("."))
    new = formatted(old, "modern-language-association")
    assert new.text == "So (Doe)."
    [code] = codes(new)
    assert read(FieldCode(code)).printed == "(Doe)"
    assert '"uris": ["http://zotero.org/users/1/items/DOE"]' in code
    assert formatted(new, "modern-language-association").data == new.data


def test_a_text_that_is_right_stays() -> None:
    old = essay(field(zotero("(Doe, 2001)"), "(Doe, 2001)"))
    assert formatted(old).data == old.data


def test_what_somebody_edited_stays_and_is_reported() -> None:
    old = essay(field(zotero("(Doe, 2001)"), "(Doe, 2001, passim)"))
    settings = loccit.Settings(csl="ieee", suppress_bibliography=True)
    result = loccit.format_essay(old, NOBODY, settings)
    assert result.data == old.data
    [problem] = [each for each in result.problems if each.rule == "citation-kept"]
    assert "edited it by hand" in problem.message


def test_typed_keys_join_those_of_zotero() -> None:
    old = essay(
        field(zotero("(Doe, 2001)"), "(Doe, 2001)"),
        run(" and @doe2001 [p. 3] says."),
    )
    new = formatted(old)
    assert new.text == "(Doe, 2001) and Doe (2001, p. 3) says."
    _, code = codes(new)
    found = read(FieldCode(code))
    assert (found.program, found.printed) == ("zotero", "Doe (2001, p. 3)")
    assert found.cites[0].locator == "3"
    assert [each.program for each in new.citations({})] == ["zotero", "zotero"]
    assert formatted(new).data == new.data


@pytest.mark.parametrize(
    ("fields", "expected"),
    [("zotero", "ADDIN ZOTERO_ITEM CSL_CITATION {"), ("word", "CITATION doe2001")],
)
def test_typed_keys_become_live(fields: str, expected: str) -> None:
    new = formatted(essay(run("So [@doe2001, p. 3].")), fields=fields)
    assert new.text == "So (Doe, 2001, p. 3)."
    [code] = codes(new)
    assert code.strip().startswith(expected)
    [citation] = new.citations({})
    assert citation.program == fields


def test_word_gets_the_sources_that_its_citations_name() -> None:
    new = formatted(essay(run("So [@doe2001].")), fields="word")
    with ZipFile(BytesIO(new.data)) as package:
        sources = package.read("customXml/item1.xml").decode()
        assert "customXml/itemProps1.xml" in package.namelist()
    assert "<b:Tag>doe2001</b:Tag>" in sources
    [record] = new.document.records.values()
    assert record.format == "word_xml"
    assert formatted(new, fields="word").data == new.data


@pytest.mark.parametrize("fields", ["zotero", "word", "none"])
def test_a_live_citation_becomes_another(fields: str) -> None:
    old = essay(run("a"), field(r" CITATION doe2001 \p 3 \l 1033 ", "(x)"), run("b"))
    new = formatted(old, fields=fields)
    assert new.text == "a(Doe, 2001, p. 3)b"
    programs = [each.program for each in new.citations({})]
    assert programs == ([] if fields == "none" else [fields])
    assert formatted(new, fields=fields).text == new.text


def test_zotero_is_told_the_style() -> None:
    old = essay(field(zotero("(Doe, 2001)"), "(Doe, 2001)"))
    new = formatted(old, "ieee")
    assert new.front_matter
    assert new.front_matter.values["csl"] == "http://www.zotero.org/styles/ieee"
    with ZipFile(BytesIO(new.data)) as package:
        assert package.testzip() is None
        types = package.read("[Content_Types].xml").decode()
    assert "custom-properties+xml" in types
    # The style of the document is the one to go on with.
    settings = loccit.Settings(suppress_bibliography=True)
    assert loccit.format_essay(new, NOBODY, settings).data == new.data


def test_a_style_that_is_not_installed_is_reported() -> None:
    old = essay(field(zotero("(Doe, 2001)"), "(Doe, 2001)"))
    ieee = formatted(old, "ieee")
    unknown = ieee.data
    changed = loccit.read_essay(unknown, "essay.docx")
    properties = "docProps/custom.xml"
    package = changed.document.package  # type: ignore[attr-defined]
    text = package.xml(properties).text.replace("styles/ieee", "styles/no-such")
    data = package.with_texts({properties: text}).archive.data
    result = loccit.format_essay(loccit.read_essay(data, "essay.docx"), NOBODY)
    [problem] = [each for each in result.problems if each.rule == "unknown-style"]
    assert "`no-such`" in problem.message


def test_a_source_without_data_is_reported() -> None:
    old = essay(field(" ADDIN RW.CITE{{doc:5c93 Doe 2001}} ", "(Doe, 2001)"))
    result = loccit.format_essay(old, NOBODY)
    assert result.data == old.data
    rules = [problem.rule for problem in result.problems]
    assert rules == ["live-citation-without-data"]


def test_paragraphs_are_counted_in_messages() -> None:
    body = paragraph("One.") + paragraph("Two [@nobody].")
    given = loccit.read_essay(word_file(body), "essay.docx")
    [problem] = loccit.format_essay(given, NOBODY).problems
    assert str(problem).startswith("essay.docx: paragraph 2: error: No source has")


def test_what_endnote_keeps_in_data_is_renewed() -> None:
    xml = (
        "<EndNote><Cite><Author>Doe</Author><Year>2001</Year>"
        "<DisplayText>[1]</DisplayText></Cite></EndNote>"
    )
    data = b64encode(xml.encode()).decode()
    begin = f'<w:fldChar w:fldCharType="begin"><w:fldData>{data[:76]}\r\n{data[76:]}</w:fldData></w:fldChar>'
    nested = f"<w:r>{begin}</w:r>{instruction(' ADDIN EN.CITE.DATA ')}{END}"
    given = essay(
        f"<w:r>{begin}</w:r>{instruction(' ADDIN EN.CITE ')}{nested}",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        f"{run('[1]')}{END}",
    )
    result = formatted(given)
    [citation] = result.citations({})
    assert citation.source == "(Doe, 2001)"
    assert result.document.obstacle(citation) is None
    both = FLD_DATA.findall(document_xml(result))
    assert len(both) == 2
    for each in both:
        assert read(FieldCode(" ADDIN EN.CITE ", (each,))).printed == "(Doe, 2001)"


# Lists


def listed(
    given: loccit.Essay, style: str = "apa", fields: str | None = None
) -> loccit.Essay:
    settings = loccit.Settings(csl=style, fields=fields)
    library = loccit.open_library([], [DOE])
    result = loccit.format_essay(given, library, settings)
    return loccit.read_essay(result.data, "essay.docx")


@pytest.mark.parametrize(
    ("fields", "code"), [("zotero", "ADDIN ZOTERO_BIBL {"), ("word", "BIBLIOGRAPHY")]
)
def test_a_new_list_is_one_that_the_program_keeps(fields: str, code: str) -> None:
    given = loccit.read_essay(
        word_file(paragraph("So [@doe2001].") + paragraph("References")), "essay.docx"
    )
    new = listed(given, fields=fields)
    assert new.text.endswith("References\n\nDoe, J. (2001). On it.")
    assert codes(new)[-1].strip().startswith(code)
    references = new.reference_list({"references"})
    assert references.kind == "div"
    assert listed(new, fields=fields).data == new.data


def test_a_list_with_other_entries_stays_text() -> None:
    body = paragraph("So [@doe2001].") + paragraph("References")
    body += paragraph("Private notes of 1999, in my drawer.")
    given = loccit.read_essay(word_file(body), "essay.docx")
    new = listed(given, fields="zotero")
    assert "in my drawer" in new.text
    assert not any("ZOTERO_BIBL" in code for code in codes(new))


@pytest.mark.parametrize("fields", ["zotero", "word", "none"])
def test_a_list_becomes_one_of_another_program(fields: str) -> None:
    given = loccit.read_essay(
        word_file(paragraph("So [@doe2001].") + paragraph("References")), "essay.docx"
    )
    before = listed(given, fields="zotero")
    new = listed(before, "ieee", fields)
    assert "J. Doe, On it. 2001." in new.text
    assert "Doe, J. (2001)" not in new.text
    found = [code.split()[-1 if fields == "word" else 1] for code in codes(new)[-1:]]
    assert (
        found
        == {"zotero": ["ZOTERO_BIBL"], "word": ["BIBLIOGRAPHY"], "none": []}[fields]
    )
    assert listed(new, "ieee", fields).text == new.text
