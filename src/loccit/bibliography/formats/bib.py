"""Write entries as they are in their .bib file; new ones in BibTeX."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.bibliography.formats import bibtex
from loccit.model import Source

NAME = "bib"
EXTENSIONS = (".bib", ".bibtex")


# Formats are imported to recognize a file: what writes is imported when it is needed.
def write(sources: Iterable[Source]) -> str:
    return "\n".join((source.original or _new(source)) + "\n" for source in sources)


def lost(source: Source) -> Iterable[str]:
    """Name what differs when a new entry is read again."""
    from loccit.bibliography import round_trip
    from loccit.bibliography.formats.bibtex.entry_source import in_headline_case

    if source.original:
        return ()
    return round_trip.lost(in_headline_case(source), write, bibtex.read)


def _new(source: Source) -> str:
    from loccit.bibliography.formats.bibtex.write_entry import entry_text, new_entry

    kind, fields = new_entry(source)
    return entry_text(kind, source.key, fields)
