"""A web page itself: what it says of itself in its head.

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
from loccit.lookup.lookup_result import Found
from loccit.model import Date, DateParts, Name, Source, Value
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "the page"
ADDRESS = ""
KINDS: dict[Kind, int] = {"url": 1}
PAUSE = 0.0

#: Where each variable is told, the surest first; `ld.` is schema.org's JSON-LD.
_TOLD = {
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
    *(
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "ld.datepublished",
    ),
    *("article:published_time", "dc.date", "dcterms.date", "dc.date.issued"),
)
_AUTHORS = ("citation_author", "dc.creator", "author", "article:author")
_SITES = ("og:site_name", "ld.publisher", "dc.publisher", "application-name")
#: What tells the kind of work.
_KINDS = {
    "citation_journal_title": "article-journal",
    "citation_inbook_title": "chapter",
    "citation_conference_title": "paper-conference",
    "citation_dissertation_institution": "thesis",
    "citation_technical_report_institution": "report",
    "citation_isbn": "book",
}
_SCHEMA_KINDS = {
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
_SEPARATORS = (" | ", " – ", " — ", " - ", " :: ", " · ")


def look_up(identifier: Identifier, ask: Ask) -> Found | None:
    answer = ask(identifier.value, "text/html, application/xhtml+xml")
    if answer is None or "html" not in answer.content_type:
        return None
    source = source_of(answer.data, identifier.value)
    return Found(source, NAME) if source.text("title") else None


def source_of(data: bytes, url: str) -> Source:
    """The source that a page describes."""
    from lxml.html import HTMLParser, document_fromstring

    page = document_fromstring(
        data or b"<html/>", parser=HTMLParser(no_network=True, encoding=_encoding(data))
    )
    told = _told(page)
    kind = _kind(told)
    site = _first(told, _SITES)
    variables: dict[str, Value] = {
        **{variable: rich(_first(told, where)) for variable, where in _TOLD.items()},
        "author": names(_authors(told)),
        "page": pages(
            _first(told, ("citation_firstpage",)), _first(told, ("citation_lastpage",))
        ),
        "URL": _canonical(page, url),
    }
    variables["language"] = read_language(_first(told, _TOLD["language"]))
    variables["DOI"] = plain_doi(_first(told, _TOLD["DOI"]))
    variables["title"] = variables["title"] or _without_site(
        rich(page.findtext(".//title") or ""), site
    )
    if kind in ("webpage", "post-weblog", "article-newspaper"):
        variables["container-title"] = (
            variables["container-title"] or site or (urlsplit(url).hostname or "")
        )
    elif not variables["publisher"]:
        variables["publisher"] = site
    dates = (date_of(text) for name in _DATES for text in told.get(name, ()))
    if date := next(filter(None, dates), None):
        variables["issued"] = date
    else:  # a page without a date is cited as it was on the day (APA 7, section 9.16)
        today = day.today()
        variables["accessed"] = Date(DateParts(today.year, today.month, today.day))
    return Source(
        "",
        kind,
        {name: value for name, value in variables.items() if value},
        headline=True,
    )


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the page is that, whatever it says; else what lxml finds in it."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _told(page: HtmlElement) -> dict[str, list[str]]:
    """What the head says, by the lower-case name of the property."""
    told: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower()
        if name and (content := (element.get("content") or "").strip()):
            told.setdefault(name, []).append(content)
    for thing in _things(page):
        for name in ("headline", "name", "datePublished", "inLanguage", "@type"):
            if text := text_of(thing.get(name)):
                told.setdefault(f"ld.{name.lower()}", []).append(text)
        told.setdefault("ld.author", []).extend(_named(thing.get("author")))
        told.setdefault("ld.publisher", []).extend(_named(thing.get("publisher")))
    return {name: values for name, values in told.items() if values}


def _things(page: HtmlElement) -> Iterator[Mapping[str, object]]:
    """The works among what JSON-LD tells: those that have a headline, or are of a kind
    that is known.
    """
    for script in page.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in [
            *people(data),
            *people(mapping(data).get("@graph")),
            *([data] if isinstance(data, dict) else []),
        ]:
            if thing.get("headline") or text_of(thing.get("@type")) in _SCHEMA_KINDS:
                yield thing


def _named(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return list(filter(None, (text_of(each.get("name")) for each in people(value))))


def _first(told: Mapping[str, list[str]], where: tuple[str, ...]) -> str:
    return next((told[name][0] for name in where if name in told), "")


def _authors(told: Mapping[str, list[str]]) -> Iterator[Name]:
    """The authors, by the surest of those who tell them; an address of a profile is no
    name.
    """
    found = next(
        (
            told[name]
            for name in ("citation_author", "ld.author", *_AUTHORS[1:])
            if name in told
        ),
        [],
    )
    for text in found:
        for name in text.split(";"):
            if name.strip() and "://" not in name:
                yield person_or_group(
                    name.strip().removeprefix("By ").removeprefix("by ")
                )


def _kind(told: Mapping[str, list[str]]) -> str:
    highwire = next((kind for name, kind in _KINDS.items() if name in told), "")
    return highwire or next(
        filter(None, (_SCHEMA_KINDS.get(kind) for kind in told.get("ld.@type", ()))),
        "webpage",
    )


def _canonical(page: HtmlElement, url: str) -> str:
    """The address that the page gives as its own, if it is on the same site."""
    for link in page.iter("link"):
        address = link.get("href") or ""
        if (link.get("rel") or "").lower() == "canonical" and urlsplit(
            address
        ).hostname == urlsplit(url).hostname:
            return address
    return url


def _without_site(title: str, site: str) -> str:
    """The title without the site's name, which many put behind it.

    >>> _without_site("On Care | The Post", "The Post")
    'On Care'
    """
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and site and tail.casefold().strip() == site.casefold():
            return head.strip()
    return title
