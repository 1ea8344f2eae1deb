"""Papers as the *MLA Handbook* (9th ed.) wants them, sections 1.1 to 1.7."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.export.paper.first_pages import FirstPages
from loccit.export.paper.front_matter import TitleBlock
from loccit.export.paper.looks import Look
from loccit.export.paper.manuals import apa
from loccit.export.paper.nodes import plain
from loccit.export.paper.pandoc import Node
from loccit.export.paper.target import Header
from loccit.values.names import surname
from loccit.values.people.one_name import read_name

_OWN = (
    Look("Title", "center", keep_next=True),
    *(Look(name) for name in ("Author", "Instructor", "Course", "Date")),
    Look("Section Label", "center", keep_next=True, new_page=True, level=1),
    Look("Heading 1", bold=True, keep_next=True, level=1),
    Look("Heading 2", italic=True, keep_next=True, level=2),
    Look("Table Number", keep_next=True),
    Look("Table Title", keep_next=True),
    Look("Figure Number", keep_next=True),
    Look("Figure Title", keep_next=True),
)


def looks(kind: str) -> Sequence[Look]:
    """Return the looks of a paper; those that MLA does not have are APA's."""
    own = {look.name: look for look in _OWN}
    return [own.get(look.name, look) for look in apa.LOOKS]


def first_pages(pages: FirstPages, kind: str) -> list[Node]:
    """Write the lines above the title, at the left of the first page, and the title."""
    return [*(pages.lines_at_left() if kind != "plain" else []), *pages.title()]


def unprinted(kind: str) -> Sequence[str]:
    """Return what is not printed."""
    return ("abstract", "author_note")


def header(block: TitleBlock, kind: str) -> Header:
    """Return the header: the surname precedes the page number (1.4)."""
    names = [surname(read_name(plain(author.name))) for author in block.authors]
    return Header(before_number=" and ".join(names) if len(names) < 3 else "")
