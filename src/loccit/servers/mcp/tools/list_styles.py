"""List citation styles."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from loccit import csl
from loccit.drafting.essay.find_styles import find_styles
from loccit.servers.mcp.answers import READS, Answer
from loccit.servers.mcp.open_folder import OpenFolder

TITLE = "List citation styles"
ANNOTATIONS = READS

_MOST = 50

Words = Annotated[
    str,
    Field(
        description="Words of its name, such as `chicago author-date`.", max_length=200
    ),
]


class Style(BaseModel):
    """A citation style."""

    id: str = Field(description="By which other tools take it.")
    title: str
    citations: str = Field(description="How it cites: author-date, note, numeric ...")


class Styles(Answer):
    """The styles that were found, the likeliest first."""

    styles: list[Style]
    total: int


def answer(folder: OpenFolder, words: Words) -> Styles:
    """List the citation styles whose id or title has all the words."""
    found = find_styles(words)
    return Styles(styles=[*map(_style, found[:_MOST])], total=len(found))


def _style(info: csl.StyleInfo) -> Style:
    return Style(id=info.id, title=info.title, citations=info.citation_format)
