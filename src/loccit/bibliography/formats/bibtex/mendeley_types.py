"""Entry types of Mendeley that BibLaTeX has by other names."""

from __future__ import annotations

#: Mendeley's names of document types, which its exports have as entry types.
MENDELEY_TYPES = {
    "book_section": "incollection",
    "case": "jurisdiction",
    "computer_program": "software",
    "conference_proceedings": "inproceedings",
    "encyclopedia_article": "inreference",
    "film": "movie",
    "generic": "misc",
    "magazine_article": "magazine",
    "newspaper_article": "newspaper",
    "statute": "legislation",
    "web_page": "online",
    "working_paper": "report",
}
