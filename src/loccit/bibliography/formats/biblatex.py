"""Write BibLaTeX; `bibtex` reads .bib files of all kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit.bibliography.formats import bibtex
from loccit.model import Source

NAME = "biblatex"
EXTENSIONS = ()


# Formats are imported to recognize a file: what writes is imported when it is needed.
def write(sources: Iterable[Source]) -> str:
    """Write entries in BibLaTeX.

    An entry from a .bib file that has nothing of BibTeX alone stays as it is.
    """
    from loccit.bibliography.formats.bibtex.write_biblatex import biblatex_entry

    return "\n".join(biblatex_entry(source) + "\n" for source in sources)


def lost(source: Source) -> Iterator[str]:
    from loccit.bibliography.formats.bibtex.write_entry import lost_in_dialect

    return lost_in_dialect(source, write, bibtex.read)
