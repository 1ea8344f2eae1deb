"""Where the essays of a folder cite a source."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from loccit import csl, essays
from loccit.errors import LoccitError
from loccit.essays.formats import by_extension
from loccit.model import Citation, Cite, Place


def where_cited(key: str, folder: Path) -> Iterator[tuple[Place, Citation]]:
    """Every citation of `key`, `nocite` too, in the essays of a folder and the folders in it, with its place.

    A file that is no essay, or can't be read, cites nothing.
    """
    words = csl.locator_terms("en-US")
    for path in sorted(path for path in folder.rglob("*") if by_extension(path.suffix)):
        try:
            essay = essays.open_essay(path)
        except LoccitError:
            continue
        with suppress(LoccitError):  # front matter that can't be read lists nothing
            for span in essays.nocited(essay, key):
                yield essay.place(span.start), Citation((Cite(key),), span=span, source=span.of(essay.text))
        for citation in essay.citations(words):
            if any(cite.key == key for cite in citation.cites):
                yield essay.place(citation.span.start), citation
