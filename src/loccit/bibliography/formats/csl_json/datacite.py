"""Records of DataCite's own schema (DataCite Metadata Schema 4, as JSON)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: DataCite's general types, for records without their type in CSL.
_TYPES = {
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "DataPaper": "article-journal",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Image": "graphic",
    "JournalArticle": "article-journal",
    "Preprint": "article",
    "Report": "report",
    "Software": "software",
    "Sound": "song",
    "Standard": "standard",
}
_IN_CONTAINERS = frozenset(["article-journal", "chapter", "paper-conference"])


def is_record(item: Mapping[str, object]) -> bool:
    """Return whether an object is a record of DataCite's, or has one."""
    record = item.get("attributes", item)
    return isinstance(record, Mapping) and "titles" in record and "creators" in record


def item_of_record(item: Mapping[str, object]) -> dict[str, object]:
    """Convert a record to a CSL item.

    >>> record = {"doi": "10.1/x", "titles": [{"title": "Tides"}], "creators": [{"name": "Lab"}]}
    >>> item_of_record(record)["title"], item_of_record(record)["author"]
    ('Tides', [{'literal': 'Lab'}])
    """
    record = _mapping(item.get("attributes", item))
    types = _mapping(record.get("types"))
    general = str(types.get("resourceTypeGeneral", ""))
    csl_type = str(types.get("citeproc") or _TYPES.get(general, "document"))
    container = _mapping(record.get("container"))
    plain: dict[str, object] = {
        "id": item.get("id") or record.get("doi"),
        "type": csl_type,
        "title": _joined_titles(record),
        "author": _names(record.get("creators")),
        "editor": _names(_of_kind(record.get("contributors"), "Editor")),
        "publisher": _publisher(record.get("publisher")),
        "issued": _issued(record),
        "version": record.get("version"),
        "DOI": record.get("doi"),
        "URL": record.get("url"),
        "language": record.get("language"),
        "volume": container.get("volume"),
        "issue": container.get("issue"),
        "page": container.get("firstPage"),
    }
    if csl_type in _IN_CONTAINERS:
        plain["container-title"] = container.get("title")
    return {name: value for name, value in plain.items() if value}


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> Sequence[Mapping[str, object]]:
    return list(map(_mapping, value)) if isinstance(value, list) else []


def _joined_titles(record: Mapping[str, object]) -> str:
    """Join the title and the subtitle."""
    titles = _mappings(record.get("titles"))
    own = [str(each.get("title")) for each in titles if not each.get("titleType")]
    subtitles = [
        str(each.get("title")) for each in titles if each.get("titleType") == "Subtitle"
    ]
    return ": ".join([*own[:1], *subtitles[:1]])


def _names(people: object) -> list[dict[str, object]]:
    return [_name(person) for person in _mappings(people)]


def _name(person: Mapping[str, object]) -> dict[str, object]:
    """Return a person, or a group, which has no family name."""
    if person.get("familyName") and person.get("nameType") != "Organizational":
        return {"family": person["familyName"], "given": person.get("givenName", "")}
    name = str(person.get("name", ""))
    family, comma, given = name.partition(", ")
    if comma and person.get("nameType") == "Personal":
        return {"family": family, "given": given}
    return {"literal": name}


def _of_kind(people: object, kind: str) -> list[Mapping[str, object]]:
    return [each for each in _mappings(people) if each.get("contributorType") == kind]


def _publisher(publisher: object) -> object:
    """Return a publisher, which has been an object since version 4.5."""
    return _mapping(publisher).get("name", "") or publisher


def _issued(record: Mapping[str, object]) -> object:
    for date in _mappings(record.get("dates")):
        if date.get("dateType") == "Issued":
            return date.get("date")
    return record.get("publicationYear")
