"""How the paragraphs of a paper look, from which the styles of every format are made.

The names are those of the styles that pandoc gives to paragraphs (manual, "Docx"), and
our own; the measures are those of the *Publication Manual* of APA (7th ed.), sections
2.16 to 2.27, and of the *MLA Handbook* (9th ed.), chapter 1.
"""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass

Align = Literal["left", "center", "right"]

#: In points: half an inch, the size of the type, and a double-spaced line of it.
INDENT, SIZE, LINE = 36.0, 12.0, 27.6
#: Type of the same width for code.
CODE_FONT = "Courier New"
FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a paragraph; lengths are in points.

    Attributes:
        name: of its style.
        left: the indent of all lines.
        first_line: the indent of the first line from there; negative if it hangs.
        before, after: space above and below.
        spacing: 1 for single-spaced lines, 2 for double.
        keep_next: on the page of the next paragraph.
        new_page: at the top of a page.
        level: that of the heading in an outline; 0 for other paragraphs.
    """

    name: str
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    left: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 2
    size: float = SIZE
    font: str = FONT
    keep_next: bool = False
    new_page: bool = False
    level: int = 0


_HEADINGS = (
    Look("Heading 1", "center", bold=True, keep_next=True, level=1),
    Look("Heading 2", bold=True, keep_next=True, level=2),
    Look("Heading 3", bold=True, italic=True, keep_next=True, level=3),
    Look("Heading 4", bold=True, first_line=INDENT, keep_next=True, level=4),
    Look(
        "Heading 5", bold=True, italic=True, first_line=INDENT, keep_next=True, level=5
    ),
    Look("Heading 6", italic=True, first_line=INDENT, keep_next=True, level=6),
)

_TITLE_PAGE = (
    Look("Title", "center", bold=True, before=3 * LINE, after=LINE),
    *(
        Look(name, "center")
        for name in ("Author", "Affiliation", "Course", "Instructor", "Date")
    ),
    Look("Author Note Label", "center", bold=True, before=6 * LINE, keep_next=True),
    Look("Author Note", first_line=INDENT),
    Look("Title in Text", "center", bold=True, keep_next=True, new_page=True),
    Look("Section Label", "center", bold=True, keep_next=True, new_page=True, level=1),
    Look("Abstract"),
    Look("Keywords", first_line=INDENT),
)

_TEXT = (
    Look("Body Text", first_line=INDENT),
    Look("First Paragraph", first_line=INDENT),
    Look("List Text"),
    Look("Block Text", left=INDENT),
    Look("Block Text Continued", left=INDENT, first_line=INDENT),
    Look("Bibliography", left=INDENT, first_line=-INDENT),
    Look("Section Break", "center"),
    Look("Definition Term", bold=True, keep_next=True),
    Look("Definition", left=INDENT),
    Look("Source Code", left=INDENT, spacing=1, size=10, font=CODE_FONT),
    Look("Footnote Text", spacing=1, size=10),
    Look("Header", spacing=1),
)

_TABLES_AND_FIGURES = (
    Look("Table Number", bold=True, before=SIZE, keep_next=True),
    Look("Table Title", italic=True, keep_next=True),
    Look("Compact", spacing=1, before=3, after=3),  # what is in tables
    Look("Figure Number", bold=True, before=SIZE, keep_next=True),
    Look("Figure Title", italic=True, keep_next=True),
    Look("Figure", spacing=1, after=SIZE),
    Look("Note", before=SIZE / 2, after=SIZE),
)

APA = (*_HEADINGS, *_TITLE_PAGE, *_TEXT, *_TABLES_AND_FIGURES)
