"""Elements of Word's sources <-> variables of CSL (ECMA-376, Part 1, 22.6).

A tag in lower case, as `date`, joins several elements; the package's `__init__` makes
it.
"""

from __future__ import annotations

from loccit.bibliography.records.converters import (
    ADDRESS,
    DATE,
    DOI,
    EDITION,
    KEYWORDS,
    LANGUAGE,
    NAMES,
    PAGES,
    PARAGRAPHS,
    TEXT,
    TITLE,
)
from loccit.bibliography.records.fields import Field
from loccit.bibliography.records.types import ARTICLES

CSL_TYPES = {
    "ArticleInAPeriodical": "article-magazine",
    "Art": "graphic",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "Proceedings": "paper-conference",  # bibutils
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Film": "motion_picture",
    "InternetSite": "webpage",
    "Interview": "interview",
    "JournalArticle": "article-journal",
    "Misc": "document",
    "Patent": "patent",
    "Performance": "performance",
    "Report": "report",
    "SoundRecording": "song",
}
#: The source type that is written for a CSL type; for all others it is `Misc`.
SOURCE_TYPES = {
    **{type_: name for name, type_ in CSL_TYPES.items()},
    **dict.fromkeys(["article-newspaper", "periodical"], "ArticleInAPeriodical"),
    **dict.fromkeys(["review", "review-book"], "JournalArticle"),
    **dict.fromkeys(["classic", "pamphlet"], "Book"),
    **dict.fromkeys(["entry", "entry-dictionary", "entry-encyclopedia"], "BookSection"),
    **dict.fromkeys(["post", "post-weblog"], "DocumentFromInternetSite"),
    "thesis": "Report",
    "broadcast": "Film",
    "webpage": "DocumentFromInternetSite",
}

_ART = frozenset(["graphic"])
_CASES = frozenset(["legal_case"])
_FILMS = frozenset(["motion_picture", "broadcast"])
_INTERVIEWS = frozenset(["interview"])
_JOURNALS = frozenset(["article-journal", "review", "review-book"])
_MEETINGS = frozenset(["paper-conference"])
_PATENTS = frozenset(["patent"])
_REPORTS = frozenset(["report", "thesis"])
_SONGS = frozenset(["song"])
_WEB = frozenset(["webpage", "post", "post-weblog"])

FIELDS = (
    # names: the tag is a role, an element inside the element `Author`
    Field("Artist", "author", NAMES, _ART | _SONGS),
    Field("Interviewee", "author", NAMES, _INTERVIEWS),
    Field("Inventor", "author", NAMES, _PATENTS),
    Field("Author", "author", NAMES),
    Field("BookAuthor", "container-author", NAMES),
    Field("Compiler", "compiler", NAMES),
    Field("Composer", "composer", NAMES),
    Field("Director", "director", NAMES),
    Field("Editor", "editor", NAMES),
    Field("Interviewer", "interviewer", NAMES),
    Field("Performer", "performer", NAMES),
    Field("ProducerName", "producer", NAMES),
    Field("Translator", "translator", NAMES),
    Field("Writer", "script-writer", NAMES),
    # titles
    Field("Title", "title", TITLE),
    Field("AbbreviatedCaseNumber", "title-short", TITLE, _CASES),
    Field("ShortTitle", "title-short", TITLE),
    Field("JournalName", "container-title", TITLE, _JOURNALS),
    Field("PeriodicalTitle", "container-title", TITLE, ARTICLES),
    # Word's dialog calls it "Conference Publication Name".
    Field("ConferenceName", "container-title", TITLE, _MEETINGS),
    Field("Reporter", "container-title", TITLE, _CASES),
    Field("AlbumTitle", "container-title", TITLE, _SONGS),
    Field("BroadcastTitle", "container-title", TITLE, _INTERVIEWS),
    Field("InternetSiteTitle", "container-title", TITLE, _WEB),
    Field("PublicationTitle", "container-title", TITLE),
    Field("BookTitle", "container-title", TITLE),
    Field("JournalName", "container-title", TITLE),
    Field("ConferenceName", "event-title", TITLE),
    # dates
    Field("date", "issued", DATE),
    Field("accessed", "accessed", DATE),
    # publishers
    Field("Court", "authority", TEXT, _CASES),
    Field("Institution", "publisher", TEXT, _REPORTS),
    Field("ProductionCompany", "publisher", TEXT, _FILMS | _SONGS),
    Field("Distributor", "publisher", TEXT, _FILMS),
    Field("Broadcaster", "publisher", TEXT, _INTERVIEWS),
    Field("Publisher", "publisher", TEXT),
    Field("Institution", "publisher", TEXT),
    Field("place", "publisher-place", TEXT),
    # numbers
    Field("CaseNumber", "number", TEXT, _CASES),
    Field("PatentNumber", "number", TEXT, _PATENTS),
    Field("RecordingNumber", "number", TEXT, _SONGS),
    Field("Volume", "volume", TEXT),
    Field("Issue", "issue", TEXT),
    Field("NumberVolumes", "number-of-volumes", TEXT),
    Field("Edition", "edition", EDITION),
    Field("ChapterNumber", "chapter-number", TEXT),
    Field("Version", "version", TEXT),
    Field("Pages", "page", PAGES),
    Field("Medium", "medium", TEXT),
    Field("ThesisType", "genre", TEXT, _REPORTS),
    Field("Type", "genre", TEXT, _PATENTS),
    # identifiers and notes
    Field("isbn", "ISBN", TEXT),
    Field("issn", "ISSN", TEXT),
    Field("sn", "number", TEXT),
    Field("DOI", "DOI", DOI),
    Field("URL", "URL", ADDRESS),
    Field("Url", "URL", ADDRESS),  # bibutils
    Field("Comments", "note", PARAGRAPHS),
    Field("language", "language", LANGUAGE),
    Field("BIBTEX_KeyWords", "keyword", KEYWORDS),
    Field("BIBTEX_Abstract", "abstract", PARAGRAPHS),
)
