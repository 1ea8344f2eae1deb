"""What identifies the article in a PDF: the DOI or arXiv number on its first pages."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.lint.quoted.readers import pdf
from loccit.model import Place
from loccit.values.identifiers import read_doi

#: An article has its own DOI on its first page; later ones are those of its references.
_FIRST_PAGES = 2
#: A DOI as it is printed (DOI Handbook, 2.2), to be read by `read_doi`.
_DOI = regex(r"10\.\d{4,9}(?:\.\d+)*/\S+")
#: The number that arXiv prints in the margin of the first page.
_ARXIV = regex(r"arXiv:\d{4}\.\d{4,5}")


def pdf_identifier(path: Path) -> str:
    """Return the DOI or the arXiv number of the article in a PDF.

    Raises:
        UnreadableFile: it is no PDF, the package that reads it is not installed, or it
            has neither.
    """
    first_pages = "\n".join(pdf.read(path).texts[:_FIRST_PAGES])
    for printed in _DOI.findall(first_pages):
        if doi := read_doi(printed):
            return doi
    if number := _ARXIV.search(first_pages):
        return number[0]
    raise UnreadableFile(
        "This PDF names no DOI on its first pages.",
        place=Place(path.name),
        advice="Add it by its DOI, or paste its reference.",
    )
