"""The manuals that say what papers look like, one a file.

A module knows the looks, the first pages and the header of a kind of paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from loccit.csl import Style
from loccit.export.paper.first_pages import FirstPages
from loccit.export.paper.front_matter import TitleBlock
from loccit.export.paper.looks import Look
from loccit.export.paper.pandoc import Node
from loccit.export.paper.target import Header

#: What the ids of MLA's styles have in them.
_MLA = "modern-language-association"


class Manual(Protocol):
    """What the module of a manual offers."""

    def looks(self, kind: str) -> Sequence[Look]:
        """Return the looks of the paragraphs of a kind of paper."""

    def first_pages(self, pages: FirstPages, kind: str) -> list[Node]:
        """Write what precedes the text."""

    def unprinted(self, kind: str) -> Sequence[str]:
        """Return the attributes of a `TitleBlock` that such a paper does not print."""

    def header(self, block: TitleBlock, kind: str) -> Header:
        """Return the header of all pages."""


def manual_of(style: Style) -> Manual:
    """Return the manual that a citation style is of; APA's if that is not sure."""
    from loccit.export.paper.manuals import apa, mla

    return mla if _MLA in style.id or _MLA in style.parent else apa
