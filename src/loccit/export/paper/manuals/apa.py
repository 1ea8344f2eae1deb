"""Papers as the *Publication Manual* of APA (7th ed.) wants them, sections 2.2 to 2.27."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit.export.paper.first_pages import FirstPages
from loccit.export.paper.front_matter import TitleBlock
from loccit.export.paper.looks import CODE_FONT, INDENT, LINE, SIZE, Look
from loccit.export.paper.nodes import plain
from loccit.export.paper.pandoc import Node
from loccit.export.paper.target import Header

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

LOOKS = (*_HEADINGS, *_TITLE_PAGE, *_TEXT, *_TABLES_AND_FIGURES)


def looks(kind: str) -> Sequence[Look]:
    """Return the looks of a kind of paper; a title above the text has no space around."""
    if kind != "plain":
        return LOOKS
    return [
        replace(look, before=0.0, after=0.0) if look.name == "Title" else look
        for look in LOOKS
    ]


def first_pages(pages: FirstPages, kind: str) -> list[Node]:
    """Write what precedes the text; a title page needs a title."""
    if not pages.title():
        return pages.plain()
    if kind == "student":
        return pages.student()
    if kind == "professional":
        return pages.professional()
    return pages.plain()


def unprinted(kind: str) -> Sequence[str]:
    """Return what is not printed: only manuscripts have an author note (2.7)."""
    return () if kind == "professional" else ("author_note",)


def header(block: TitleBlock, kind: str) -> Header:
    """Return the header: a manuscript has its title there, in capitals (2.8)."""
    if kind != "professional":
        return Header()
    return Header(left=(block.running_head or plain(block.title)).upper())
