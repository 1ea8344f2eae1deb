"""CITATION.cff (Citation File Format 1.2.0): a program or data set, what to cite in its
place, and what it cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.cff.fields import (
    FIELDS,
    MORE_TYPES,
    STATES,
    TYPES,
    Field,
)
from loccit.bibliography.records.record_file import RecordFile
from loccit.bibliography.yaml.document import read_document
from loccit.bibliography.yaml.values import (
    at,
    listed,
    mapping,
    put,
    text_of,
)
from loccit.bibliography.yaml.write import write_yaml
from loccit.errors import UnreadableFile
from loccit.model import Date, Name, Place, Problem, Source, Value
from loccit.values.calendar import is_month
from loccit.values.dates import read_date, read_year, write_date
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.names import particles
from loccit.values.page_ranges import page_range
from loccit.values.yaml import value_of

NAME = "cff"
EXTENSIONS = (".cff",)

_VERSION = regex(r"^cff-version:", re.MULTILINE)
_TAG = regex(r"</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>")
#: What the schema takes for a DOI.
_DOI = regex(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
#: What CFF has an author called whom nobody knows.
_NOBODY = "anonymous"
_OF_THE_FILE = frozenset(
    [
        *(
            "cff-version",
            "message",
            "references",
            "preferred-citation",
            "type",
            "authors",
            "identifiers",
            "contact",
        )
    ]
)
_OF_DATES = frozenset(
    ["year", "month", "date-published", "date-released", "issue-date", "start", "end"]
)
_KNOWN = (
    frozenset(field.path.partition(".")[0] for field in FIELDS)
    | _OF_THE_FILE
    | _OF_DATES
)


def recognizes(text: str) -> bool:
    return bool(_VERSION.search(text))


def read(text: str, path: str) -> RecordFile:
    import yaml

    document = read_document(text, path)
    root = document.root
    if root is None:
        return RecordFile([])
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableFile(
            "This is no citation file.",
            place=document.place(root),
            advice="It begins with `cff-version: 1.2.0`.",
        )
    works = [(root, "software")] if _is_work(mapping(value_of(root))) else []
    for key, node in root.value:
        if str(key.value) == "preferred-citation":
            works.append((node, ""))
        elif str(key.value) == "references" and isinstance(node, yaml.SequenceNode):
            works += [(item, "") for item in node.value]
    readings = [
        _reading(mapping(value_of(node)), kind, document.place(node))
        for node, kind in works
    ]
    return RecordFile(readings)


def write(sources: Iterable[Source]) -> str:
    """A file whose references are the sources; CFF wants each to have a title and an
    author.
    """
    file: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": "These are the works that are cited.",
        "title": "References",
        "authors": [{"name": _NOBODY}],
        "references": [_reference(source) for source in sources],
    }
    return write_yaml(file)


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again; a key is kept only where it would be
    made up so.
    """
    return round_trip.lost(source, write, read)


# -- reading


def _is_work(root: Mapping[str, object]) -> bool:
    """Whether the file is about a work, or only there for its references."""
    names = [
        text_of(mapping(author).get("name")) for author in listed(root.get("authors"))
    ]
    return not (names == [_NOBODY] and root.get("references"))


def _reading(
    entry: Mapping[str, object], kind: str, place: Place
) -> tuple[Source, list[Problem]]:
    type_ = text_of(entry.get("type")).lower() or kind
    csl = next(
        (name for name, cff in TYPES.items() if cff == type_), MORE_TYPES.get(type_, "")
    )
    if (
        csl == "book"
        and "collection-title" in entry
        and ("start" in entry or "section" in entry)
    ):
        csl = "chapter"
    elif csl == "article" and "journal" in entry:
        csl = "article-journal"
    variables: dict[str, Value] = {}
    read: set[str] = set()
    for field in FIELDS:
        if {field.variable, field.path} & (variables.keys() | read) or (
            field.only and csl not in field.only
        ):
            continue
        if value := _read(field, at(entry, field.path)):
            variables[field.variable] = value
            read.add(field.path)
    start, end = text_of(entry.get("start")), text_of(entry.get("end"))
    variables |= (
        {"page": f"{start}-{end}" if end and end != start else start} if start else {}
    )
    if "issued" not in variables and (date := _of_year(entry)):
        variables["issued"] = date
    source = Source("", csl or "document", variables, place, headline=True)
    return source, list(_problems(entry, type_, bool(csl), place))


