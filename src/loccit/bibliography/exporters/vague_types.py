"""Types of other vocabularies, and works whose numbers show what they are.

Crossref has types of its own; what a program doesn't know becomes a document.
"""

from __future__ import annotations

from loccit.model import Source

#: Crossref's types (api.crossref.org/types).
_CROSSREF = {
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "monograph": "book",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry",
    "report-component": "report",
}

_PARTS = frozenset(["chapter", "entry"])
#: What a page of a site does not have.
_OF_PUBLICATIONS = ("publisher", "volume", "issue", "page", "number", "DOI", "ISBN")
#: What papers in proceedings have, and talks have not.
_OF_PROCEEDINGS = ("page", "volume", "publisher", "editor", "DOI", "ISBN", "number")


def with_csl_type(source: Source) -> Source:
    """Give a source CSL's name of its type.

    >>> with_csl_type(Source("x", "journal-article")).type
    'article-journal'
    """
    type_ = _CROSSREF.get(source.type)
    return source.with_variables({}, type_) if type_ else source


def with_type_of_serial(source: Source) -> Source:
    """Read a document in a container with a volume and pages as an article.

    One with a day is a magazine's.
    """
    if source.type != "document":
        return source
    if not source.text("container-title") or not source.text("volume"):
        return source
    if source.names("editor") or source.text("edition") or source.text("ISBN"):
        return source
    if not (source.text("issue") or source.text("page")):
        return source
    issued = source.date("issued")
    has_day = issued is not None and issued.start is not None and issued.start.day
    type_ = "article-magazine" if has_day else "article-journal"
    return source.with_variables({}, type_)


def with_type_of_page(source: Source) -> Source:
    """Read a document on a site, which nobody else published, as a web page."""
    if source.type != "document" or not source.text("container-title"):
        return source
    if not source.text("URL") or any(map(source.text, _OF_PUBLICATIONS)):
        return source
    return source.with_variables({}, "webpage")


def with_type_of_talk(source: Source) -> Source:
    """Read a paper that was presented, and not published, as a presentation.

    EndNote's "Conference Paper" has the conference as the title of proceedings.
    """
    if source.type != "paper-conference" or not source.text("genre"):
        return source
    if any(source.variables.get(name) for name in _OF_PROCEEDINGS):
        return source
    container = source.text("container-title")
    event = source.text("event-title") or container
    if container not in ("", event):  # it is in the proceedings of an event
        return source
    place = source.text("event-place") or source.text("publisher-place")
    changed = {"event-title": event, "event-place": place, "container-title": None}
    return source.with_variables(changed, "speech")


def with_series_as_book(source: Source) -> Source:
    """Read the series of a chapter without a book as the book.

    ScienceDirect has the title of serial books there.
    """
    if source.type not in _PARTS or source.text("container-title"):
        return source
    series = source.text("collection-title")
    if not series:
        return source
    if not (source.text("volume") and source.text("page")):
        return source
    changed = {"container-title": series, "collection-title": None}
    return source.with_variables(changed)
