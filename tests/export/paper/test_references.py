"""The reference list of a paper."""

from __future__ import annotations

from tests.export.paper.test_docx import lines, paper


def test_a_list_with_groups() -> None:
    essay = "# A\n\n## References\n\n### Books\n\nDoe.\n\n### Films\n\nRoe.\n\n## Notes\n\nEnd.\n"
    assert lines(paper(essay))[1:] == [
        ("Section Label", "References"),
        ("Heading 2", "Books"),
        ("Bibliography", "Doe."),
        ("Heading 2", "Films"),
        ("Bibliography", "Roe."),
        ("Heading 1", "Notes"),
        ("First Paragraph", "End."),
    ]


def test_a_list_in_a_div_without_a_heading() -> None:
    essay = "Text [@doe].\n\n::: {#refs}\n:::\n"
    assert lines(paper(essay))[-1] == ("Bibliography", "Doe, J. (2001). Doors. Norton.")


def test_note_styles_make_footnotes() -> None:
    essay = "---\ncsl: chicago-notes-bibliography\n---\n\nText [@doe, p. 3].\n"
    document = paper(essay)
    assert "w:footnoteReference" in document.paragraphs[0]._p.xml
    assert [text for _, text in lines(document)] == [
        "Text.",
        "Bibliography",
        "Doe, Jane. Doors. Norton, 2001.",
    ]
