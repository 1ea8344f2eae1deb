"""Hayagriva's YAML, typst's own format: a mapping of keys to entries, of which each may
have a parent.
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
from loccit.bibliography.source_file import Sources
from loccit.bibliography.yaml.document import read_document
from loccit.bibliography.yaml.values import at, listed, mapping, put, text_of
from loccit.bibliography.yaml.write import write_yaml
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source, Value
from loccit.values.dates import read_date
from loccit.values.yaml import value_of

NAME = "hayagriva"
EXTENSIONS = (".yaml", ".yml")

#: A key at the margin, and under it, after other fields, the type.
_ENTRY = regex(
    r"^(?!references:|cff-version:|- )[^\s#:][^\n:]*:[ \t]*\n"
    r"(?:[ \t]+(?!type:)\S[^\n]*\n|[ \t]*\n)*[ \t]+type:[ \t]*[\"']?(\w+)[\"']?[ \t]*$",
    re.MULTILINE,
)
_KNOWN = frozenset(type_ for type_, _ in TYPES.values()) | MORE_TYPES.keys()
#: Fields that are text where they have nothing but this.
_AS_TEXT = (("publisher", "name"), ("url", "value"))
_NUMBERS = ("doi", "isbn", "issn")


def recognizes(text: str) -> bool:
    found = _ENTRY.search(text[:20_000])
    return bool(found and found[1].lower() in _KNOWN) and "cff-version:" not in text


def read(text: str, path: str) -> Sources:
    import yaml

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
            problems.append(
                Problem(
                    "missing-key",
                    "This is no entry.",
                    place,
                    "warning",
                    "An entry has a `type`.",
                )
            )
    return Sources(sources, problems)


def write(sources: Iterable[Source]) -> str:
    entries = {source.key: _entry(source) for source in sources}
    return write_yaml(entries) if entries else ""


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again."""
    return round_trip.lost(source, write, read)


# -- reading


def _source(key: str, entry: Mapping[str, object], place: Place) -> Source:
    parents = [mapping(parent) for parent in listed(entry.get("parent"))]
    kinds = {
        text_of(parent.get("type")).lower(): parent for parent in reversed(parents)
    }
    conference = kinds.pop("conference", {})
    container = next(iter(kinds.values()), {}) if kinds else conference
    variables = _values(_spelt_out(entry), OWN)
    for name, value in _values(
        _spelt_out(container), (*CONTAINER, *OF_BOOK, *OF_JOURNAL)
    ).items():
        variables.setdefault(name, value)
    if (
        container
        and not entry.get("date")
        and (date := read_date(text_of(container.get("date"))))
    ):
        variables["issued"] = date
    if conference:
        variables.setdefault("event-title", read_title(conference.get("title")))
    for affiliated in map(mapping, listed(entry.get("affiliated"))):
        variable = ROLES.get(text_of(affiliated.get("role")).lower(), "")
        if variable and (names := read_names(affiliated.get("names"))):
            variables[variable] = names
    if short := read_title(at(entry, "title.short")):
        variables["title-short"] = short
    kind = _type(
        text_of(entry.get("type")).lower(), text_of(container.get("type")).lower()
    )
    return Source(
        key,
        kind,
        {name: value for name, value in variables.items() if value},
        place,
        headline=True,
    )


def _type(own: str, parent: str) -> str:
    """The CSL type of an entry in a parent of some type."""
    both = next(
        (
            kind
            for kind, pair in TYPES.items()
            if pair == (own, parent) and kind != "article-magazine"
        ),
        "",
    )
    alone = next(
        (
            kind
            for kind, pair in TYPES.items()
            if pair[0] == own and (not pair[1] or own != "article")
        ),
        "",
    )
    return both or alone or MORE_TYPES.get(own, "document")


def _spelt_out(entry: Mapping[str, object]) -> Mapping[str, object]:
    """The entry with those fields as mappings that may be text: a publisher's name, an
    address, a number.

    Up to hayagriva 0.4, a DOI, an ISBN and an ISSN stood by themselves; papis and
    citation-js still write them so.
    """
    spelt = dict(entry)
    for field, name in (*_AS_TEXT, ("serial-number", "serial")):
        if isinstance(spelt.get(field), str):
            spelt[field] = {name: spelt[field]}
    if numbers := {name: spelt[name] for name in _NUMBERS if name in spelt}:
        spelt["serial-number"] = {**numbers, **mapping(spelt.get("serial-number"))}
    return spelt


def _values(entry: Mapping[str, object], fields: Iterable[Field]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for path, variable, kind in fields:
        if (value := at(entry, path)) is not None and (
            read := read_value(kind, variable, value)
        ):
            values.setdefault(variable, read)
    return values


def _problems(key: str, entry: Mapping[str, object], place: Place) -> Iterator[Problem]:
    """What is to be said of an entry: a type that is none, fields that CSL has no
    variable for.
    """
    if (type_ := text_of(entry.get("type"))).lower() not in _KNOWN:
        message = (
            f"The source `{key}` has the type `{type_}`, which hayagriva doesn't know."
        )
        yield Problem(
            "unknown-type",
            message,
            place,
            "warning",
            "It is taken for a document of no certain kind.",
        )
    known = {field.path.partition(".")[0] for field in OWN} | {
        "type",
        "parent",
        "affiliated",
        *_NUMBERS,
    }
    if strange := [name for name in entry if name not in known]:
        names = ", ".join(f"`{name}`" for name in strange)
        yield Problem("not-kept", f"Of `{key}`, {names} can't be kept.", place, "note")


# -- writing


def _entry(source: Source) -> dict[str, object]:
    own, parent = TYPES.get(source.type, ("misc", ""))
    entry: dict[str, object] = {"type": own}
    in_parent = (
        *CONTAINER,
        *(
            OF_JOURNAL
            if source.type in JOURNALS
            else OF_BOOK
            if source.type in BOOKS
            else ()
        ),
    )
    above = {field.variable for field in in_parent}
    for path, variable, kind in OWN:
        if variable not in above and (
            value := write_value(kind, source.variables.get(variable))
        ):
            put(entry, path, value)
    if short := source.text("title-short"):
        entry["title"] = {"value": entry.get("title", ""), "short": write_title(short)}
    affiliated = [
        {"role": role, "names": write_names(names)}
        for role, variable in ROLES.items()
        if (names := source.names(variable))
    ]
    if affiliated:
        entry["affiliated"] = affiliated
    container: dict[str, object] = {"type": parent or "book"}
    for path, variable, kind in in_parent:
        if value := write_value(kind, source.variables.get(variable)):
            put(container, path, value)
    if "parent" in container:
        put(container, "parent.type", "book")
    if len(container) > 1:
        entry["parent"] = container
    if event := write_value("title", source.variables.get("event-title")):
        conference = {"type": "conference", "title": event}
        entry["parent"] = (
            [entry["parent"], conference] if "parent" in entry else conference
        )
    for each in (entry, container):
        for field, name in _AS_TEXT:
            value = each.get(field)
            if isinstance(value, dict) and value.keys() == {name}:
                each[field] = value[name]
    return entry
