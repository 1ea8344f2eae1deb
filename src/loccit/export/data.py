"""Sources as the data of a format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit import csl
from loccit.bibliography import write_sources
from loccit.model import Source

#: The formats whose titles are in sentence case (CSL 1.0.2, "Title case conversion"),
#: with spans around what keeps its capitals; a style that wants headlines converts them.
_IN_SENTENCE_CASE = frozenset(["csl-json", "csl-yaml"])


def export_sources(
    sources: Iterable[Source], to: str, proper_nouns: Sequence[str] = ()
) -> str:
    """Write sources in a format.

    Args:
        sources: such as a library, or the answer of a search.
        to: `bib`, `csl-json`, `ris` and others, as `loccit export --to` takes them.
        proper_nouns: names that keep their capitals where titles become sentences.

    Raises:
        LoccitError: there is no such format, or it isn't written.

    >>> from loccit import read_library
    >>> library = read_library("@book{doe, title={Emma}, date={1815}}")
    >>> print(export_sources(library, "ris").splitlines()[0])
    TY  - BOOK
    """
    if to in _IN_SENTENCE_CASE:
        # One after the other, since there may be very many.
        sources = (csl.in_sentence_case(source, proper_nouns) for source in sources)
    return write_sources(sources, to)
