"""Whatever runs Word splits a text into, it reads the same, and all else stays."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit import format_essay, read_essay
from loccit.errors import LoccitError
from tests.essays.formats.docx.test_edit import body, library
from tests.essays.formats.docx.test_notes import NOTES, formatted, texts
from tests.essays.formats.docx.word_file import paragraph, word_file

_TEXTS = [
    "So [see @bell2009, p. 3; @roe2010, chap. 2] & “so”.",
    "As @bell2009 [p. 4] <says>, @roe2010 agrees [-@bell2009].",
    "Nothing to cite: a@b.org, {x}.",
]
#: What may be between two runs and is no text.
_HARMLESS = [
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="9" w:name="_Ref9"/><w:bookmarkEnd w:id="9"/>',
    '<w:commentRangeStart w:id="3"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    "<w:r><w:rPr><w:lang w:val='de-DE'/></w:rPr></w:r>",
    "<w:del w:id='4'><w:r><w:delText>gone [@bell2009]</w:delText></w:r></w:del>",
    "<!-- a comment -->",
    "<w:r><w:softHyphen/></w:r>",
]
#: What may be around a run.
_AROUND = [
    ("", ""),
    ("<w:smartTag>", "</w:smartTag>"),
    ("<w:hyperlink>", "</w:hyperlink>"),
    ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:dir w:val='ltr'><w:bdo>", "</w:bdo></w:dir>"),
]
_TAG = re.compile(r"<[^>]*>")
#: White space that Word leaves out (17.3.3.31).
_LOST_SPACE = re.compile(r"<w:t>(\s|[^<]*\s</w:t>)")
#: Tags that are written anew around text with marks.
_OWN = re.compile(r"</?w:(r|t|i|rPr|p|pPr|ind|footnoteReference|vertAlign)\b(?!Id)")


@st.composite
def divided(draw: st.DrawFn, text: str) -> str:
    """A paragraph with a text, divided anywhere."""
    cuts = draw(st.sets(st.integers(1, len(text) - 1), max_size=12))
    bounds = [0, *sorted(cuts), len(text)]
    runs = []
    for start, end in pairwise(bounds):
        before, after = draw(st.sampled_from(_AROUND))
        piece = text[start:end]
        space = "" if piece == piece.strip() else ' xml:space="preserve"'
        run = f"<w:r><w:t{space}>{escape(piece)}</w:t></w:r>"
        runs.append(before + run + after + draw(st.sampled_from(["", *_HARMLESS])))
    return f"<w:p>{''.join(runs)}</w:p>"


@st.composite
def essays(draw: st.DrawFn) -> str:
    """The body of a document with all texts."""
    return "".join(draw(divided(text)) for text in _TEXTS) + paragraph("References")


@given(essays(), st.sampled_from(["apa", NOTES]))
@settings(max_examples=80, deadline=None)
def test_divided_texts_read_and_change_the_same(divided_body: str, style: str) -> None:
    whole = "".join(paragraph(escape(text)) for text in _TEXTS)
    expected = formatted(word_file(whole + paragraph("References")), style)
    result = formatted(word_file(divided_body), style)
    assert texts(result) == texts(expected)
    assert _other_tags(body(result)) == _other_tags(divided_body)
    assert not _LOST_SPACE.search(body(result))


def _other_tags(xml: str) -> list[str]:
    """The tags that no text is written with."""
    return [tag for tag in _TAG.findall(xml) if not _OWN.match(tag)]


_PACKAGE = word_file(
    "".join(paragraph(escape(text)) for text in _TEXTS), {"footnotes": "", "styles": ""}
)


@given(st.integers(0, len(_PACKAGE)), st.integers(0, 40), st.binary(max_size=4))
@settings(max_examples=150, deadline=None)
def test_damaged_files_are_read_or_refused(start: int, cut: int, put: bytes) -> None:
    damaged = _PACKAGE[:start] + put + _PACKAGE[start + cut :]
    try:
        essay = read_essay(damaged, "a.docx")
    except LoccitError:
        return
    format_essay(essay, library())


@pytest.mark.parametrize(
    "wrapper", ["w:smartTag", "w:sdt", "w:tbl", "w:ins", "m:oMath"]
)
def test_deep_nesting_is_read_or_refused(wrapper: str) -> None:
    for depth in (100, 150, 5_000):
        inside = f"<w:p>{f'<{wrapper}>' * depth}x{f'</{wrapper}>' * depth}</w:p>"
        try:
            texts(word_file(inside))
        except LoccitError as error:
            assert "deep" in error.message
