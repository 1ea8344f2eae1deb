"""Properties of Zotero's RDF <-> variables of CSL (Zotero's schema.json, "csl").

A tag is the path of properties and classes from the item to the text; it begins with
`container/`, `section/` or `series/` if it leads from a whole that the item is part of.
A tag without a prefix, as `isbn` or `call-number`, is made by the package's `__init__`.
"""

from __future__ import annotations

import html
import re

from loccit._startup.regex import regex
from loccit.bibliography.records.converters import (
    ADDRESS,
    DATE,
    DOI,
    EDITION,
    GENRE,
    KEYWORDS,
    LANGUAGE,
    NAMES,
    PAGES,
    PARAGRAPHS,
    TEXT,
    TITLE,
    paragraphs,
)
from loccit.bibliography.records.fields import Converter, Field
from loccit.bibliography.records.types import ARTICLES

#: Zotero's types for items without `z:itemType`, which other programs write: by the
#: class of the whole that the item is part of ...
TYPES_OF_PARTS = {
    "bib:CourtReporter": "case",
    "bib:Newspaper": "newspaperArticle",
    "bib:Periodical": "magazineArticle",
    "z:Blog": "blogPost",
    "z:Forum": "forumPost",
    "z:Website": "webpage",
}
#: ... and by the class of the item.
TYPES_OF_CLASSES = {
    "bib:Article": "journalArticle",
    "bib:Book": "book",
    "bib:BookSection": "bookSection",
    "bib:Document": "document",
    "bib:Illustration": "artwork",
    "bib:Interview": "interview",
    "bib:Legislation": "statute",
    "bib:Letter": "letter",
    "bib:Manuscript": "manuscript",
    "bib:MotionPicture": "film",
    "bib:Patent": "patent",
    "bib:Recording": "audioRecording",
    "bib:Report": "report",
    "bib:Thesis": "thesis",
}

_BLOCK = regex(
    r"\s*<(?:/?(?:p|div|h[1-6]|[uod]l|li|blockquote|pre|table|tr)|br|hr)\b[^<>]*>\s*",
    re.IGNORECASE,
)
_EMPHASIS = (
    (regex(r"(</?)em\b[^<>]*>"), r"\1i>"),
    (regex(r"(</?)strong\b[^<>]*>"), r"\1b>"),
)
_OTHER_TAG = regex(r"</?(?!(?:i|b|sup|sub)>)[a-zA-Z][^<>]*>")


def read_note(text: str) -> str:
    """Return the text of a note, which Zotero keeps as HTML.

    >>> read_note("<div><p>Read <em>twice</em>;<br/>see p.&nbsp;4</p></div>")
    'Read <i>twice</i>;\\nsee p.\\xa04'
    """
    text = _BLOCK.sub("\n", text)
    for tag, own in _EMPHASIS:
        text = tag.sub(own, text)
    return paragraphs(html.unescape(_OTHER_TAG.sub("", text)))


_NOTES = Converter(
    lambda texts: "\n".join(filter(None, map(read_note, texts))),
    lambda _: [],
    many=True,
)

_HEARINGS = frozenset(["hearing"])
_SOFTWARE = frozenset(["software"])
_SONGS = frozenset(["song"])
_SPEECHES = frozenset(["speech"])
_PUBLISHER = "dc:publisher/foaf:Organization/"

