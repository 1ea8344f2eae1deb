"""DataCite, for DOIs of data sets, software, theses and preprints (REST API,
`dois/{doi}`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from loccit.bibliography.duplicates import name_words
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import (
    date_of,
    first,
    first_surname,
    mapping,
    names,
    pages,
    people,
    person_or_group,
    text_of,
    title_of,
    title_words,
)
from loccit.lookup.lookup_result import LookupResult, new_source
from loccit.model import Date, Name, Source, Value
from loccit.values.languages import read_language

NAME = "DataCite"
ADDRESS = "https://api.datacite.org"
KINDS: dict[Kind, int] = {"doi": 2}
PAUSE = 0.1
FINDS = {
    "article": 2,
    "dataset": 2,
    "document": 2,
    "report": 2,
    "software": 2,
    "standard": 2,
    "thesis": 2,
}

#: So many works are asked for: the right one is among the first, if there is one.
_MOST_FOUND = 5

#: `resourceTypeGeneral` (DataCite Metadata Schema 4.6, appendix 1) as CSL's types.
_TYPES = {
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "ComputationalNotebook": "software",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "DataPaper": "article-journal",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Film": "motion_picture",
    "Image": "graphic",
    "InteractiveResource": "webpage",
    "Journal": "periodical",
    "JournalArticle": "article-journal",
    "PeerReview": "review",
    "Preprint": "article",
    "Report": "report",
    "Software": "software",
    "Sound": "song",
    "Standard": "standard",
}
#: Words in the free text of `resourceType`, used where the general type is `Text`.
_WORDS = {
    "thesis": "thesis",
    "dissertation": "thesis",
    "report": "report",
    "article": "article-journal",
    "book": "book",
}
_DATES = ("Issued", "Available", "Created", "Submitted", "Copyrighted")


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    answer = ask(
        f"/dois/{quote(identifier.value, safe='')}", "application/vnd.api+json"
    )
    data = mapping(mapping(answer.json()).get("data")) if answer else {}
    found = _result(data)
    return found if found.source.text("title") else None


def search(source: Source, ask: Ask) -> Iterator[LookupResult]:
    """Yield works with such a title and first name."""
    title = " AND ".join(title_words(source))
    name = " AND ".join(name_words(first_surname(source)))
    query = urlencode(
        {
            "query": f"titles.title:({title}) AND creators.name:({name})",
            "sort": "relevance",  # only of numbered pages
            "page[number]": 1,
            "page[size]": _MOST_FOUND,
        }
    )
    answer = ask(f"/dois?{query}", "application/vnd.api+json")
    found = mapping(answer.json()) if answer else {}
    yield from map(_result, people(found.get("data")))


def _result(data: Mapping[str, object]) -> LookupResult:
    record = mapping(data.get("attributes"))
    titles = [text_of(title.get("title")) for title in people(record.get("titles"))]
    dates = [date_of(date.get("date")) for date in people(record.get("dates"))]
    years = [str(date.start.year) for date in dates if date and date.start]
    also = {
        "title": tuple(titles),
        "issued": (text_of(record.get("publicationYear")), *years),
    }
    return LookupResult(source_of(record), NAME, also=also)


def source_of(record: Mapping[str, object]) -> Source:
    """Read a record."""
    container = mapping(record.get("container"))
    kind = _type(mapping(record.get("types")))
    publisher = record.get("publisher")
    if isinstance(publisher, Mapping):
        publisher = publisher.get("name")
    variables: dict[str, Value] = {
        "title": _title(record),
        "author": names(_name(person) for person in people(record.get("creators"))),
        "editor": names(
            _name(person)
            for person in people(record.get("contributors"))
            if person.get("contributorType") == "Editor"
        ),
        "publisher": text_of(publisher),
        "volume": text_of(container.get("volume")),
        "issue": text_of(container.get("issue")),
        "page": pages(container.get("firstPage"), container.get("lastPage")),
        "version": text_of(record.get("version")),
        "genre": "Preprint" if kind == "article" else "",
        "language": read_language(text_of(record.get("language"))),
        "DOI": text_of(record.get("doi")),
    }
    if kind in ("article-journal", "chapter"):
        variables["container-title"] = text_of(container.get("title"))
    if date := _issued(record):
        variables["issued"] = date
    return new_source(kind, variables)


def _type(types: Mapping[str, object]) -> str:
    general = text_of(types.get("resourceTypeGeneral"))
    if general in _TYPES:
        return _TYPES[general]
    words = text_of(types.get("resourceType")).lower()
    return next((kind for word, kind in _WORDS.items() if word in words), "document")


def _title(record: Mapping[str, object]) -> str:
    titles = list(people(record.get("titles")))
    texts = [title.get("title") for title in titles]
    main = [title.get("title") for title in titles if not title.get("titleType")]
    subtitles = [
        title.get("title") for title in titles if title.get("titleType") == "Subtitle"
    ]
    return title_of(first(main) or first(texts), first(subtitles))


def _issued(record: Mapping[str, object]) -> Date | None:
    """Return the date that is in the year of publication, or else that year."""
    year = text_of(record.get("publicationYear"))
    dates = {
        text_of(date.get("dateType")): date_of(date.get("date"))
        for date in people(record.get("dates"))
    }
    for kind in _DATES:
        date = dates.get(kind)
        if date and date.start and str(date.start.year) == year:
            return date
    return date_of(year) or next(filter(None, dates.values()), None)


def _name(person: Mapping[str, object]) -> Name:
    name = text_of(person.get("name"))
    if person.get("nameType") == "Organizational":
        return Name(literal=name)
    family = text_of(person.get("familyName"))
    if not family:
        return person_or_group(name)
    return Name(family=family, given=text_of(person.get("givenName")))
