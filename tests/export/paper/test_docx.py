"""Papers as DOCX files, read by another program."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document

from tests.export.paper.essays import ESSAY, make


def paper(text: str, kind: str | None = None) -> Document:
    return docx.Document(BytesIO(make(text, kind).data))


def lines(document: Document) -> list[tuple[str, str]]:
    """The style and the text of each paragraph; pandoc puts a no-break space after an
    abbreviation.
    """
    return [
        (
            paragraph.style.name if paragraph.style else "",
            paragraph.text.replace("\xa0", " ").strip(),
        )
        for paragraph in document.paragraphs
    ]


def test_a_student_paper() -> None:
    assert lines(paper(ESSAY)) == [
        ("Title", "On Doors: An Essay"),
        ("Author", "Ana Ruiz1 and Ben Li2"),
        ("Affiliation", "1 Department of Doors"),
        ("Affiliation", "2 School of Windows"),
        ("Course", "SOC 101: Doors"),
        ("Instructor", "Dr. Roe"),
        ("Date", "May 2, 2026"),
        ("Section Label", "Abstract"),
        ("Abstract", "Doors are discussed."),
        ("Keywords", "Keywords: doors, walls"),
        ("Title in Text", "On Doors: An Essay"),
        ("Body Text", "Doors open (Doe, 2001, p. 3)."),
        ("Heading 1", "A Heading"),
        ("Block Text", "Doors close."),
        ("Section Label", "References"),
        ("Bibliography", "Doe, J. (2001). Doors. Norton."),
    ]


def test_a_manuscript_has_a_running_head() -> None:
    document = paper(
        ESSAY.replace("lang:", "running-head: Doors\nlang:"), "professional"
    )
    header = document.sections[0].header
    assert [each.text for each in header.paragraphs] == ["DOORS\t"]


def test_a_plain_paper_has_no_title_page() -> None:
    document = paper("---\ntitle: Doors\n---\n\nText.\n")
    assert lines(document) == [("Title", "Doors"), ("Body Text", "Text.")]


def test_properties() -> None:
    properties = paper(ESSAY).core_properties
    assert properties.title == "On Doors: An Essay"
    assert properties.author == "Ana Ruiz; Ben Li"
    assert properties.language == "en-GB"


def test_the_list_has_hanging_indents() -> None:
    style = paper(ESSAY).styles["Bibliography"]
    indent = style.paragraph_format.first_line_indent
    assert indent.inches == pytest.approx(-0.5)


def test_a_first_heading_is_the_title() -> None:
    document = paper("# Doors\n\n## One\n\nText.\n")
    assert lines(document)[:2] == [("Title", "Doors"), ("Heading 1", "One")]


def test_a_heading_of_level_four_is_in_the_line_of_its_paragraph() -> None:
    heading, text = paper("#### How\n\nWe asked.\n").paragraphs
    assert heading.text == "How. "
    assert "specVanish" in heading._p.xml
    assert "specVanish" not in text._p.xml


def test_tables_and_figures_have_numbers() -> None:
    essay = """\
See @tbl-one and @fig-none.

| a | b |
|---|---|
| 1 | 2 |

: Counts {#tbl-one}

*Note.* By hand.
"""
    assert lines(paper(essay)) == [
        ("First Paragraph", "See Table 1 and @fig-none."),
        ("Table Number", "Table 1"),
        ("Table Title", "Counts"),
        ("Note", "Note. By hand."),
    ]


def test_a_typed_number_is_taken() -> None:
    essay = "| a |\n|---|\n| 1 |\n\n: Table 7. Counts\n"
    assert [text for _, text in lines(paper(essay))] == ["Table 7", "Counts"]


def test_lists_and_quotations() -> None:
    essay = "> One.\n>\n> Two.\n\n- a\n- b\n\n    c\n\n1. d\n"
    assert lines(paper(essay)) == [
        ("Block Text", "One."),
        ("Block Text Continued", "Two."),
        ("List Text", "a"),
        ("List Text", "b"),
        ("List Text", "c"),
        ("List Text", "d"),
    ]


def test_quotation_marks_are_those_of_the_language() -> None:
    essay = '---\nlang: de-DE\n---\n\nEine "Tür" ist "\'offen\' genannt".\n'
    assert lines(paper(essay))[0][1] == "Eine „Tür“ ist „‚offen‘ genannt“."


@pytest.mark.parametrize(
    ("lang", "printed"),
    [
        ("en-US", "May 2, 2026"),
        ("de-DE", "2. Mai 2026"),
        ("es-ES", "2 de mayo de 2026"),
    ],
)
def test_a_date_is_written_in_words(lang: str, printed: str) -> None:
    essay = f"---\ntitle: A\nlang: {lang}\nauthor: Ana\ndate: 2026-05-02\n---\n"
    assert ("Date", printed) in lines(paper(essay))


def test_british_writers_choose_their_quotation_marks() -> None:
    essay = "---\ntitle: A\nlang: en-GB\n---\n\n\"One\" and 'two'.\n"
    assert lines(paper(essay))[-1][1] == "“One” and ‘two’."
