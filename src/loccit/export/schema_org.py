"""Sources as schema.org describes works, in JSON-LD: what search engines and reference
managers read of a page.

One table says which variable is which property, and of which types; what a work is part
of (a journal's volume and issue, a book, a website) is a thing of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from loccit.model import Name, Source
from loccit.values.identifiers import plain_doi
from loccit.values.names import full_name, given_and_particle, iso_date, surname

#: The types that a CSL type is; all others are a CreativeWork.
_TYPES = {
    "article": ("ScholarlyArticle",),
    "article-journal": ("ScholarlyArticle",),
    "article-magazine": ("Article",),
    "article-newspaper": ("NewsArticle",),
    "bill": ("Legislation",),
    "book": ("Book",),
    "broadcast": ("Episode",),
    "chapter": ("Chapter",),
    "collection": ("Collection",),
    "dataset": ("Dataset",),
    "entry": ("Article",),
    "entry-dictionary": ("Article",),
    "entry-encyclopedia": ("Article",),
    "figure": ("ImageObject",),
    "graphic": ("VisualArtwork",),
    "legislation": ("Legislation",),
    "manuscript": ("Manuscript",),
    "map": ("Map",),
    "motion_picture": ("Movie",),
    "musical_score": ("SheetMusic",),
    "paper-conference": ("ScholarlyArticle",),
    "periodical": ("Periodical",),
    "personal_communication": ("Message",),
    "post": ("SocialMediaPosting",),
    "post-weblog": ("BlogPosting",),
    "regulation": ("Legislation",),
    "report": ("Report",),
    "review": ("ScholarlyArticle", "Review"),
    "review-book": ("ScholarlyArticle", "Review"),
    "software": ("SoftwareApplication",),
    "song": ("MusicRecording",),
    "thesis": ("Thesis",),
    "webpage": ("WebPage",),
}

#: What a work of a CSL type is part of; another than these is a CreativeWork.
_CONTAINERS = {
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "article-newspaper": "Newspaper",
    "broadcast": "CreativeWorkSeries",
    "chapter": "Book",
    "entry": "Book",
    "entry-dictionary": "Book",
    "entry-encyclopedia": "Book",
    "paper-conference": "Book",
    "post-weblog": "Blog",
    "review": "Periodical",
    "review-book": "Periodical",
    "song": "MusicAlbum",
    "webpage": "WebSite",
}

_ARTICLES = (
    "Article",
    "BlogPosting",
    "NewsArticle",
    "Report",
    "ScholarlyArticle",
    "SocialMediaPosting",
)
_BOOKS = ("Book",)
_SERIALS = (
    "Periodical",
    "Newspaper",
    "CreativeWorkSeries",
    "Blog",
    "WebSite",
    "Dataset",
)
_FILMS = ("Movie", "Episode")


class _Property(NamedTuple):
    """A property of the types `only`, or of all, and the variable that it tells."""

    name: str
    variable: str
    only: tuple[str, ...] = ()


_PROPERTIES = (
    _Property("name", "title"),
    _Property("alternateName", "title-short"),
    _Property("author", "author"),
    _Property("editor", "editor"),
    _Property("translator", "translator"),
    _Property("illustrator", "illustrator", _BOOKS),
    _Property("director", "director", _FILMS),
    _Property("producer", "producer"),
    _Property("contributor", "contributor"),
    _Property("byArtist", "performer", ("MusicRecording",)),
    _Property("datePublished", "issued"),
    _Property("inLanguage", "language"),
    _Property("inSupportOf", "genre", ("Thesis",)),
    _Property("genre", "genre"),
    _Property("bookEdition", "edition", _BOOKS),
    _Property("isbn", "ISBN", _BOOKS),
    _Property("issn", "ISSN", _SERIALS),
    _Property("volumeNumber", "volume", ("PublicationVolume",)),
    _Property("reportNumber", "number", ("Report",)),
    _Property("legislationIdentifier", "number", ("Legislation",)),
    _Property("softwareVersion", "version", ("SoftwareApplication",)),
    _Property("version", "version"),
    _Property("pagination", "page", (*_ARTICLES, "Chapter")),
    _Property("articleSection", "section", _ARTICLES),
    _Property("creativeWorkStatus", "status"),
    _Property("abstract", "abstract"),
    _Property("keywords", "keyword"),
    _Property("url", "URL"),
)

#: Of what a work is part of.
_CONTAINER_PROPERTIES = (
    _Property("name", "container-title"),
    _Property("alternateName", "container-title-short"),
    _Property("author", "container-author"),
    _Property("editor", "editor", _BOOKS),
    _Property("bookEdition", "edition", _BOOKS),
    _Property("isbn", "ISBN", _BOOKS),
    _Property("issn", "ISSN", _SERIALS),
    _Property("volumeNumber", "volume", ("PublicationVolume",)),
)

_IDENTIFIERS = ("PMID", "PMCID")
#: What stands for itself in the path of an address (RFC 3986, 3.3), as DOIs have it.
_OF_PATHS = "/:@!$&'()*+,;="

_Thing = dict[str, object]


def json_ld(sources: Iterable[Source]) -> str:
    """The sources as one graph, to stand in a `<script type="application/ld+json">`: no
    `<` is in it.

    >>> print(json_ld([Source("a", "book", {"title": "Doors"})]))
    {"@context": "https://schema.org", "@graph": [
    {"@type": "Book", "name": "Doors"}
    ]}
    """
    things = ",\n".join(
        json.dumps(describe(source), ensure_ascii=False) for source in sources
    )
    graph = f'{{"@context": "https://schema.org", "@graph": [\n{things}\n]}}'
    return graph.replace("<", "\\u003c").encode("utf-8", "ignore").decode()


def describe(source: Source) -> _Thing:
    """A source as a thing of schema.org."""
    types = _TYPES.get(source.type, ("CreativeWork",))
    if source.type == "book" and source.text("volume"):
        types = (*types, "PublicationVolume")
    thing: _Thing = {"@type": _one_or_list(types)}
    if doi := plain_doi(source.text("DOI")):
        thing["@id"] = f"https://doi.org/{quote(doi, _OF_PATHS, errors='ignore')}"
    thing |= _properties(source, types, _PROPERTIES)
    identifiers = [
        {"@type": "PropertyValue", "propertyID": name, "value": source.text(name)}
        for name in _IDENTIFIERS
        if source.text(name)
    ]
    pages = source.text("number-of-pages")
    reviewed: _Thing = {
        "name": source.plain("reviewed-title"),
        "author": _people(source.names("reviewed-author")),
    }
    parts = {
        "identifier": _one_or_list(identifiers),
        "numberOfPages": int(pages)
        if "Book" in types and pages.isdecimal() and len(pages) < 6
        else None,
        "publisher": _publisher(source),
        "itemReviewed": _thing("CreativeWork", reviewed) if "Review" in types else None,
        "isPartOf": _one_or_list(
            [part for part in (_container(source), _series(source)) if part]
        ),
    }
    return thing | {name: value for name, value in parts.items() if value}


def _properties(
    source: Source, types: tuple[str, ...], rows: Iterable[_Property]
) -> _Thing:
    """What the rows of a table say of a source; a variable is told once, by the first
    row that it fits.
    """
    found: _Thing = {}
    told: set[str] = set()
    for name, variable, only in rows:
        if variable in told or (only and not set(only) & set(types)):
            continue
        if (
            variable == "editor"
            and "Book" not in types
            and _CONTAINERS.get(source.type) == "Book"
        ):
            continue  # the editor of the book that it is a part of
        value = (
            _people(source.names(variable))
            or iso_date(source, variable)
            or source.plain(variable)
        )
        if value:
            found[name] = value
            told.add(variable)
    return found


def _container(source: Source) -> _Thing | None:
    """What a work is part of; of a journal its volume, and of that its issue."""
    kind = _CONTAINERS.get(source.type, "CreativeWork")
    types = (
        (kind, "PublicationVolume")
        if kind == "Book" and source.text("volume")
        else (kind,)
    )
    part = _properties(source, types, _CONTAINER_PROPERTIES)
    if not part.get("name"):
        return None
    thing: _Thing = {"@type": _one_or_list(types), **part}
    if kind in ("Periodical", "Newspaper"):
        for outer, name, variable in _ISSUES:
            if number := source.plain(variable):
                thing = {"@type": outer, name: number, "isPartOf": thing}
    return thing


_ISSUES = (
    ("PublicationVolume", "volumeNumber", "volume"),
    ("PublicationIssue", "issueNumber", "issue"),
)


def _series(source: Source) -> _Thing | None:
    kind = (
        "BookSeries"
        if source.type in ("book", "chapter", "paper-conference")
        else "CreativeWorkSeries"
    )
    return _thing(kind, {"name": source.plain("collection-title")})


def _publisher(source: Source) -> _Thing | None:
    return _thing(
        "Organization",
        {"name": source.plain("publisher"), "address": source.plain("publisher-place")},
    )


def _thing(kind: str, properties: _Thing) -> _Thing | None:
    """A thing of what is known of it; None where it has no name."""
    known = {name: value for name, value in properties.items() if value}
    return {"@type": kind, **known} if "name" in known else None


def _people(names: Iterable[Name]) -> object:
    people: list[_Thing] = []
    for name in names:
        if name.literal:
            people.append({"@type": "Organization", "name": name.literal})
            continue
        parts = {
            "givenName": given_and_particle(name),
            "familyName": surname(name),
            "honorificSuffix": name.suffix,
        }
        people.append(
            {
                "@type": "Person",
                "name": full_name(name),
                **{key: part for key, part in parts.items() if part},
            }
        )
    return _one_or_list(people)


def _one_or_list(things: Iterable[object]) -> object:
    """JSON-LD's way: one thing stands for itself."""
    listed = list(things)
    return listed[0] if len(listed) == 1 else listed
