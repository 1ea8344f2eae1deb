"""What holds of every document of Word, however its text is cut into runs."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loccit import Essay, format_essay, read_essay
from loccit.errors import LoccitError
from tests.essays.formats.docx.test_edit import body, library
from tests.essays.formats.docx.word_file import field, paragraph, word_file

TYPED = "So [see @bell2009, p. 3; @roe2010] & @bell2009 says."
FORMATTED = "So (see Bell, 2009, p. 3; Roe, 2010) & Bell (2009) says."
LIST = paragraph("References", '<w:pStyle w:val="Heading1"/>')
#: What Word puts between runs, and what it puts around them; none of it is text.
BETWEEN = [
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    '<w:commentRangeStart w:id="2"/>',
    '<w:permStart w:id="3" w:edGrp="everyone"/>',
    "<!-- a comment -->",
]
AROUND = [
    "{}",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:smartTag w:uri="u" w:element="place">{}</w:smartTag>',
    "<w:sdt><w:sdtPr><w:id w:val='4'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:customXml w:element="e">{}</w:customXml>',
]
LOOKS = ["", "<w:rPr><w:i/></w:rPr>", '<w:rPr><w:lang w:val="en-GB"/></w:rPr>']


@st.composite
def pieces_of(draw: st.DrawFn, text: str) -> list[str]:
    """A text, cut anywhere."""
    places = st.lists(st.integers(1, len(text) - 1), max_size=8, unique=True)
    cuts = [0, *sorted(draw(places)), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


@st.composite
def runs_of(draw: st.DrawFn, pieces: Sequence[str], element: str = "w:t") -> str:
    """Runs of pieces of text, with harmless elements between and around them."""
    runs = []
    for piece in pieces:
        look = draw(st.sampled_from(LOOKS))
        text = f'<{element} xml:space="preserve">{escape(piece)}</{element}>'
        runs.append(
            draw(st.sampled_from(AROUND)).format(f"<w:r>{look}{text}</w:r>")
            + draw(st.sampled_from(BETWEEN))
        )
    return "".join(runs)


def opened(runs: str) -> Essay:
    return read_essay(word_file(f"<w:p>{runs}</w:p>{LIST}"), "essay.docx")


def skeleton(runs: str) -> str:
    """XML without what is in its `w:t`."""
    return re.sub(r"(<w:t(?: [^>]*)?>)[^<]*", r"\1", runs)


@given(pieces_of(TYPED).flatmap(runs_of))
def test_runs_are_no_matter_to_what_is_typed(runs: str) -> None:
    formatted = format_essay(opened(runs), library())
    changed = body(formatted.data).split(LIST)[0]
    assert skeleton(changed) == skeleton(f"<w:p>{runs}</w:p>")
    again = read_essay(formatted.data, "essay.docx")
    assert again.document.paragraphs[0].text == FORMATTED
    assert format_essay(again, library()).data == formatted.data


@given(st.data(), st.sampled_from(["ADDIN ", " ADDIN  "]))
def test_runs_are_no_matter_to_the_code_of_a_field(
    data: st.DataObject, begin: str
) -> None:
    item = {"id": 1, "itemData": {"type": "book", "title": "A & “b”"}, "locator": "3"}
    code = f"{begin}ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': [item]})} "
    pieces = data.draw(pieces_of(code))
    instructions = data.draw(runs_of(pieces, "w:instrText"))
    result = data.draw(runs_of(data.draw(pieces_of("(A & b, p. 3)"))))
    begins, _, rest = field("CODE", "RESULT").partition(_run("w:instrText", "CODE"))
    separate, _, ends = rest.partition(_run("w:t", "RESULT"))
    essay = opened(f"{begins}{instructions}{separate}{result}{ends}")
    [citation] = essay.citations({})
    [cite] = citation.cites
    assert citation.program == "zotero"
    assert cite.locator is not None
    assert cite.locator.value == "3"
    assert json.loads(essay.document.records[cite.key].text)["title"] == "A & “b”"
    assert essay.document.paragraphs[0].text == "(A & b, p. 3)"


def _run(element: str, text: str) -> str:
    return f'<w:r><{element} xml:space="preserve">{text}</{element}></w:r>'


@given(st.integers(0, 3000), st.integers(1, 400), st.binary(max_size=4))
@example(0, 3000, b"")
def test_what_is_cut_out_of_a_file_is_refused_in_words(
    start: int, length: int, instead: bytes
) -> None:
    data = word_file(paragraph(TYPED.replace("&", "&amp;")) + LIST)
    damaged = data[:start] + instead + data[start + length :]
    try:
        essay = read_essay(damaged, "essay.docx")
        format_essay(essay, library())
    except LoccitError as error:
        assert str(error)


@given(st.data())
def test_what_is_cut_out_of_the_xml_is_refused_in_words(data: st.DataObject) -> None:
    code = ' ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[]} '
    xml = f"<w:p>{field(escape(code), '(A)')}</w:p>{paragraph('[@bell2009]')}{LIST}"
    start = data.draw(st.integers(0, len(xml)))
    end = data.draw(st.integers(start, len(xml)))
    try:
        essay = read_essay(word_file(xml[:start] + xml[end:]), "essay.docx")
        format_essay(essay, library())
    except LoccitError as error:
        assert str(error)


@pytest.mark.parametrize("kind", ["w:ins", "w:moveTo"])
def test_a_key_that_is_inserted_as_a_whole_is_formatted(kind: str) -> None:
    runs = f'<{kind} w:id="1" w:author="A">{_run("w:t", "[@bell2009]")}</{kind}>'
    formatted = format_essay(opened(runs), library())
    assert f">(Bell, 2009)</w:t></w:r></{kind}>" in body(formatted.data)
