"""Entries as they stand in their .bib file, in whatever mixture of BibTeX and BibLaTeX;
new ones are BibTeX.
"""

from __future__ import annotations

from collections.abc import Iterable

from loccit.bibliography import round_trip
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.entry_source import in_headline_case
from loccit.bibliography.formats.bibtex.write import entry_text, new_entry
from loccit.model import Source

NAME = "bib"
EXTENSIONS = (".bib", ".bibtex")


def write(sources: Iterable[Source]) -> str:
    return "\n".join((source.original or _new(source)) + "\n" for source in sources)


def lost(source: Source) -> Iterable[str]:
    """What is not the same when a new entry is read again."""
    return (
        ()
        if source.original
        else round_trip.lost(in_headline_case(source), write, bibtex.read)
    )


def _new(source: Source) -> str:
    kind, fields = new_entry(source)
    return entry_text(kind, source.key, fields)
