"""The format of .bib files, in BibTeX, BibLaTeX or a mixture of both.

One reader reads all of them, because people mix the dialects. This module is only the
format's face: it is imported for every file whose format is yet unknown, so it imports
the reader and the writer when they are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.bibliography.editable import Editable
from loccit.bibliography.source_file import KeptIndex
from loccit.model import Source

if TYPE_CHECKING:
    from loccit.bibliography.formats.bibtex.bib_file import BibtexFile

NAME = "bibtex"
EXTENSIONS = (".bib", ".bibtex")

#: The beginning of an entry or another block, even of a broken one.
_BLOCK = regex(r"^[ \t]*@[ \t]*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)


def recognizes(text: str) -> bool:
    return _BLOCK.search(text) is not None


def read(text: str, path: str) -> BibtexFile:
    from loccit.bibliography.formats.bibtex.bib_file import BibtexFile
    from loccit.bibliography.formats.bibtex.entry_text import ScannedEntries

    return BibtexFile(ScannedEntries(text), path)


def open_index(index: KeptIndex) -> BibtexFile:
    from loccit.bibliography.formats.bibtex.bib_file import BibtexFile
    from loccit.bibliography.formats.bibtex.indexed_entries import IndexedEntries

    return BibtexFile(IndexedEntries(index), index.path)


def open_text(text: str, path: str) -> Editable:
    """Open a file's text, to change it in place."""
    from loccit.bibliography.formats.bibtex.edit import EditableBibtex

    return EditableBibtex(text, path)


def write(sources: Iterable[Source]) -> str:
    """Write entries for BibTeX's styles, without what only BibLaTeX knows."""
    from loccit.bibliography.formats.bibtex.dialects import to_bibtex
    from loccit.bibliography.formats.bibtex.write_entry import in_dialect

    return "\n".join(in_dialect(source, to_bibtex) + "\n" for source in sources)


def lost(source: Source) -> Iterator[str]:
    from loccit.bibliography.formats.bibtex.write_entry import lost_in_dialect

    return lost_in_dialect(source, write, read)
