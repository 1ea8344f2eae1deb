"""Read `eprint`: a work's number in an archive, or the archive itself."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.entry_types import PERIODICAL
from loccit.bibliography.formats.bibtex.identifiers import read_verbatim
from loccit.values.identifiers import is_arxiv_number

#: Archives by `eprinttype` (BibLaTeX manual, 3.14.7), and the beginning of their URLs.
ARCHIVES = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "hdl": "https://hdl.handle.net/",
    "googlebooks": "https://books.google.com/books?id=",
}
#: Fields of a work that is published elsewhere too.
_PUBLISHED = frozenset(["journal", "booktitle", "publisher"])


def read_eprint(kind: str, fields: dict[str, str]) -> None:
    """Move `eprint` to the fields that the table knows.

    Without an `eprinttype` that names an archive, `eprint` is the archive itself, as in
    biblatex-apa.

    Args:
        kind: the entry type.
        fields: normalized fields with an `eprint`, which are changed.
    """
    number = read_verbatim(fields["eprint"])
    archive = _archive(number, fields)
    if not number or not archive:
        return
    del fields["eprint"]
    if archive in ARCHIVES:
        fields.setdefault("url", ARCHIVES[archive] + number)
    else:
        fields |= {"eprint": fields["eprinttype"].strip(), "archiveid": number}
    if archive in ("pmid", "pubmed"):
        fields.setdefault("pmid", number)
    if archive == "arxiv" and _PUBLISHED.isdisjoint(fields):
        number_field = "eid" if kind in PERIODICAL else "number"
        fields |= {
            "publisher": "arXiv",
            number_field: f"arXiv:{number}",
            "preprint": number,
        }


def _archive(number: str, fields: dict[str, str]) -> str:
    """Return the archive that `eprinttype` names, or that the number gives away."""
    if "eprinttype" in fields:
        return fields["eprinttype"].strip().lower()
    return "arxiv" if is_arxiv_number(number) else ""
