"""Where, and how often, the essays of a folder cite a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from loccit import csl, essays
from loccit.errors import LoccitError
from loccit.essays.rename import nocited
from loccit.model import Citation, Cite, Place


class Usage(NamedTuple):
    """How often the essays of a folder, so many of them, cite each key; `listed` are
    those of their `nocite`.
    """

    essays: int
    times: Counter[str]
    listed: frozenset[str]

    def uses(self, key: str) -> bool:
        """Whether some essay has that source in its list; `@*` lists them all."""
        return key in self.times or key in self.listed or "*" in self.listed


def where_cited(key: str, folder: Path) -> Iterator[tuple[Place, Citation]]:
    """Every citation of `key`, `nocite` too, in the essays of a folder and the folders
    in it, with its place.

    Raises:
        UnreadableFile: a file or folder may not be read.
    """
    words = csl.locator_terms("en-US")
    for essay in essays.essays_in(folder):
        with suppress(LoccitError):  # front matter that can't be read lists nothing
            for span, _ in nocited(essay, [key]):
                yield (
                    essay.place(span.start),
                    Citation((Cite(key),), span=span, source=span.of(essay.text)),
                )
        for citation in essay.citations(words):
            if any(cite.key == key for cite in citation.cites):
                yield essay.place(citation.span.start), citation


def usage(folder: Path) -> Usage:
    """What the essays of a folder and the folders in it cite.

    Raises:
        UnreadableFile: a file or folder may not be read.
    """
    words = csl.locator_terms("en-US")
    count, times, listed = 0, Counter[str](), set[str]()
    for essay in essays.essays_in(folder):
        count += 1
        times.update(
            cite.key for citation in essay.citations(words) for cite in citation.cites
        )
        if front_matter := essay.front_matter:
            listed.update(essays.nocite_keys(front_matter.values.get("nocite")))
    return Usage(count, times, frozenset(listed))
