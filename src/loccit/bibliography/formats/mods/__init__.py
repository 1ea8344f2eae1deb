"""MODS, the Library of Congress's XML (https://www.loc.gov/standards/mods/), as
catalogs, Zotero, JabRef and bibutils write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.mods.elements import lines_of
from loccit.bibliography.formats.mods.fields import FIELDS, RELATORS
from loccit.bibliography.formats.mods.types import (
    HOSTED,
    WRITTEN,
    Issuance,
    Written,
    csl_type,
    says_type,
)
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile, read_records
from loccit.bibliography.records.xml_records import Shape, scan_xml
from loccit.bibliography.source_file import KeptIndex
from loccit.bibliography.xml import Element, escaped, nested, read_element, root_tag
from loccit.model import Date, Source
from loccit.values.dates import write_date
from loccit.values.page_ranges import page_range

NAME = "mods"
EXTENSIONS = (".mods", ".xml")

_NAMESPACE = "http://www.loc.gov/mods/v3"
_HOST = "relatedItem[host]/"
_SERIES = "relatedItem[series]/"
#: A key that can be an `ID` in XML.
_ID = regex(r"[^\W\d][\w.-]*")
#: A step of a path with its type in brackets.
_TYPED = regex(r"(\w+)\[([^\]]*)\]")
#: The attributes in brackets that are not the `type`.
_ATTRIBUTES = {"extent": "unit", "genre": "authority"}
#: The order in which elements are written, in a work and in its container.
_ORDER = (
    "titleInfo",
    "titleInfo[abbreviated]",
    "titleInfo[translated]",
    "name",
    "typeOfResource",
    "genre",
    "originInfo",
    "language",
    "physicalDescription",
    "abstract",
    "note",
    "note[annotation]",
    "subject",
    "classification",
    "relatedItem[host]",
    "relatedItem[series]",
    "relatedItem[original]",
    "relatedItem[reviewOf]",
    "identifier",
    "location",
    "physicalLocation",
    "shelfLocator",
    "url",
    "part",
    "recordInfo",
)
_RANKS = {element: rank for rank, element in enumerate(_ORDER)}


def recognizes(text: str) -> bool:
    return root_tag(text)[0] in ("modsCollection", "mods")


def read(text: str, path: str) -> RecordFile:
    return read_records(scan_xml("mods", text, path, _SHAPE), _read_text)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def write(sources: Iterable[Source]) -> str:
    records = "".join(map(_write_record, sources))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<modsCollection xmlns="{_NAMESPACE}">\n{records}</modsCollection>\n'
    )


def lost(source: Source) -> Iterator[str]:
    """The variables that differ when the written source is read again.

    MODS has no element for them, or cannot hold all of their value.
    """
    return round_trip.lost(source, write, read)


def _read_text(text: str, around: str, places: Places) -> OfRecord:
    return _read_record(read_element(text, around), places)


def _read_record(record: Element, places: Places) -> OfRecord:
    genres = [_genre(genre) for genre in record.all("genre")]
    type_ = _read_type(record, genres)
    has_csl_type = any(authority == "csl" for authority, _ in genres)
    in_file = [
        line
        for line in lines_of(record)
        if line.text and not _is_of_type(line, has_csl_type)
    ]
    if type_ not in HOSTED:
        in_file = list(map(_host_as_series, in_file))
    variables, left = read_fields(Tags(in_file).lines(), type_, FIELDS)
    left = [line for line in left if not line.tag.startswith(f"{_HOST}genre")]
    place = places.at(record.position)
    source = Source(_key(record), type_, variables, place, headline=True)
    return source, places.not_kept(left, in_file)


def _genre(genre: Element) -> tuple[str, str]:
    """Return the authority and the genre, in lower case unless it is a CSL type."""
    authority, text = genre.attributes.get("authority", ""), genre.text().strip()
    return authority, text if authority == "csl" else text.lower()


def _read_type(record: Element, genres: Sequence[tuple[str, str]]) -> str:
    related = record.all("relatedItem")
    hosts = [item for item in related if item.attributes.get("type") == "host"]
    genres_of_hosts: list[str] = []
    for host in hosts:
        texts = [genre.text().strip() for genre in host.all("genre")]
        genres_of_hosts += texts or [""]
    issuance = Issuance(_issuance(record), _issuance(hosts[0]) if hosts else "")
    resource = record.text("typeOfResource").strip()
    return csl_type(genres, genres_of_hosts, resource, issuance)


def _issuance(element: Element) -> str:
    return element.text("originInfo", "issuance").strip()


def _is_of_type(line: Line, has_csl_type: bool) -> bool:
    """Return whether a line is a genre that says no more than the type.

    Beside a CSL type, a genre without an authority is the work's own.
    """
    element, _, authority = line.tag.partition("[")
    authority = authority.removesuffix("]")
    if element != "genre" or (has_csl_type and not authority):
        return False
    return says_type(authority, line.text)


def _host_as_series(line: Line) -> Line:
    return line._replace(tag=line.tag.replace(_HOST, _SERIES))


def _key(record: Element) -> str:
    """Return the citation key of bibutils, the `ID`, or the number of the record."""
    identifiers = record.all("identifier")
    keys = [
        each.text() for each in identifiers if each.attributes.get("type") == "citekey"
    ]
    keys.append(record.attributes.get("ID", ""))
    keys.append(record.text("recordInfo", "recordIdentifier"))
    without_spaces = ("".join(key.split()) for key in keys)
    return next(filter(None, without_spaces), "")


_SHAPE = Shape(
    roots=("modsCollection", "mods"),
    record="mods",
    key=("identifier", "recordInfo"),
    key_of=_key,
)


def _write_record(source: Source) -> str:
    key = escaped(source.key)
    pairs = [("recordInfo/recordIdentifier", key)]
    pairs += _write_type(source)
    attribute = f' ID="{key}"'
    if not _ID.fullmatch(source.key):
        attribute = ""
        pairs.append(("identifier[citekey]", key))
    for tag, text in write_fields(source, FIELDS):
        pairs += _write_field(tag, text, source)
    pairs.sort(key=lambda pair: _ranks(pair[0]))
    with_attributes = [(_with_attributes(path), content) for path, content in pairs]
    elements = nested(with_attributes, "  ")
    return "\n".join([f"<mods{attribute}>", *elements, "</mods>\n"])


def _write_type(source: Source) -> Iterator[tuple[str, str]]:
    written = WRITTEN.get(source.type, Written("text"))
    yield "typeOfResource", written.resource
    yield "genre[csl]", escaped(source.type)
    if written.genre:
        yield "genre[marcgt]", written.genre
    if written.genre_of_host and "container-title" in source.variables:
        yield f"{_HOST}genre[marcgt]", written.genre_of_host


def _write_field(tag: str, text: str, source: Source) -> Iterator[tuple[str, str]]:
    """Write a tag as paths of elements with their content."""
    path, _, last = tag.rpartition("/")
    if path.endswith("name") and last in RELATORS:
        yield _write_name(path.removesuffix("name"), last, text)
    elif last == "conference":
        yield "name[conference]", f"<namePart>{escaped(text)}</namePart>"
    elif last == "title" and path.endswith("titleInfo") and ": " in text:
        title, _, subtitle = text.partition(": ")
        yield tag, escaped(title)
        yield f"{path}/subTitle", escaped(subtitle)
    elif last == "place":
        yield f"{tag}/placeTerm[text]", escaped(text)
    elif last == "extent[page]":
        yield from _write_pages(tag, text)
    elif last in ("pages", "volumes"):
        yield "physicalDescription/extent", escaped(f"{text} {last}")
    elif tag == "language":
        yield "language/languageTerm[code]", escaped(text)
    elif tag == "subject/topic":
        yield "subject", f"<topic>{escaped(text)}</topic>"
    elif last == "dateLastAccessed":
        if not _day_of_access(source):
            yield "originInfo/dateCaptured", escaped(text)
    elif tag == "location/url":
        yield f"{tag}{_day_of_access(source)}", escaped(text)
    elif last == "dateIssued":
        variable = "original-date" if "original" in path else "issued"
        yield f"{tag}{_encoding(source.date(variable))}", escaped(text)
    else:
        yield tag, escaped(text)


def _write_pages(tag: str, text: str) -> Iterator[tuple[str, str]]:
    pages = page_range(text)
    if pages:
        yield f"{tag}/start", escaped(pages.first)
        yield f"{tag}/end", escaped(pages.last)
    else:
        yield f"{tag}/list", escaped(text)


def _write_name(parent: str, code: str, text: str) -> tuple[str, str]:
    """Write the name of a person, or of a group, which ends in a comma."""
    role = (
        f'<role><roleTerm type="code" authority="marcrelator">{code}</roleTerm>'
        f'<roleTerm type="text" authority="marcrelator">{RELATORS[code]}</roleTerm></role>'
    )
    if text.endswith(","):
        part = f"<namePart>{escaped(text[:-1])}</namePart>"
        return f"{parent}name[corporate]", part + role
    types = ("family", "given", "termsOfAddress")
    parts = zip(types, text.split(", ", 2), strict=False)
    written = [
        f'<namePart type="{type_}">{escaped(part)}</namePart>'
        for type_, part in parts
        if part
    ]
    return f"{parent}name[personal]", "".join(written) + role


def _day_of_access(source: Source) -> str:
    """Return the attribute of a URL with the day of access, or `""`.

    A day without a URL, and a date that is more than a day, is an element instead.
    """
    accessed = source.date("accessed")
    if "URL" not in source.variables or accessed is None:
        return ""
    if accessed != Date(accessed.start):
        return ""
    return f' dateLastAccessed="{write_date(accessed)}"'


def _encoding(date: Date | None) -> str:
    """Return the attribute for the encoding; EDTF extends W3CDTF."""
    if date is None or not date.start:
        return ""
    return ' encoding="w3cdtf"' if date == Date(date.start) else ' encoding="edtf"'


def _ranks(path: str) -> list[int]:
    """Return what sorts elements; those with one name keep their order."""
    steps = [step.split(" ")[0] for step in path.split("/")[:2]]
    return [_rank(step) for step in steps]


def _rank(step: str) -> int:
    name, _, _ = step.partition("[")
    return _RANKS.get(step, _RANKS.get(name, len(_RANKS)))


def _with_attributes(path: str) -> str:
    """Return a path with the types in brackets as attributes.

    >>> _with_attributes("part/extent[page]/start")
    'part/extent unit="page"/start'
    """
    return _TYPED.sub(_with_attribute, path)


def _with_attribute(typed: re.Match[str]) -> str:
    name, value = typed.groups()
    return f'{name} {_ATTRIBUTES.get(name, "type")}="{value}"'
