"""Search the library for sources by words."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from loccit.servers.mcp.answers import READS, Answer, quoted
from loccit.servers.mcp.open_folder import OpenFolder

TITLE = "Search the library"
ANNOTATIONS = READS

Words = Annotated[
    str,
    Field(
        description="Words of titles, authors and years, or the beginning of a key.",
        max_length=500,
    ),
]
Most = Annotated[int, Field(description="How many to return.", ge=1, le=50)]


class FoundSource(BaseModel):
    """A source of the library."""

    key: str = Field(description="By which it is cited.")
    author: str
    year: str
    title: str
    type: str = Field(description="In the terms of CSL.")


class FoundSources(Answer):
    """The sources that were found, the best first."""

    sources: list[FoundSource]
    total: int = Field(description="How many there are, if more than are returned.")


def answer(folder: OpenFolder, words: Words = "", most: Most = 10) -> FoundSources:
    """Find the sources of the user's library that can be cited, by words of their titles,
    authors and years.  Cite only keys that this returns: a source that is not in the
    library can't be cited.
    """
    found = folder.library().find(words, most)
    sources = [
        FoundSource(
            key=each.key,
            author=quoted(each.author),
            year=each.year,
            title=quoted(each.title),
            type=each.type,
        )
        for each in found.summaries
    ]
    return FoundSources(sources=sources, total=found.total)
