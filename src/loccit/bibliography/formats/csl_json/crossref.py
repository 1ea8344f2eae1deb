"""Items as Crossref sends them: almost CSL-JSON.

Crossref's own schema has lists for titles, names under `name`, and its own types;
doi.org passes parts of it on (Crossref REST API, "Works"; CrossCite).
"""

from __future__ import annotations

from collections.abc import Mapping

#: Crossref's types that are not CSL's.
_TYPES = {
    "book-part": "chapter",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "book-track": "chapter",
    "database": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "monograph": "book",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report-component": "report",
    "report-series": "report",
}
#: Other names of CSL's variables.
_NAMES = {
    "article-number": "number",
    "edition-number": "edition",
    "publisher-location": "publisher-place",
    "short-container-title": "container-title-short",
}
_TITLES = ("title", "container-title", "container-title-short", "original-title")
_PEOPLE = ("author", "chair", "editor", "translator")
_NAME_PARTS = (
    "family",
    "given",
    "suffix",
    "literal",
    "dropping-particle",
    "non-dropping-particle",
)
_DATES = ("published", "published-print", "posted", "published-online", "created")
#: Members that only Crossref's records have.
_MARKS = frozenset(
    [
        "content-domain",
        "indexed",
        "is-referenced-by-count",
        "member",
        "prefix",
        "reference-count",
        "short-container-title",
        "subtitle",
    ]
)
#: Types that an institution publishes.
_OF_INSTITUTIONS = frozenset(["article", "report", "thesis"])


def plain_item(item: Mapping[str, object]) -> Mapping[str, object]:
    """Return an item in CSL's words; one that is so already is returned itself.

    >>> plain_item({"type": "journal-article", "title": ["Doors"], "subtitle": ["A history"]})
    {'type': 'article-journal', 'title': 'Doors: A history'}
    """
    if not _is_of_agency(item):
        return item
    plain: dict[str, object] = {
        _NAMES.get(name, name): value for name, value in item.items()
    }
    plain["type"] = _TYPES.get(str(item.get("type")), item.get("type"))
    subtitle = _first(plain.pop("subtitle", ""))
    for name in _TITLES:
        if isinstance(plain.get(name), list):
            plain[name] = _first(plain[name])
    title = str(plain.get("title", ""))
    if subtitle and subtitle.lower() not in title.lower():
        plain["title"] = f"{title}: {subtitle}"
    for name in _PEOPLE:
        if isinstance(plain.get(name), list):
            plain[name] = [_person(person) for person in _list(plain[name])]
    _move_event(plain)
    _move_institution(plain)
    if "degree" in plain:
        plain.setdefault("genre", _first(plain.pop("degree")))
    dates = [plain[name] for name in ("issued", *_DATES) if name in plain]
    if dates:
        plain["issued"] = dates[0]
    return plain


def _is_of_agency(item: Mapping[str, object]) -> bool:
    return str(item.get("type")) in _TYPES or not _MARKS.isdisjoint(item)


def _first(value: object) -> str:
    values = _list(value)
    return str(values[0]) if values else ""


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [value] if value else []


def _person(person: object) -> object:
    """Return a name in CSL's parts; a group has its name under `name`."""
    if not isinstance(person, Mapping):
        return person
    if "family" not in person and "name" in person:
        return {"literal": person["name"]}
    return {part: person[part] for part in _NAME_PARTS if part in person}


def _move_event(item: dict[str, object]) -> None:
    event = item.pop("event", None)
    if isinstance(event, Mapping):
        item |= {"event-title": event.get("name"), "event-place": event.get("location")}
    elif event:
        item["event"] = event


def _move_institution(item: dict[str, object]) -> None:
    """Read the institution of a report or a thesis, which Crossref has as an object."""
    institutions = _list(item.pop("institution", None))
    names = [each.get("name") for each in institutions if isinstance(each, Mapping)]
    if names and (item.get("type") in _OF_INSTITUTIONS or "publisher" not in item):
        item["publisher"] = names[0]
