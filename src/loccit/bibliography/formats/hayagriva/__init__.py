"""Hayagriva's YAML, the format of Typst: a mapping of keys to entries, which may have
parents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.hayagriva.fields import (
    BOOKS,
    CONTAINER,
    JOURNALS,
    MORE_TYPES,
    OF_BOOK,
    OF_JOURNAL,
    OWN,
    ROLES,
    TYPES,
    Field,
)
from loccit.bibliography.formats.hayagriva.values import (
    read_names,
    read_title,
    read_value,
    write_names,
    write_title,
    write_value,
)
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile
from loccit.bibliography.records.scanned_records import Found, ScannedRecords
from loccit.bibliography.source_file import KeptIndex, SourceFile, Sources
from loccit.bibliography.yaml.document import read_document
from loccit.bibliography.yaml.stream import NotStreamed, read_part, stream
from loccit.bibliography.yaml.values import at, listed, mapping, put, text_of
from loccit.bibliography.yaml.write import write_yaml
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source, Value
from loccit.text_files.positions import Positions
from loccit.values.dates import read_date
from loccit.values.yaml import value_of

NAME = "hayagriva"
EXTENSIONS = (".yaml", ".yml")

#: A key without indent, and below it an indented `type`, perhaps after other fields.
_ENTRY = regex(
    r"^(?!references:|cff-version:|- )[^\s#:][^\n:]*:[ \t]*\r?\n"
    r"(?:[ \t]+(?!type:)\S[^\n]*\n|[ \t]*\r?\n)*[ \t]+type:[ \t]*[\"']?(\w+)[\"']?[ \t]*\r?$",
    re.MULTILINE,
)
_KNOWN = frozenset(type_ for type_, _ in TYPES.values()) | MORE_TYPES.keys()
#: Fields that are a text if this is the only value in them.
_AS_TEXT = (("publisher", "name"), ("url", "value"))
_NUMBERS = ("doi", "isbn", "issn")
_KNOWN_FIELDS = frozenset(field.path.partition(".")[0] for field in OWN).union(
    ["type", "parent", "affiliated"], _NUMBERS
)


def recognizes(text: str) -> bool:
    found = _ENTRY.search(text[:20_000])
    return bool(found and found[1].lower() in _KNOWN) and "cff-version:" not in text


def read(text: str, path: str) -> SourceFile:
    try:
        return RecordFile(_scanned(text, path), _read_text)
    except NotStreamed:
        return _read_nodes(text, path)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def write(sources: Iterable[Source]) -> str:
    entries = {source.key: _entry(source) for source in sources}
    return write_yaml(entries) if entries else ""


def lost(source: Source) -> Iterator[str]:
    """Yield the variables that change when they are written and read again."""
    return round_trip.lost(source, write, read)


# -- reading


def _scanned(text: str, path: str) -> ScannedRecords:
    """Find the entries of a file.

    Raises:
        NotStreamed: it has to be read as nodes, or is not a mapping.
    """
    positions = Positions(text)
    found: list[Found] = []
    problems: list[Problem] = []
    for each in stream(text):
        if each.in_list:
            raise NotStreamed
        place = Place(path, *positions.at(each.start))
        if isinstance(each.value, Mapping):
            found.append(Found(each.start, each.end, each.name))
            problems += _problems(each.name, each.value, place)
        else:
            problems.append(_no_entry(place))
    return ScannedRecords("hayagriva", text, path, found, problems=problems)


def _read_text(text: str, _: str, places: Places) -> OfRecord:
    place = places.at(0)
    [(key, entry)] = mapping(read_part(text, place.column)).items()
    return _source(key, mapping(entry), place), ()


def _read_nodes(text: str, path: str) -> Sources:
    import yaml  # most runs read no YAML

    document = read_document(text, path)
    root = document.root
    if root is None:
        return Sources([])
    if not isinstance(root, yaml.MappingNode):
        raise UnreadableFile(
            "There are no sources in this file.",
            place=document.place(root),
            advice="Hayagriva's format is a mapping of keys to entries, each with a `type`.",
        )
    sources: list[Source] = []
    problems: list[Problem] = []
    for key, node in root.value:
        entry, place = value_of(node), document.place(key)
        if isinstance(entry, Mapping):
            sources.append(_source(str(key.value), entry, place))
            problems += _problems(str(key.value), entry, place)
        else:
            problems.append(_no_entry(place))
    return Sources(sources, problems)


def _no_entry(place: Place) -> Problem:
    message, advice = "This is not an entry.", "An entry has a `type`."
    return Problem("missing-key", message, place, "warning", advice)


def _source(key: str, entry: Mapping[str, object], place: Place) -> Source:
    parents = map(mapping, reversed(listed(entry.get("parent"))))
    by_type = {_type_of(parent): parent for parent in parents}
    conference = by_type.pop("conference", {})
    container = next(iter(by_type.values()), conference)
    in_parent = (*CONTAINER, *OF_BOOK, *OF_JOURNAL)
    variables = _values(_spelled_out(entry), OWN)
    for name, value in _values(_spelled_out(container), in_parent).items():
        variables.setdefault(name, value)
    date = read_date(text_of(container.get("date")))
    if date and not entry.get("date"):
        variables["issued"] = date
    if conference:
        variables.setdefault("event-title", read_title(conference.get("title")))
    for affiliated in map(mapping, listed(entry.get("affiliated"))):
        variable = ROLES.get(text_of(affiliated.get("role")).lower(), "")
        if variable and (names := read_names(affiliated.get("names"))):
            variables[variable] = names
    if short := read_title(at(entry, "title.short")):
        variables["title-short"] = short
    kind = _csl_type(_type_of(entry), _type_of(container))
    filled = {name: value for name, value in variables.items() if value}
    return Source(key, kind, filled, place, headline=True)


def _type_of(entry: Mapping[str, object]) -> str:
    return text_of(entry.get("type")).lower()


def _csl_type(own: str, parent: str) -> str:
    """Return the CSL type for the types of an entry and its parent."""
    for csl_type, pair in TYPES.items():
        if pair == (own, parent):
            return csl_type
    for csl_type, (type_, above) in TYPES.items():
        # An article is in a journal only if its parent is one.
        if type_ == own and (own != "article" or not above):
            return csl_type
    return MORE_TYPES.get(own, "document")


def _spelled_out(entry: Mapping[str, object]) -> Mapping[str, object]:
    """Replace short forms by mappings: a publisher, an address or a number as a text.

    Up to hayagriva 0.4, the DOI, ISBN and ISSN were fields of the entry; papis and
    citation-js still write them there.
    """
    full = dict(entry)
    for field, name in (*_AS_TEXT, ("serial-number", "serial")):
        if isinstance(full.get(field), str):
            full[field] = {name: full[field]}
    if numbers := {name: full[name] for name in _NUMBERS if name in full}:
        full["serial-number"] = {**numbers, **mapping(full.get("serial-number"))}
    return full


def _values(entry: Mapping[str, object], fields: Iterable[Field]) -> dict[str, Value]:
    """Read each variable from the first field that has a value for it."""
    values: dict[str, Value] = {}
    for path, variable, kind in fields:
        value = at(entry, path)
        read = read_value(kind, variable, value) if value is not None else None
        if read:
            values.setdefault(variable, read)
    return values


def _problems(key: str, entry: Mapping[str, object], place: Place) -> Iterator[Problem]:
    """Report an unknown type, and fields without a CSL variable."""
    type_ = text_of(entry.get("type"))
    if type_.lower() not in _KNOWN:
        message = (
            f"The source `{key}` has the type `{type_}`, which hayagriva doesn't know."
        )
        advice = "It is read as a document of unknown type."
        yield Problem("unknown-type", message, place, "warning", advice)
    if strange := [name for name in entry if name not in _KNOWN_FIELDS]:
        names = ", ".join(f"`{name}`" for name in strange)
        yield Problem("not-kept", f"Of `{key}`, {names} can't be kept.", place, "note")


# -- writing


def _entry(source: Source) -> dict[str, object]:
    own, parent = TYPES.get(source.type, ("misc", ""))
    entry: dict[str, object] = {"type": own}
    in_parent = _fields_of_parent(source.type)
    above = {field.variable for field in in_parent}
    _put_values(entry, source, [field for field in OWN if field.variable not in above])
    if short := source.text("title-short"):
        entry["title"] = {"value": entry.get("title", ""), "short": write_title(short)}
    if affiliated := _affiliated(source):
        entry["affiliated"] = affiliated
    container: dict[str, object] = {"type": parent or "book"}
    _put_values(container, source, in_parent)
    if "parent" in container:
        put(container, "parent.type", "book")
    parents = [container] if len(container) > 1 else []
    if event := write_value("title", source.variables.get("event-title")):
        parents.append({"type": "conference", "title": event})
    _shorten(entry)
    _shorten(container)
    if parents:
        entry["parent"] = parents if len(parents) > 1 else parents[0]
    return entry


def _fields_of_parent(csl_type: str) -> tuple[Field, ...]:
    if csl_type in JOURNALS:
        return CONTAINER + OF_JOURNAL
    if csl_type in BOOKS:
        return CONTAINER + OF_BOOK
    return CONTAINER


def _put_values(
    entry: dict[str, object], source: Source, fields: Iterable[Field]
) -> None:
    for path, variable, kind in fields:
        if value := write_value(kind, source.variables.get(variable)):
            put(entry, path, value)


def _affiliated(source: Source) -> list[dict[str, object]]:
    """Write the people in roles other than author and editor."""
    return [
        {"role": role, "names": write_names(source.names(variable))}
        for role, variable in ROLES.items()
        if source.names(variable)
    ]


def _shorten(entry: dict[str, object]) -> None:
    """Write a publisher or an address as a text if that is all there is."""
    for field, name in _AS_TEXT:
        value = entry.get(field)
        if isinstance(value, dict) and value.keys() == {name}:
            entry[field] = value[name]
