"""A web page itself, by the metadata in its head.

Highwire's `citation_*` (Google Scholar, "Inclusion Guidelines for Webmasters"),
schema.org's JSON-LD, Open Graph and Dublin Core, in this order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date as day
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from loccit.lookup.clean_markup import rich
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import (
    date_of,
    mapping,
    names,
    pages,
    people,
    person_or_group,
    text_of,
)
from loccit.lookup.lookup_result import LookupResult, new_source
from loccit.model import Date, DateParts, Name, Source, Value
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "the page"
ADDRESS = ""
KINDS: dict[Kind, int] = {"url": 1}
PAUSE = 0.0

#: The properties that have each variable, the most reliable first; `ld.` marks
#: schema.org's JSON-LD.
_PROPERTIES = {
    "title": ("citation_title", "ld.headline", "og:title", "dc.title", "ld.name"),
    "container-title": (
        "citation_journal_title",
        "citation_inbook_title",
        "citation_conference_title",
    ),
    "volume": ("citation_volume",),
    "issue": ("citation_issue",),
    "DOI": ("citation_doi",),
    "ISBN": ("citation_isbn",),
    "ISSN": ("citation_issn",),
    "publisher": (
        "citation_publisher",
        "citation_dissertation_institution",
        "citation_technical_report_institution",
    ),
    "number": ("citation_technical_report_number",),
    "language": ("citation_language", "ld.inlanguage", "dc.language"),
}
_DATES = (
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "ld.datepublished",
    "article:published_time",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
)
_AUTHORS = ("citation_author", "ld.author", "dc.creator", "author", "article:author")
_SITES = ("og:site_name", "ld.publisher", "dc.publisher", "application-name")
#: The properties that identify a CSL type.
_CSL_TYPES = {
    "citation_journal_title": "article-journal",
    "citation_inbook_title": "chapter",
    "citation_conference_title": "paper-conference",
    "citation_dissertation_institution": "thesis",
    "citation_technical_report_institution": "report",
    "citation_isbn": "book",
}
_SCHEMA_TYPES = {
    "BlogPosting": "post-weblog",
    "Book": "book",
    "Dataset": "dataset",
    "NewsArticle": "article-newspaper",
    "Report": "report",
    "ReportageNewsArticle": "article-newspaper",
    "ScholarlyArticle": "article-journal",
    "SoftwareSourceCode": "software",
    "Thesis": "thesis",
    "VideoObject": "motion_picture",
}
#: Works whose container is the site.
_ON_SITES = ("webpage", "post-weblog", "article-newspaper")
#: What separates a title from the name of the site.
_SEPARATORS = (" | ", " – ", " — ", " - ", " :: ", " · ")


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    answer = ask(identifier.value, "text/html, application/xhtml+xml")
    if answer is None or "html" not in answer.content_type:
        return None
    source = source_of(answer.data, identifier.value)
    return LookupResult(source, NAME) if source.text("title") else None


def source_of(data: bytes, url: str) -> Source:
    """Read the metadata of a page."""
    from lxml.html import HTMLParser, document_fromstring  # takes 30 ms to import

    parser = HTMLParser(no_network=True, encoding=_encoding(data))
    page = document_fromstring(data or b"<html/>", parser=parser)
    found = _metadata(page)
    kind = _type(found)
    site = _first(found, _SITES)
    variables: dict[str, Value] = {
        variable: rich(_first(found, where)) for variable, where in _PROPERTIES.items()
    }
    variables["author"] = names(_authors(found))
    variables["page"] = pages(
        _first(found, ("citation_firstpage",)), _first(found, ("citation_lastpage",))
    )
    variables["URL"] = _canonical(page, url)
    variables["language"] = read_language(_first(found, _PROPERTIES["language"]))
    variables["DOI"] = plain_doi(_first(found, _PROPERTIES["DOI"]))
    if not variables["title"]:
        heading = rich(page.findtext(".//title") or "")
        variables["title"] = _without_site(heading, site)
    if kind in _ON_SITES:
        host = urlsplit(url).hostname or ""
        variables["container-title"] = variables["container-title"] or site or host
    elif not variables["publisher"]:
        variables["publisher"] = site
    if date := _date(found):
        variables["issued"] = date
    else:  # a page without a date is cited as it was on the day (APA 7, section 9.16)
        today = day.today()
        variables["accessed"] = Date(DateParts(today.year, today.month, today.day))
    return new_source(kind, variables)


def _date(found: Mapping[str, list[str]]) -> Date | None:
    dates = (date_of(text) for name in _DATES for text in found.get(name, ()))
    return next(filter(None, dates), None)


def _encoding(data: bytes) -> str | None:
    """Return UTF-8 if the page is that, whatever it declares; else lxml decides."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _metadata(page: HtmlElement) -> dict[str, list[str]]:
    """Collect the metadata of the head, by the lower-case names of properties."""
    found: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower()
        if name and (content := (element.get("content") or "").strip()):
            found.setdefault(name, []).append(content)
    for thing in _things(page):
        for name in ("headline", "name", "datePublished", "inLanguage", "@type"):
            if text := text_of(thing.get(name)):
                found.setdefault(f"ld.{name.lower()}", []).append(text)
        found.setdefault("ld.author", []).extend(_named(thing.get("author")))
        found.setdefault("ld.publisher", []).extend(_named(thing.get("publisher")))
    return {name: values for name, values in found.items() if values}


def _things(page: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Yield the works in JSON-LD: things with a headline or of a known type."""
    for script in page.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        things = [*people(data), *people(mapping(data).get("@graph"))]
        if isinstance(data, dict):
            things.append(data)
        for thing in things:
            if thing.get("headline") or text_of(thing.get("@type")) in _SCHEMA_TYPES:
                yield thing


def _named(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return list(filter(None, (text_of(each.get("name")) for each in people(value))))


def _first(found: Mapping[str, list[str]], where: tuple[str, ...]) -> str:
    return next((found[name][0] for name in where if name in found), "")


def _authors(found: Mapping[str, list[str]]) -> Iterator[Name]:
    """Yield the authors in the most reliable property that has them; the URL of a
    profile is not a name.
    """
    authors = next((found[name] for name in _AUTHORS if name in found), [])
    for text in authors:
        for name in text.split(";"):
            name = name.strip()
            if name and "://" not in name:
                yield person_or_group(name.removeprefix("By ").removeprefix("by "))


def _type(found: Mapping[str, list[str]]) -> str:
    for name, type_ in _CSL_TYPES.items():
        if name in found:
            return type_
    for schema_type in found.get("ld.@type", ()):
        if schema_type in _SCHEMA_TYPES:
            return _SCHEMA_TYPES[schema_type]
    return "webpage"


def _canonical(page: HtmlElement, url: str) -> str:
    """Return the canonical URL of the page, if it is on the same site."""
    for link in page.iter("link"):
        address = link.get("href") or ""
        is_canonical = (link.get("rel") or "").lower() == "canonical"
        if is_canonical and urlsplit(address).hostname == urlsplit(url).hostname:
            return address
    return url


def _without_site(title: str, site: str) -> str:
    """Remove the name of the site, which many pages append to their title.

    >>> _without_site("On Care | The Post", "The Post")
    'On Care'
    """
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and site and tail.casefold().strip() == site.casefold():
            return head.strip()
    return title