FIELDS = (
    # titles
    Field("dc:title", "title", TITLE),
    Field("container/dc:title", "container-title", TITLE),
    # A broadcast has its own title first, and then that of the program.
    Field("dc:title", "container-title", TITLE),
    Field("z:publicationTitle", "container-title", TITLE),
    Field("z:reporter", "container-title", TITLE),
    Field("z:code", "container-title", TITLE),
    Field("container/dcterms:alternative", "container-title-short", TITLE),
    Field("dcterms:alternative", "container-title-short", TITLE),
    Field("z:shortTitle", "title-short", TITLE),
    Field("series/dc:title", "collection-title", TITLE),
    Field("series/dcterms:alternative", "collection-title", TITLE),
    Field("series/dc:identifier", "collection-number", TEXT),
    Field("bib:presentedAt/bib:Conference/dc:title", "event-title", TITLE),
    Field("z:meetingName", "event-title", TITLE),
    Field("z:originalTitle", "original-title", TITLE),
    Field("z:partTitle", "part-title", TITLE),
    # names
    Field("bib:authors", "author", NAMES),
    Field("z:artists", "author", NAMES),
    Field("z:cartographers", "author", NAMES),
    Field("bib:contributors", "author", NAMES, _HEARINGS),
    Field("z:creators", "author", NAMES),
    Field("z:interviewees", "author", NAMES),
    Field("z:inventors", "author", NAMES),
    Field("z:performers", "author", NAMES, _SONGS),
    Field("z:presenters", "author", NAMES),
    Field("z:programmers", "author", NAMES),
    Field("z:sponsors", "author", NAMES),
    Field("bib:editors", "editor", NAMES),
    Field("bib:contributors", "contributor", NAMES),
    Field("z:bookAuthors", "container-author", NAMES),
    Field("z:castMembers", "performer", NAMES),
    Field("z:performers", "performer", NAMES),
    Field("z:chairs", "chair", NAMES),
    Field("z:composers", "composer", NAMES),
    Field("z:directors", "director", NAMES),
    Field("z:executiveProducers", "executive-producer", NAMES),
    Field("z:guests", "guest", NAMES),
    Field("z:hosts", "host", NAMES),
    Field("z:podcasters", "host", NAMES),
    Field("z:interviewers", "interviewer", NAMES),
    Field("z:narrators", "narrator", NAMES),
    Field("z:organizers", "organizer", NAMES),
    Field("z:originalCreators", "original-author", NAMES),
    Field("z:producers", "producer", NAMES),
    Field("z:recipients", "recipient", NAMES),
    Field("z:reviewedAuthors", "reviewed-author", NAMES),
    Field("z:scriptwriters", "script-writer", NAMES),
    Field("z:seriesCreators", "series-creator", NAMES),
    Field("z:seriesEditors", "collection-editor", NAMES),
    Field("z:translators", "translator", NAMES),
    # dates
    Field("dc:date", "issued", DATE),
    Field("dcterms:issued", "issued", DATE),
    Field("dcterms:dateSubmitted", "accessed", DATE),
    Field("z:filingDate", "submitted", DATE),
    Field("z:originalDate", "original-date", DATE),
    # publishers and places
    Field(f"{_PUBLISHER}foaf:name", "publisher", TEXT),
    Field("dc:publisher", "publisher", TEXT),
    Field(
        f"{_PUBLISHER}vcard:adr/vcard:Address/vcard:locality",
        "event-place",
        TEXT,
        _SPEECHES,
    ),
    Field(
        f"{_PUBLISHER}vcard:adr/vcard:Address/vcard:locality", "publisher-place", TEXT
    ),
    Field("z:eventPlace", "event-place", TEXT),
    Field("z:originalPublisher", "original-publisher", TEXT),
    Field("z:originalPlace", "original-publisher-place", TEXT),
    Field("z:authority", "authority", TEXT),
    Field("z:court", "authority", TEXT),
    Field("z:legislativeBody", "authority", TEXT),
    Field("z:issuingAuthority", "authority", TEXT),
    # numbers
    Field("container/prism:volume", "volume", TEXT),
    Field("prism:volume", "volume", TEXT),
    Field("z:codeNumber", "volume", TEXT),
    Field("container/prism:number", "issue", TEXT, ARTICLES),
    Field("prism:number", "issue", TEXT, ARTICLES),
    Field("container/prism:number", "number", TEXT),
    Field("prism:number", "number", TEXT),
    Field("z:number", "number", TEXT),
    Field("z:priorityNumbers", "issue", TEXT),
    Field("z:numberOfVolumes", "number-of-volumes", TEXT),
    Field("z:numPages", "number-of-pages", TEXT),
    Field("bib:pages", "page", PAGES),
    Field("prism:edition", "version", TEXT, _SOFTWARE),
    Field("prism:edition", "edition", EDITION),
    Field("z:versionNumber", "version", TEXT),
    Field("z:version", "version", TEXT),
    Field("z:partNumber", "part-number", TEXT),
    Field("z:session", "chapter-number", TEXT),
    Field("section/dc:title", "section", TEXT),
    Field("z:committee", "section", TEXT),
    Field("z:scale", "scale", TEXT),
    Field("z:artworkSize", "dimensions", TEXT),
    Field("z:runningTime", "dimensions", TEXT),
    # kinds
    Field("z:type", "genre", GENRE),
    Field("dc:type", "genre", GENRE),
    Field("z:genre", "genre", GENRE),
    Field("z:programmingLanguage", "genre", GENRE),
    Field("z:medium", "medium", TEXT),
    Field("dcterms:medium", "medium", TEXT),
    Field("z:system", "medium", TEXT),
    Field("z:status", "status", TEXT),
    Field("z:legalStatus", "status", TEXT),
    Field("z:history", "references", TEXT),
    Field("z:references", "references", TEXT),
    # archives
    Field("z:archive", "archive", TEXT),
    Field("dc:coverage", "archive_location", TEXT),
    Field("z:archiveLocation", "archive_location", TEXT),
    Field("z:libraryCatalog", "source", TEXT),
    Field("call-number", "call-number", TEXT),
    Field("z:applicationNumber", "call-number", TEXT),
    # identifiers
    Field("isbn", "ISBN", TEXT),
    Field("issn", "ISSN", TEXT),
    Field("doi", "DOI", DOI),
    Field("z:DOI", "DOI", DOI),
    Field("dc:identifier/dcterms:URI/rdf:value", "URL", ADDRESS),
    Field("z:PMID", "PMID", TEXT),
    Field("z:PMCID", "PMCID", TEXT),
    Field("z:citationKey", "citation-key", TEXT),
    Field("z:language", "language", LANGUAGE),
    Field("dc:language", "language", LANGUAGE),
    # notes
    Field("dcterms:abstract", "abstract", PARAGRAPHS),
    Field("dc:description", "note", PARAGRAPHS),
    Field("dcterms:isReferencedBy/bib:Memo/rdf:value", "annote", _NOTES),
    Field("dc:subject", "keyword", KEYWORDS),
)
