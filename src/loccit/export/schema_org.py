"""Describe sources with schema.org, in JSON-LD, which search engines and reference
managers read from a page.

One table maps variables to properties, with the types that have them; what a work is
part of (a journal's volume and issue, a book, a website) is a thing of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Name, Source
from loccit.values.dates import iso_date
from loccit.values.identifiers import plain_doi
from loccit.values.names import full_name, given_and_particle, surname

#: The schema.org types of each CSL type; all others are a CreativeWork.
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

#: What works of a CSL type are part of; all others, of a CreativeWork.
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
    """A property with the variable that fills it; `only` lists the types that have it,
    if not all do.
    """

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

#: The properties of what a work is part of.
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

#: The volume and issue of a journal: the thing, its number's name, and the variable.
_ISSUES = (
    ("PublicationVolume", "volumeNumber", "volume"),
    ("PublicationIssue", "issueNumber", "issue"),
)
_BOOKS_IN_SERIES = ("book", "chapter", "paper-conference")
_IDENTIFIERS = ("PMID", "PMCID")
#: Characters that need no encoding in the path of a URL (RFC 3986, 3.3).
_OF_PATHS = "/:@!$&'()*+,;="

_Thing = dict[str, object]


def json_ld(sources: Iterable[Source]) -> str:
    """Describe sources as one graph, without a `<`, which would end the
    `<script type="application/ld+json">` around it.

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
    """Describe a source as a thing of schema.org."""
    types = _TYPES.get(source.type, ("CreativeWork",))
    if source.type == "book" and source.text("volume"):
        types = (*types, "PublicationVolume")
    thing: _Thing = {"@type": _one_or_list(types)}
    if doi := plain_doi(source.text("DOI")):
        thing["@id"] = f"https://doi.org/{quote(doi, _OF_PATHS, errors='ignore')}"
    thing |= _properties(source, types, _PROPERTIES)
    wholes = [whole for whole in (_container(source), _series(source)) if whole]
    parts = {
        "identifier": _one_or_list(_identifiers(source)),
        "numberOfPages": _page_total(source) if "Book" in types else None,
        "publisher": _publisher(source),
        "itemReviewed": _reviewed(source) if "Review" in types else None,
        "isPartOf": _one_or_list(wholes),
    }
    return thing | {name: value for name, value in parts.items() if value}


def _identifiers(source: Source) -> list[_Thing]:
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": source.text(name)}
        for name in _IDENTIFIERS
        if source.text(name)
    ]


def _page_total(source: Source) -> int | None:
    pages = source.text("number-of-pages")
    return int(pages) if pages.isdecimal() and len(pages) < 6 else None


def _reviewed(source: Source) -> _Thing | None:
    reviewed: _Thing = {
        "name": source.plain("reviewed-title"),
        "author": _people(source.names("reviewed-author")),
    }
    return _thing("CreativeWork", reviewed)


def _properties(
    source: Source, types: tuple[str, ...], rows: Iterable[_Property]
) -> _Thing:
    """Fill the properties of a table; a variable fills the first row that fits."""
    found: _Thing = {}
    used: set[str] = set()
    for name, variable, only in rows:
        if variable in used or (only and not set(only) & set(types)):
            continue
        if variable == "editor" and _is_editor_of_whole(source, types):
            continue
        value = (
            _people(source.names(variable))
            or iso_date(source.date(variable))
            or source.plain(variable)
        )
        if value:
            found[name] = value
            used.add(variable)
    return found


def _is_editor_of_whole(source: Source, types: tuple[str, ...]) -> bool:
    """Return whether a source's editor is that of the book that the source is in."""
    return "Book" not in types and _CONTAINERS.get(source.type) == "Book"


def _container(source: Source) -> _Thing | None:
    """Describe what a work is part of; in a journal, the issue of a volume."""
    kind = _CONTAINERS.get(source.type, "CreativeWork")
    types: tuple[str, ...] = (kind,)
    if kind == "Book" and source.text("volume"):
        types = (kind, "PublicationVolume")
    part = _properties(source, types, _CONTAINER_PROPERTIES)
    if not part.get("name"):
        return None
    thing: _Thing = {"@type": _one_or_list(types), **part}
    if kind in ("Periodical", "Newspaper"):
        for outer, name, variable in _ISSUES:
            if number := source.plain(variable):
                thing = {"@type": outer, name: number, "isPartOf": thing}
    return thing


def _series(source: Source) -> _Thing | None:
    is_book = source.type in _BOOKS_IN_SERIES
    kind = "BookSeries" if is_book else "CreativeWorkSeries"
    return _thing(kind, {"name": source.plain("collection-title")})


def _publisher(source: Source) -> _Thing | None:
    name = source.plain("publisher")
    address = source.plain("publisher-place")
    return _thing("Organization", {"name": name, "address": address})


def _thing(kind: str, properties: _Thing) -> _Thing | None:
    """Make a thing of its known properties; None if it has no name."""
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
