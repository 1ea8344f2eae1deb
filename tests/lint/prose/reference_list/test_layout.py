"""The rules on the layout of the list, in documents of Word and LibreOffice."""

from __future__ import annotations

import pytest

from loccit.bibliography import open_library
from loccit.editing.check import check_essay
from loccit.essays import read_essay
from loccit.lint.prose import prose_rules
from tests.essays.formats.docx.word_file import word_file
from tests.essays.formats.odt.made import odt

TEXT = "<w:p><w:r><w:t>So it is (Bell, 2009).</w:t></w:r></w:p>"
HANGING = '<w:ind w:left="720" w:hanging="720"/>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'
BEFORE = "<w:pageBreakBefore/>"
SECTION = "<w:sectPr/>"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Bibliography"/>'
    f"<w:pPr>{HANGING}</w:pPr></w:style>"
)


def paragraph(text: str, properties: str = "", before: str = "") -> str:
    shown = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{before}{shown}</w:p>"


def heading(properties: str = "", before: str = "") -> str:
    return paragraph("References", properties, before)


def entries(properties: str) -> str:
    return paragraph("Bell, R. (2009). Streets of trust. Harbor Press.", properties) + (
        paragraph("Roe, J. (2001). Towns that talk. Harbor Press.", properties)
    )


def found(data: bytes, code: str, form: str = "docx") -> list[str]:
    rules = [rule for rule in prose_rules() if rule.code == code]
    checked = check_essay(read_essay(data, "-", form), open_library([]), rules=rules)
    problems = [finding.problem for finding in checked.findings]
    return [each.message for each in problems if each.rule == code]


@pytest.mark.parametrize(
    "body",
    [
        TEXT + heading(BEFORE),
        TEXT + heading("", BREAK),
        TEXT + paragraph("", "", BREAK) + heading(),
        TEXT + paragraph("", "", BREAK) + paragraph("") + heading(),
        TEXT + paragraph("", SECTION) + heading(),
        heading(),
    ],
    ids=["property", "inside", "before", "blank", "section", "only a list"],
)
def test_a_list_on_a_page_of_its_own(body: str) -> None:
    assert found(word_file(body + entries(HANGING)), "B02") == []


@pytest.mark.parametrize(
    "body",
    [
        TEXT + heading(),
        paragraph("One.", "", BREAK) + TEXT + heading(),
        TEXT
        + paragraph("", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
        + heading(),
    ],
    ids=["no break", "another break", "section on the page"],
)
def test_a_list_on_the_page_of_the_text(body: str) -> None:
    data = word_file(body + entries(HANGING))
    assert found(data, "B02") == ["The list does not begin on a new page."]


def test_hanging_indents() -> None:
    for properties in (HANGING, '<w:pStyle w:val="B"/>'):
        body = TEXT + heading() + entries(properties)
        assert found(word_file(body, {"styles": STYLES}), "B03") == []
    for properties in ("", '<w:ind w:left="720"/>', '<w:ind w:firstLine="720"/>'):
        body = TEXT + heading() + entries(properties)
        assert len(found(word_file(body), "B03")) == 1


def test_libreoffice() -> None:
    style = (
        '<style:style style:name="{}" style:family="paragraph">'
        "<style:paragraph-properties {}/></style:style>"
    )
    own = style.format("H", 'fo:break-before="page"') + style.format(
        "E", 'fo:text-indent="-1.27cm"'
    )
    text = (
        "<text:p>So it is (Bell, 2009).</text:p>"
        '<text:h text:style-name="{}">References</text:h>'
        '<text:p text:style-name="{}">Bell, R. (2009). Streets of trust. Press.</text:p>'
        '<text:p text:style-name="{}">Roe, J. (2001). Towns that talk. Press.</text:p>'
    )
    right = odt(text.format("H", "E", "E"), own)
    wrong = odt(text.format("", "", ""), own)
    for code in ("B02", "B03"):
        assert found(right, code, "odt") == []
        assert len(found(wrong, code, "odt")) == 1
