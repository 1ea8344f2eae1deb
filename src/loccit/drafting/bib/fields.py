"""What each field means, in a sentence for people who type one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from loccit.bibliography.formats.bibtex.words import one_name

_NAMES = "Several are joined by `and`; a group is in braces: `{World Bank}`."

#: From BibTeXing, 3.2, the BibLaTeX manual, 2.2, and the manual of biblatex-apa.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "abstract": "The abstract.",
        "addendum": "What is printed at the end of the entry.",
        "address": "The place of the publisher, or of a thesis's university.",
        "annotation": "What you say about the source, for an annotated bibliography.",
        "archiveid": "The number or the box of the work in its archive.",
        "author": f"Who wrote or made the work. {_NAMES}",
        "authority": "The court, the ministry or another body that decided.",
        "bookauthor": f"Who wrote the book that this is a part of. {_NAMES}",
        "booksubtitle": "The subtitle of the book that this is a part of.",
        "booktitle": "The title of the book or the proceedings that this is a part of.",
        "chair": f"Who chaired the session. {_NAMES}",
        "chapter": "The number of the chapter.",
        "citation": "The report of a decision, as lawyers cite it.",
        "compiler": f"Who compiled the work. {_NAMES}",
        "composer": f"Who composed the music. {_NAMES}",
        "crossref": "The key of the entry of which this is a part; it gives its fields.",
        "date": "The date of publication: `2001`, `2001-05-04`, `2001-05/2001-06`.",
        "director": f"Who directed the film. {_NAMES}",
        "doi": "The DOI, which begins with `10.`.",
        "edition": "The edition: `2` for the second.",
        "editor": f"Who edited the book. {_NAMES}",
        "editortype": "What the editor did: `editor`, `compiler`, `translator` ...",
        "eid": "The number of the article, in journals without page numbers.",
        "entryset": "The keys of the entries of the set.",
        "entrysubtype": "What kind of work it is: `newspaper`, `magazine`, `podcast` ...",
        "eprint": "The number of the work in the archive that `eprinttype` names.",
        "eprintclass": "The section of the archive.",
        "eprinttype": "The archive that has the work: `arxiv`, `pubmed`, `jstor` ...",
        "eventdate": "The date of the conference.",
        "eventtitle": "The name of the conference.",
        "execproducer": f"The executive producer. {_NAMES}",
        "file": "The file of the work on your computer.",
        "groups": "The groups of JabRef that the entry is in.",
        "guest": f"The guest of a broadcast. {_NAMES}",
        "host": f"The host of a broadcast. {_NAMES}",
        "howpublished": "How the work was published, if it is not usual.",
        "illustrator": f"Who illustrated the work. {_NAMES}",
        "institution": "Who published the report, or the university of a thesis.",
        "interviewer": f"Who asked. {_NAMES}",
        "isbn": "The ISBN of the book.",
        "issn": "The ISSN of the journal.",
        "issue": "The issue, if it has a name and no number: `Spring`.",
        "issuetitle": "The title of a special issue.",
        "journal": "The journal, the magazine or the newspaper.",
        "journalsubtitle": "The subtitle of the journal.",
        "keywords": "Words to find the source by, separated by commas.",
        "label": "What is cited in the place of a missing author.",
        "langid": "The language, by BibLaTeX's name for it: `ngerman`.",
        "language": "The language of the work.",
        "library": "The library that has the work, or its number there.",
        "maintitle": "The title of all volumes together.",
        "medium": "The medium: `DVD`, `Map` ...",
        "month": "The month, as an abbreviation without braces: `may`.",
        "narrator": f"Who narrates. {_NAMES}",
        "note": "What else readers should know; it is printed.",
        "number": "The issue of a journal, or the number of a report or of a book in its "
        "series.",
        "options": "Options of BibLaTeX for this entry.",
        "organization": "Who held the conference, or published the manual.",
        "organizer": f"Who organized the event. {_NAMES}",
        "origdate": "When the original was published.",
        "origlocation": "Where the original was published.",
        "origpublisher": "Who published the original.",
        "origtitle": "The title of the original.",
        "pages": "The pages of the article or chapter: `12--34`.",
        "pagetotal": "How many pages the book has.",
        "part": "The number of a part of a volume.",
        "performer": f"Who performs. {_NAMES}",
        "pmcid": "The number of the work in PubMed Central.",
        "pmid": "The number of the work in PubMed.",
        "producer": f"Who produced the work. {_NAMES}",
        "publisher": "The publisher.",
        "pubstate": "Whether it is published yet: `inpress`, `submitted` ...",
        "recipient": f"To whom a letter was written. {_NAMES}",
        "related": "The keys of works that this is a review, a translation ... of.",
        "relatedstring": "How the works in `related` are introduced.",
        "relatedtype": "What this is of the works in `related`: `reviewof` ...",
        "reviewtitle": "The title of the work that is reviewed.",
        "school": "The university of a thesis.",
        "series": "The series that the book is in.",
        "serieseditor": f"Who edits the series. {_NAMES}",
        "shortauthor": "A short name of the author, for citations: `{WHO}`.",
        "shorthand": "What is cited in the place of author and year.",
        "shortjournal": "The abbreviated name of the journal.",
        "shorttitle": "A short title, for citations.",
        "sorttitle": "What the title is sorted by.",
        "subtitle": "The subtitle.",
        "title": "The title. Braces keep capitals: `{DNA}`.",
        "titleaddon": "What is printed in brackets after the title: `Film`.",
        "translator": f"Who translated the work. {_NAMES}",
        "type": "What kind of report, thesis or patent it is.",
        "url": "The web address.",
        "urldate": "When you looked at the web page: `2024-01-31`.",
        "venue": "Where the conference was.",
        "version": "The version of the program or the data.",
        "volume": "The volume of the journal, or of a work of several volumes.",
        "volumes": "How many volumes the work has.",
        "with": f"Who contributed. {_NAMES}",
        "writer": f"Who wrote the script. {_NAMES}",
        "xdata": "The keys of `@xdata` entries whose fields this entry takes.",
        "xref": "The key of the entry of which this is a part; it gives no fields.",
        "year": "The year of publication.",
    }
)


def meaning_of(field: str) -> str:
    """Return what a field means, by any of its names; `""` if nobody knows.

    >>> meaning_of("location")
    "The place of the publisher, or of a thesis's university."
    """
    return FIELDS.get(field) or FIELDS.get(one_name(field), "")
