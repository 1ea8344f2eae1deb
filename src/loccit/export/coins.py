"""Write COinS, which Zotero's browser connector and libraries' link resolvers read from
a web page.

Keys and values are those of OpenURL 1.0 (ANSI/NISO Z39.88-2004, Part 2) in its formats
for journals, books, dissertations and patents; other types are Dublin Core, with
Zotero's word for the type.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Source
from loccit.values.dates import iso_date
from loccit.values.identifiers import numbers_in, plain_doi, read_pmid
from loccit.values.names import given_and_particle, inverted_name, surname
from loccit.values.page_ranges import page_range


class _Kind(NamedTuple):
    """A CSL type in OpenURL: the format, its genre or type, and the keys of its title
    and of its container's title.
    """

    format: str
    genre: str = ""
    title: str = "title"
    container: str = ""


_ARTICLE = _Kind("journal", "article", "atitle", "jtitle")
_BOOK = _Kind("book", "book", "btitle")
_CHAPTER = _Kind("book", "bookitem", "atitle", "btitle")

_KINDS = {
    "article-journal": _ARTICLE,
    "review": _ARTICLE,
    "review-book": _ARTICLE,
    "book": _BOOK,
    "classic": _BOOK,
    "chapter": _CHAPTER,
    "entry": _CHAPTER,
    "entry-dictionary": _CHAPTER,
    "entry-encyclopedia": _CHAPTER,
    "paper-conference": _Kind("book", "proceeding", "atitle", "btitle"),
    "report": _Kind("book", "report", "btitle"),
    "thesis": _Kind("dissertation"),
    "patent": _Kind("patent"),
}

#: Zotero's words for the CSL types that are Dublin Core here.
_ZOTERO_TYPES = {
    "article": "preprint",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "broadcast": "tvBroadcast",
    "dataset": "dataset",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "regulation": "statute",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "webpage": "webpage",
}


class _Key(NamedTuple):
    """A key with the variable that fills it, and the formats that have it."""

    key: str
    variable: str
    formats: tuple[str, ...] = ("journal", "book", "dissertation", "patent", "dc")


_KEYS = (
    _Key("stitle", "container-title-short", ("journal",)),
    _Key("volume", "volume"),
    _Key("issue", "issue"),
    _Key("pages", "page"),
    _Key("place", "publisher-place"),
    _Key("pub", "publisher", ("book",)),
    _Key("inst", "publisher", ("dissertation",)),
    _Key("publisher", "publisher", ("journal", "dc")),
    _Key("degree", "genre", ("dissertation",)),
    _Key("number", "number", ("patent",)),
    _Key("assignee", "authority", ("patent",)),
    _Key("edition", "edition", ("book",)),
    _Key("series", "collection-title", ("book",)),
    _Key("tpages", "number-of-pages", ("book", "dissertation")),
    _Key("issn", "ISSN"),
    _Key("isbn", "ISBN"),
    _Key("language", "language"),
    _Key("description", "abstract", ("dc",)),
)

_KEYWORD = regex(r"[^,;]+")


def coins(source: Source) -> str:
    """Write a source as percent-encoded pairs, for the `title` of a
    `<span class="Z3988">`.

    >>> from loccit.model import Name
    >>> print(*coins(Source("a", "book", {"title": "Doors", "author": (Name("Doe", "Jane"),)})).split("&"), sep="\\n")
    ctx_ver=Z39.88-2004
    rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook
    rft.genre=book
    rft.btitle=Doors
    rft.aulast=Doe
    rft.aufirst=Jane
    rft.au=Doe%2C%20Jane
    """
    return "&".join(
        f"{key}={quote(value, safe='', errors='ignore')}"
        for key, value in _pairs(source)
        if value
    )


def _pairs(source: Source) -> Iterator[tuple[str, str]]:
    kind = _kind_of(source.type)
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{kind.format}"
    yield from (("rft_id", identifier) for identifier in _identifiers(source))
    yield ("rft.type" if kind.format == "dc" else "rft.genre"), kind.genre
    yield f"rft.{kind.title}", source.plain("title")
    if kind.container:
        yield f"rft.{kind.container}", source.plain("container-title")
    for key, value in _creators(source, kind.format):
        yield f"rft.{key}", value
    yield "rft.date", iso_date(source.date("issued"))
    for key, variable, formats in _KEYS:
        if kind.format in formats:
            yield f"rft.{key}", source.plain(variable)
    if pages := page_range(source.plain("page")):
        yield "rft.spage", pages.first
        yield "rft.epage", pages.last
    if kind.format == "dc":
        for word in _KEYWORD.findall(source.plain("keyword")):
            yield "rft.subject", word.strip()


def _kind_of(csl_type: str) -> _Kind:
    if known := _KINDS.get(csl_type):
        return known
    genre = _ZOTERO_TYPES.get(csl_type, "document")
    return _Kind("dc", genre, container="source")


def _identifiers(source: Source) -> Iterator[str]:
    if doi := plain_doi(source.text("DOI")):
        yield f"info:doi/{doi}"
    if pmid := source.text("PMID"):
        yield f"info:pmid/{read_pmid(pmid) or pmid}"
    if isbns := source.text("ISBN"):
        first = (numbers_in(isbns) or isbns.split(","))[0]
        yield f"urn:isbn:{first.strip().replace(' ', '-')}"
    yield source.text("URL")


def _creators(source: Source, format_: str) -> Iterator[tuple[str, str]]:
    """Yield the authors, the first person also in parts.

    Zotero splits a name without a comma, unless it is an `aucorp`.
    """
    keys = ("aulast", "aufirst", "au")
    if format_ == "patent":
        keys = ("invlast", "invfirst", "inventor")
    last, first, each = keys
    authors = source.names("author")
    people = [name for name in authors if not name.literal]
    if people:
        yield last, surname(people[0])
        yield first, given_and_particle(people[0])
    for name in people:
        yield each, inverted_name(name)
    for name in authors:
        if name.literal:
            yield "aucorp", name.literal
