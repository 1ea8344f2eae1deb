"""CITATION.cff (Citation File Format 1.2.0): a program or data set, the work to cite
instead of it, and its references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.cff.fields import (
    FIELDS,
    KNOWN_KEYS,
    MORE_TYPES,
    NOBODY,
    STATES,
    TYPES,
    Field,
)
from loccit.bibliography.formats.cff.write import write_reference
from loccit.bibliography.keys import VARIABLES
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import (
    OfRecord,
    ReadRecords,
    RecordFile,
    read_records,
)
from loccit.bibliography.records.scanned_records import Found, ScannedRecords
from loccit.bibliography.source_file import KeptIndex, SourceFile
from loccit.bibliography.yaml.document import read_document
from loccit.bibliography.yaml.stream import NotStreamed, read_part, stream
from loccit.bibliography.yaml.values import (
    at,
    listed,
    mapping,
    text_of,
)
from loccit.bibliography.yaml.write import write_yaml
from loccit.errors import UnreadableFile
from loccit.model import Date, Name, Place, Problem, Source, Value
from loccit.values.dates import read_date, read_year
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.yaml import value_of

NAME = "cff"
EXTENSIONS = (".cff",)

_VERSION = regex(r"^cff-version:", re.MULTILINE)
#: The work to cite instead of the one that the file describes.
_PREFERRED = "preferred-citation"
#: The fields that keys are made of; they mean the same in all types.
_FIELDS_FOR_KEYS = tuple(field for field in FIELDS if field.variable in VARIABLES)


def recognizes(text: str) -> bool:
    return bool(_VERSION.search(text))


def read(text: str, path: str) -> SourceFile:
    try:
        return _read_list(text, path)
    except NotStreamed:
        return _read_nodes(text, path)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def write(sources: Iterable[Source]) -> str:
    """Write a file that has the sources as its references.

    CFF requires a title and an author for each.
    """
    file: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": "These are the works that are cited.",
        "title": "References",
        "authors": [{"name": NOBODY}],
        "references": [write_reference(source) for source in sources],
    }
    return write_yaml(file)


def lost(source: Source) -> Iterator[str]:
    """Yield the variables that change when they are written and read again.

    CFF has no keys: a key is kept only if the same key is made when the file is read.
    """
    return round_trip.lost(source, write, read)


def _read_list(text: str, path: str) -> RecordFile:
    """Read a file that is only a list of references.

    Raises:
        NotStreamed: it describes a work, or has to be read as nodes.
    """
    found: list[Found] = []
    for_keys: list[Source] = []
    root: dict[str, object] = {}
    for each in stream(text, ("references",)):
        if each.in_list and each.name:
            entry = mapping(each.value)
            found.append(Found(each.start, each.end))
            variables = _variables(entry, "", _FIELDS_FOR_KEYS)
            _add_year(variables, entry)
            for_keys.append(Source("", "", variables))
        else:
            root[each.name] = each.value
    if not found or _is_work({**root, "references": found}) or _PREFERRED in root:
        raise NotStreamed
    records = ScannedRecords("cff", text, path, found)
    return read_records(records, _read_text, for_keys.__getitem__)


def _read_text(text: str, _: str, places: Places) -> OfRecord:
    place = places.at(0)
    return _reading(mapping(read_part(text, place.column)), "", place)


def _read_nodes(text: str, path: str) -> ReadRecords:
    import yaml  # most runs read no YAML

    document = read_document(text, path)
    root = document.root
    if root is None:
        return ReadRecords([])
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableFile(
            "This is not a citation file.",
            place=document.place(root),
            advice="A citation file begins with `cff-version: 1.2.0`.",
        )
    works: list[tuple[yaml.Node, str]] = []
    if _is_work(mapping(value_of(root))):
        works.append((root, "software"))
    for key, node in root.value:
        if str(key.value) == _PREFERRED:
            works.append((node, ""))
        elif str(key.value) == "references" and isinstance(node, yaml.SequenceNode):
            works += [(item, "") for item in node.value]
    readings = [
        _reading(mapping(value_of(node)), kind, document.place(node))
        for node, kind in works
    ]
    return ReadRecords(readings)


def _is_work(root: Mapping[str, object]) -> bool:
    """Return whether the file describes a work, and is not only a list of references."""
    authors = map(mapping, listed(root.get("authors")))
    names = [text_of(author.get("name")) for author in authors]
    return names != [NOBODY] or not root.get("references")


def _reading(
    entry: Mapping[str, object], kind: str, place: Place
) -> tuple[Source, list[Problem]]:
    type_ = text_of(entry.get("type")).lower() or kind
    csl = _csl_type(entry, type_)
    variables = _variables(entry, csl, FIELDS)
    if pages := _pages(entry):
        variables["page"] = pages
    _add_year(variables, entry)
    source = Source("", csl or "document", variables, place, headline=True)
    return source, list(_problems(entry, type_, bool(csl), place))


def _csl_type(entry: Mapping[str, object], type_: str) -> str:
    """Return the CSL type of an entry, or `""` if its type is unknown."""
    types = (csl for csl, cff in TYPES.items() if cff == type_)
    found = next(types, MORE_TYPES.get(type_, ""))
    is_part = "start" in entry or "section" in entry
    if found == "book" and "collection-title" in entry and is_part:
        return "chapter"
    if found == "article" and "journal" in entry:
        return "article-journal"
    return found


def _variables(
    entry: Mapping[str, object], csl_type: str, fields: Iterable[Field]
) -> dict[str, Value]:
    """Read each variable from its first field, and each field only once."""
    variables: dict[str, Value] = {}
    read: set[str] = set()
    for field in fields:
        if field.variable in variables or field.path in read:
            continue
        if field.only and csl_type not in field.only:
            continue
        if value := _read(field, at(entry, field.path)):
            variables[field.variable] = value
            read.add(field.path)
    return variables


def _add_year(variables: dict[str, Value], entry: Mapping[str, object]) -> None:
    if "issued" not in variables and (date := _of_year(entry)):
        variables["issued"] = date


def _pages(entry: Mapping[str, object]) -> str:
    start, end = text_of(entry.get("start")), text_of(entry.get("end"))
    if start and end and start != end:
        return f"{start}-{end}"
    return start


def _problems(
    entry: Mapping[str, object], type_: str, known: bool, place: Place
) -> Iterator[Problem]:
    if type_ and not known:
        yield Problem(
            "unknown-type",
            f"The type `{type_}` is not known; the source is read as a document.",
            place,
        )
    if strange := [name for name in entry if name not in KNOWN_KEYS]:
        names = ", ".join(f"`{name}`" for name in strange)
        yield Problem(
            "not-kept", f"There is no place for {names}; it is not kept.", place, "note"
        )


def _read(field: Field, value: object) -> Value | None:
    if field.kind == "names":
        people = map(mapping, listed(value))
        names = map(_read_name, people)
        return tuple(name for name in names if name != Name())
    if field.kind == "date":
        return read_date(text_of(value))
    if field.kind == "entity":
        return text_of(mapping(value).get("name"))
    if field.kind == "list":
        texts = [text for text in map(text_of, listed(value)) if text]
        if field.variable == "language":
            texts = list(map(read_language, texts))
        return ", ".join(texts)
    text = text_of(value)
    if field.variable == "DOI":
        return plain_doi(text)
    if field.kind == "status":
        return STATES.get(text, text)
    return text


def _read_name(person: Mapping[str, object]) -> Name:
    literal = text_of(person.get("name"))
    if literal == NOBODY:
        return Name()
    if literal:
        return Name(literal=literal)
    return Name(
        family=text_of(person.get("family-names")) or text_of(person.get("alias")),
        given=text_of(person.get("given-names")),
        non_dropping_particle=text_of(person.get("name-particle")),
        suffix=text_of(person.get("name-suffix")),
    )


def _of_year(entry: Mapping[str, object]) -> Date | None:
    year, month = text_of(entry.get("year")), text_of(entry.get("month"))
    return read_year(year, month) if year else None
