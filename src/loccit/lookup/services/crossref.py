"""Crossref, which registers most DOIs of articles and books (REST API, `works/{doi}`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from loccit.lookup.clean_markup import rich
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import (
    first,
    listed,
    mapping,
    names,
    people,
    text_of,
    title_of,
)
from loccit.lookup.lookup_result import Found
from loccit.model import Date, Name, Problem, Source, Value
from loccit.model.csl_json import date_from_csl_json

NAME = "Crossref"
ADDRESS = "https://api.crossref.org"
KINDS: dict[Kind, int] = {"doi": 1}
PAUSE = 0.1

#: Crossref's types (`GET /types`) as CSL's.
_TYPES = {
    **dict.fromkeys(
        (
            "book",
            "monograph",
            "edited-book",
            "reference-book",
            "book-set",
            "book-series",
        ),
        "book",
    ),
    **dict.fromkeys(
        ("book-chapter", "book-part", "book-section", "book-track"), "chapter"
    ),
    **dict.fromkeys(("report", "report-component", "report-series"), "report"),
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
#: What an update says that a reader must know (Crossref, "Crossmark: update types").
_GRAVE = {"retraction": "retracted", "removal": "removed", "withdrawal": "withdrawn"}
_MILD = {
    "expression_of_concern": "an expression of concern",
    "correction": "a correction",
    "erratum": "an erratum",
}


def look_up(identifier: Identifier, ask: Ask) -> Found | None:
    answer = ask(f"/works/{quote(identifier.value, safe='')}")
    record = mapping(mapping(answer.json()).get("message")) if answer else {}
    source = source_of(record)
    if not source.text("title") and not source.text("container-title"):
        return None
    return Found(source, NAME, tuple(_updates(record)))


def source_of(record: Mapping[str, object]) -> Source:
    """The source that a record describes."""
    kind = _TYPES.get(text_of(record.get("type")), "document")
    variables: dict[str, Value] = {
        "title": title_of(first(record.get("title")), first(record.get("subtitle"))),
        "original-title": rich(first(record.get("original-title"))),
        "container-title": rich(first(record.get("container-title")))
        if kind != "book"
        else "",
        "container-title-short": rich(first(record.get("short-container-title")))
        if kind != "book"
        else "",
        "collection-title": rich(first(record.get("container-title")))
        if kind == "book"
        else "",
        "publisher": rich(record.get("publisher")),
        "ISBN": _isbn(record),
        "abstract": rich(record.get("abstract"), marks=False),
        **{
            variable: text
            for field, variable in _TEXTS.items()
            if (text := text_of(record.get(field)))
        },
        **{
            variable: names(_name(person) for person in people(record.get(role)))
            for role, variable in _ROLES.items()
        },
    }
    variables |= _at_institution(kind, record)
    if kind == "article-journal":
        variables["ISSN"] = first(record.get("ISSN"))
        variables.pop(
            "publisher"
        )  # of a journal; no style for writers prints it, and it is often out of date
    if kind == "paper-conference":
        event = mapping(record.get("event"))
        variables |= {
            "event-title": text_of(event.get("name")),
            "event-place": text_of(event.get("location")),
        }
    if date := _issued(record):
        variables["issued"] = date
    return Source(
        "",
        kind,
        {name: value for name, value in variables.items() if value},
        headline=True,
    )


def _issued(record: Mapping[str, object]) -> Date | None:
    """The date of the volume where it is in one, else when it first came out."""
    order = (
        ("published-print", "issued")
        if record.get("volume")
        else ("issued", "published", "posted")
    )
    dates = (
        date_from_csl_json(record.get(field))
        for field in (*order, "published-online", "approved", "created")
    )
    return next(filter(None, dates), None)


def _at_institution(kind: str, record: Mapping[str, object]) -> dict[str, Value]:
    """What a report, a thesis or a preprint came out at."""
    institution = next(
        (text_of(each.get("name")) for each in people(record.get("institution"))), ""
    )
    if kind == "thesis":
        genre = f"{degree} thesis" if (degree := first(record.get("degree"))) else ""
        return {
            "publisher": institution or rich(record.get("publisher")),
            "genre": genre,
        }
    if kind == "article":
        server = (
            institution
            or first(record.get("group-title"))
            or rich(record.get("publisher"))
        )
        return {
            "publisher": server,
            "genre": "Preprint" if record.get("subtype") == "preprint" else "",
        }
    return {"publisher": institution} if kind == "report" and institution else {}


def _isbn(record: Mapping[str, object]) -> str:
    """The ISBN of the printed book, else the first."""
    printed = (
        each.get("value")
        for each in people(record.get("isbn-type"))
        if each.get("type") == "print"
    )
    return first([*printed, *listed(record.get("ISBN"))]).rpartition("/")[2]


def _name(person: Mapping[str, object]) -> Name:
    family, given = (
        rich(person.get("family"), marks=False),
        rich(person.get("given"), marks=False),
    )
    if not family:
        return Name(literal=rich(person.get("name"), marks=False) or given)
    return Name(family=family, given=given, suffix=text_of(person.get("suffix")))


def _updates(record: Mapping[str, object]) -> Iterator[Problem]:
    """What was said of the work later: Crossref keeps it in `updated-by`, with
    Retraction Watch's notices.
    """
    for update in people(record.get("updated-by")):
        kind = text_of(update.get("type")).replace("-", "_").lower()
        notice = f"See https://doi.org/{text_of(update.get('DOI'))}."
        if kind in _GRAVE:
            yield Problem(
                "retracted",
                f"This work was {_GRAVE[kind]}.",
                severity="warning",
                advice=notice,
            )
        elif kind in _MILD:
            yield Problem(
                "updated",
                f"There is {_MILD[kind]} to this work.",
                severity="note",
                advice=notice,
            )