def _problems(
    entry: Mapping[str, object], type_: str, known: bool, place: Place
) -> Iterator[Problem]:
    if type_ and not known:
        yield Problem(
            "unknown-type",
            f"The type `{type_}` is not known; the source is read as a document.",
            place,
        )
    if strange := [name for name in entry if name not in _KNOWN]:
        names = ", ".join(f"`{name}`" for name in strange)
        yield Problem(
            "not-kept", f"There is no place for {names}; it is not kept.", place, "note"
        )


def _read(field: Field, value: object) -> Value | None:
    if field.kind == "names":
        return tuple(
            name
            for each in map(mapping, listed(value))
            if (name := _read_name(each)) != Name()
        )
    if field.kind == "date":
        return read_date(text_of(value))
    if field.kind == "entity":
        return text_of(mapping(value).get("name"))
    if field.kind == "list":
        texts = [text for item in listed(value) if (text := text_of(item))]
        if field.variable == "language":
            texts = list(map(read_language, texts))
        return ", ".join(texts)
    text = text_of(value)
    if field.variable == "DOI":
        return plain_doi(text)
    return STATES.get(text, text) if field.kind == "status" else text


def _read_name(person: Mapping[str, object]) -> Name:
    if literal := text_of(person.get("name")):
        return Name(literal=literal) if literal != _NOBODY else Name()
    return Name(
        family=text_of(person.get("family-names")) or text_of(person.get("alias")),
        given=text_of(person.get("given-names")),
        non_dropping_particle=text_of(person.get("name-particle")),
        suffix=text_of(person.get("name-suffix")),
    )


def _of_year(entry: Mapping[str, object]) -> Date | None:
    year, month = text_of(entry.get("year")), text_of(entry.get("month"))
    return read_year(year, month) if year else None


# -- writing


def _reference(source: Source) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": TYPES.get(source.type, "generic"),
        "title": source.plain("title") or "Untitled",
        "authors": _write_names(source.names("author")) or [{"name": _NOBODY}],
    }
    done = {"title", "author"}
    for field in FIELDS:
        top = field.path.partition(".")[0]
        if field.variable in done or (field.only and source.type not in field.only):
            continue
        if (top in entry) == ("." not in field.path) and top in entry:
            continue
        if value := _write(field, source.variables.get(field.variable)):
            put(entry, field.path, value)
            done.add(field.variable)
    if issued := source.date("issued"):
        entry |= _write_year(issued)
    if pages := source.text("page"):
        ends = page_range(pages)
        entry |= {"start": ends.first, "end": ends.last} if ends else {"start": pages}
    return entry


def _write(field: Field, value: Value | None) -> object:
    if field.kind == "names":
        return _write_names(value) if isinstance(value, tuple) else None
    if isinstance(value, Date):
        start = value.start
        return write_date(Date(start)) if start and start.day else None
    if not isinstance(value, str) or not value:
        return None
    text = _TAG.sub("", value)
    if field.variable == "DOI" and not _DOI.fullmatch(text):
        return None  # a shortened one; the schema allows none
    if field.kind == "entity":
        return {"name": text}
    if field.kind == "list":
        return [part for part in text.split(", ") if part]
    if field.kind == "status":
        return next((name for name, words in STATES.items() if words == text), None)
    return text


def _write_year(date: Date) -> dict[str, object]:
    if date.start is None or date.start.day:
        return {}
    year: dict[str, object] = {"year": date.start.year}
    if is_month(date.start.month):
        year["month"] = date.start.month
    return year


def _write_names(names: tuple[Name, ...]) -> list[dict[str, str]]:
    return [_write_name(name) for name in names]


def _write_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"name": name.literal}
    particle = particles(name)
    parts = {
        "family-names": name.family,
        "given-names": name.given,
        "name-particle": particle,
        "name-suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}
