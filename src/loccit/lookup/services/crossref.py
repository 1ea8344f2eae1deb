"""Crossref, for most DOIs of articles and books (REST API, `works/{doi}`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlencode

from loccit._startup.regex import regex
from loccit.lookup.clean_markup import rich
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import (
    first,
    first_surname,
    listed,
    mapping,
    names,
    people,
    text_of,
    title_of,
    year_of,
)
from loccit.lookup.lookup_result import LookupResult, new_source
from loccit.model import Date, Name, Problem, Source, Value
from loccit.model.csl_json import date_from_csl_json

NAME = "Crossref"
ADDRESS = "https://api.crossref.org"
KINDS: dict[Kind, int] = {"doi": 1}
PAUSE = 0.1
FINDS = dict.fromkeys(
    """
    article article-journal article-magazine book chapter classic collection dataset document entry
    entry-dictionary entry-encyclopedia manuscript pamphlet paper-conference periodical
    report review review-book software standard thesis
    """.split(),  # noqa: SIM905
    1,
)

#: So many works are asked for: the right one is among the first, if there is one.
_MOST_FOUND = 5

#: Crossref's types (`GET /types`) as CSL's.
_TYPES = {
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-track": "chapter",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "reference-entry": "entry-encyclopedia",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "dissertation": "thesis",
    "dataset": "dataset",
    "database": "dataset",
    "posted-content": "article",
    "standard": "standard",
    "peer-review": "review",
}
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "chair": "chair",
}
_TEXTS = {
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "article-number": "number",
    "report-number": "number",
    "edition-number": "edition",
    "publisher-location": "publisher-place",
    "language": "language",
    "DOI": "DOI",
}
#: The dates of a work's publication.
_DATES = ("published", "published-print", "published-online", "issued", "posted")
#: Updates that a reader must know of (Crossref, "Crossmark: update types").
_GRAVE = {"retraction": "retracted", "removal": "removed", "withdrawal": "withdrawn"}
#: What publishers put before the title of a retracted work.
_RETRACTED = regex(r"(?i)\W*(?:retracted|withdrawn)(?: article| paper)?\W*[:\]]")
_CONCERN = "expression_of_concern"
_MILD = {
    "correction": "a correction",
    "erratum": "an erratum",
}


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    answer = ask(f"/works/{quote(identifier.value, safe='')}")
    record = mapping(mapping(answer.json()).get("message")) if answer else {}
    found = _result(record)
    if not found.source.text("title") and not found.source.text("container-title"):
        return None
    return found


def search(source: Source, ask: Ask) -> Iterator[LookupResult]:
    """Yield works with such a title, first name and year."""
    query = urlencode(
        {
            "query.bibliographic": f"{source.plain('title')} {year_of(source)}".strip(),
            "query.author": first_surname(source),
            "rows": _MOST_FOUND,
        }
    )
    answer = ask(f"/works?{query}")
    message = mapping(mapping(answer.json()).get("message")) if answer else {}
    yield from map(_result, people(message.get("items")))


def _result(record: Mapping[str, object]) -> LookupResult:
    # The first title has its subtitle elsewhere.
    titles = [*listed(record.get("title"))[1:], *listed(record.get("original-title"))]
    containers = [
        *listed(record.get("container-title")),
        *listed(record.get("short-container-title")),
    ]
    also = {
        "title": _texts(titles),
        "container-title": _texts(containers),
        "issued": tuple(_years(record)),
    }
    return LookupResult(source_of(record), NAME, tuple(_updates(record)), also)


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    """Return texts without markup."""
    return tuple(filter(None, (rich(value, marks=False) for value in values)))


def _years(record: Mapping[str, object]) -> Iterator[str]:
    """Yield the years in which a work appeared, online or in print."""
    issue = mapping(record.get("journal-issue"))
    values = [record.get(field) for field in _DATES]
    for value in (*values, *(issue.get(field) for field in _DATES)):
        date = date_from_csl_json(value)
        if date and date.start:
            yield str(date.start.year)


def source_of(record: Mapping[str, object]) -> Source:
    """Read a record."""
    kind = _TYPES.get(text_of(record.get("type")), "document")
    variables: dict[str, Value] = {
        "title": title_of(first(record.get("title")), first(record.get("subtitle"))),
        "original-title": rich(first(record.get("original-title"))),
        "publisher": rich(record.get("publisher")),
        "ISBN": _isbn(record),
        "abstract": rich(record.get("abstract"), marks=False),
    }
    container = rich(first(record.get("container-title")))
    if kind == "book":
        variables["collection-title"] = container
    else:
        short = rich(first(record.get("short-container-title")))
        variables["container-title"] = container
        variables["container-title-short"] = short
    for field, variable in _TEXTS.items():
        if text := text_of(record.get(field)):
            variables[variable] = text
    for role, variable in _ROLES.items():
        variables[variable] = names(map(_name, people(record.get(role))))
    variables |= _at_institution(kind, record)
    if kind == "article-journal":
        variables["ISSN"] = first(record.get("ISSN"))
        # No style for writers prints the publisher of a journal; it is often outdated.
        variables.pop("publisher")
    if kind == "paper-conference":
        event = mapping(record.get("event"))
        variables |= {
            "event-title": text_of(event.get("name")),
            "event-place": text_of(event.get("location")),
        }
    if date := _issued(record):
        variables["issued"] = date
    return new_source(kind, variables)


def _issued(record: Mapping[str, object]) -> Date | None:
    """Return the date of the volume if the work is in one, else its first date."""
    first_choices = ["issued", "published", "posted"]
    if record.get("volume"):
        first_choices = ["published-print", "issued"]
    for field in (*first_choices, "published-online", "approved", "created"):
        if date := date_from_csl_json(record.get(field)):
            return date
    return None


def _at_institution(kind: str, record: Mapping[str, object]) -> dict[str, Value]:
    """Return the institution that published a report, a thesis or a preprint."""
    institution = first(
        [each.get("name") for each in people(record.get("institution"))]
    )
    publisher = rich(record.get("publisher"))
    if kind == "thesis":
        degree = first(record.get("degree"))
        genre = f"{degree} thesis" if degree else ""
        return {"publisher": institution or publisher, "genre": genre}
    if kind == "article":
        server = institution or first(record.get("group-title")) or publisher
        genre = "Preprint" if record.get("subtype") == "preprint" else ""
        return {"publisher": server, "genre": genre}
    if kind == "report" and institution:
        return {"publisher": institution}
    return {}


def _isbn(record: Mapping[str, object]) -> str:
    """Return the ISBN of the printed book, or else the first one."""
    printed = (
        each.get("value")
        for each in people(record.get("isbn-type"))
        if each.get("type") == "print"
    )
    return first([*printed, *listed(record.get("ISBN"))]).rpartition("/")[2]


def _name(person: Mapping[str, object]) -> Name:
    family = rich(person.get("family"), marks=False)
    given = rich(person.get("given"), marks=False)
    if not family:
        return Name(literal=rich(person.get("name"), marks=False) or given)
    return Name(family=family, given=given, suffix=text_of(person.get("suffix")))


def _updates(record: Mapping[str, object]) -> Iterator[Problem]:
    """Report retractions and corrections: Crossref has them in `updated-by`, with the
    notices of Retraction Watch, in titles, and in `update-to` of a notice itself.
    """
    updates = list(_updated_by(record))
    title = rich(first(record.get("title")), marks=False)
    is_known = any(update.rule == "retracted" for update in updates)
    if _RETRACTED.match(title) and not is_known:
        message = f"Its title says that this work was retracted: “{title}”."
        yield Problem("retracted", message)
    yield from updates
    for update in people(record.get("update-to")):
        kind = text_of(update.get("label")) or text_of(update.get("type"))
        message = f"This is itself a notice about another work: {kind.lower()}."
        notice = f"The work is https://doi.org/{text_of(update.get('DOI'))}."
        yield Problem("notice", message, severity="note", advice=notice)


def _updated_by(record: Mapping[str, object]) -> Iterator[Problem]:
    for update in people(record.get("updated-by")):
        kind = text_of(update.get("type")).replace("-", "_").lower()
        notice = f"See https://doi.org/{text_of(update.get('DOI'))}."
        if kind in _GRAVE:
            message = f"This work was {_GRAVE[kind]}."
            yield Problem("retracted", message, severity="warning", advice=notice)
        elif kind == _CONCERN:
            message = "There is an expression of concern about this work."
            yield Problem("concern", message, severity="warning", advice=notice)
        elif kind in _MILD:
            message = f"There is {_MILD[kind]} to this work."
            yield Problem("updated", message, severity="note", advice=notice)
