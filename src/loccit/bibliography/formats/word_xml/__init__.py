"""Word's sources, `Sources.xml` (ECMA-376, Part 1, 22.6), as written by Word, JabRef and
bibutils.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.word_xml.fields import (
    CSL_TYPES,
    FIELDS,
    SOURCE_TYPES,
)
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile, read_records
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.bibliography.records.xml_records import Shape, scan_xml
from loccit.bibliography.source_file import KeptIndex
from loccit.bibliography.xml import Element, escaped, nested, read_element, root_tag
from loccit.model import Date, DateParts, Source
from loccit.values.calendar import MONTH_NAMES, is_month
from loccit.values.dates import read_date, read_year, write_date
from loccit.values.identifiers import read_doi
from loccit.values.languages import lcid, read_language

NAME = "word-xml"
EXTENSIONS = (".xml",)

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
#: Elements that describe the record, not the source.
_OF_THE_RECORD = frozenset(["Guid", "RefOrder", "SourceType", "Tag", "BIBTEX_Entry"])
#: CSL's name variables that Word has a role for.
_ROLES = frozenset(
    [
        "author",
        "compiler",
        "composer",
        "container-author",
        "director",
        "editor",
        "interviewer",
        "performer",
        "producer",
        "script-writer",
        "translator",
    ]
)
_THESIS = regex(r"thesis|dissertation", re.IGNORECASE)
#: JabRef writes these words before the number.
_KIND_OF_NUMBER = regex(r":?IS[BS]N:\s*", re.IGNORECASE)
#: A DOI in the field for standard numbers.
_DOI_AND_LABEL = regex(
    r"[\s,;]*(?:doi[:\s]*|https?://(?:dx\.)?doi\.org/)*10\.\d{4,9}/\S+", re.IGNORECASE
)
#: Elements that other programs add, and Word does not know.
_NOT_IN_WORD = ("BIBTEX_KeyWords", "BIBTEX_Abstract")
#: The elements that fields under other tags are written to.
_WORD_TAGS = {
    "place": "City",
    "isbn": "StandardNumber",
    "issn": "StandardNumber",
    "sn": "StandardNumber",
}


def recognizes(text: str) -> bool:
    is_source = root_tag(text)[0] in ("Sources", "Source")
    return is_source and "/bibliography" in text[:20_000]


def read(text: str, path: str) -> RecordFile:
    return read_records(scan_xml("word_xml", text, path, _SHAPE), _read_text)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def write(sources: Iterable[Source]) -> str:
    written = "".join(map(_write_source, sources))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        '<b:Sources SelectedStyle="\\APASixthEditionOfficeOnline.xsl" StyleName="APA"'
        f' xmlns:b="{_NAMESPACE}" xmlns="{_NAMESPACE}">\n{written}</b:Sources>\n'
    )


def lost(source: Source) -> Iterator[str]:
    """Yield the variables that Word has no field for, or a field for only a part."""
    return round_trip.lost(source, write, read)


def _key(element: Element) -> str:
    return "".join(element.text("Tag").split())


_SHAPE = Shape(roots=("Sources", "Source"), record="Source", key=("Tag",), key_of=_key)


def _read_text(text: str, around: str, places: Places) -> OfRecord:
    return _read_source(read_element(text, around), places)


def _read_source(element: Element, places: Places) -> OfRecord:
    lines = [line for child in element for line in _lines(child)]
    tags = Tags(line for line in lines if line.tag not in _OF_THE_RECORD)
    word_type = element.text("SourceType").strip()
    problems = []
    if word_type not in CSL_TYPES:
        type_line = Line("SourceType", word_type, element.position)
        problems.append(places.unknown_type(type_line))
    type_ = CSL_TYPES.get(word_type, "document")
    if type_ == "report" and _THESIS.search(tags.text("ThesisType")):
        type_ = "thesis"
        if tags.text("ThesisType") == "Thesis":
            del tags["ThesisType"]
    _join_date(tags, "", "date")
    _join_date(tags, "Accessed", "accessed")
    _join_place(tags)
    _name_language(tags)
    _sort_standard_numbers(tags, type_)
    variables, left = read_fields(tags.lines(), type_, FIELDS)
    place = places.at(element.position)
    source = Source(_key(element), type_, variables, place, headline=True)
    return source, [*problems, *places.not_kept(left, lines)]


def _lines(element: Element) -> Iterator[Line]:
    """Yield the text of an element, or one line for each name, tagged with its role."""
    if not list(element):
        yield Line(element.name, element.text().strip(), element.position)
    for role in element:
        if role.name == "Corporate":  # without an element for the role
            yield Line(element.name, f"{role.text().strip()},", role.position)
        for corporate in role.all("Corporate"):
            yield Line(role.name, f"{corporate.text().strip()},", corporate.position)
        for names in role.all("NameList"):
            for person in names.all("Person"):
                yield Line(role.name, _person(person), person.position)


def _person(person: Element) -> str:
    """Return a name as `Last, First Middle`."""
    last = person.text("Last").strip()
    first = person.text("First").strip()
    middle = person.text("Middle").strip()
    given = f"{first} {middle}".strip()
    return f"{last}, {given}".rstrip(" ")


def _join_date(tags: Tags, suffix: str, tag: str) -> None:
    """Join year, month and day to one date; the month is a number or a word."""
    lines = tags.get(f"Year{suffix}")
    if not lines:
        return
    year = tags.text(f"Year{suffix}")
    month = tags.text(f"Month{suffix}")
    day = tags.text(f"Day{suffix}")
    date = read_year(year, month, day) if month else read_date(year)
    if date and write_date(date):
        for part in ("Year", "Month", "Day"):
            tags.pop(f"{part}{suffix}", None)
        tags.put(tag, write_date(date), lines[0])


def _join_place(tags: Tags) -> None:
    """Join city, state and country to one place."""
    lines: list[Line] = []
    for tag in ("City", "StateProvince", "CountryRegion"):
        lines += tags.pop(tag, [])[:1]
    if lines:
        tags.put("place", ", ".join(line.text for line in lines), lines[0])


def _sort_standard_numbers(tags: Tags, type_: str) -> None:
    """Distinguish DOIs, ISBNs, ISSNs and other numbers, without the words before them.

    Word has one field for all of them.
    """
    for line in tags.pop("StandardNumber", []):
        text = line.text
        found = _DOI_AND_LABEL.search(text)
        if found is not None and "DOI" not in tags:
            tags.put("DOI", read_doi(found[0].strip(" ,;")), line)
            text = text[: found.start()] + text[found.end() :]
        number = _KIND_OF_NUMBER.sub("", text).strip()
        if number:
            tags.add("sn", line._replace(text=number))
    move_standard_numbers(type_, "sn", tags)


def _name_language(tags: Tags) -> None:
    """Replace Word's number for a language; 0 is the document's own language."""
    for line in tags.pop("LCID", []):
        if (language := read_language(line.text)) != line.text:
            tags.put("language", language, line)
        elif line.text.strip("0"):
            tags["LCID"] = [line]


def _write_source(source: Source) -> str:
    pairs = [
        ("b:Tag", escaped(source.key)),
        ("b:SourceType", SOURCE_TYPES.get(source.type, "Misc")),
    ]
    written = write_fields(_without_markup(source), FIELDS)
    fields = [(tag, text) for tag, text in written if tag not in _NOT_IN_WORD]
    names: dict[str, list[str]] = {}
    for tag, text in fields:
        if _is_role(tag):
            names.setdefault(tag, []).append(text)
    for role, texts in names.items():
        pairs += _write_names(f"b:Author/b:{role}", texts)
    if source.type == "thesis" and not _THESIS.search(source.text("genre")):
        fields = [(tag, text) for tag, text in fields if tag != "ThesisType"]
        fields.append(("ThesisType", "Thesis"))
    for tag, text in fields:
        if tag not in names:
            pairs += _write_field(source, tag, text)
    return "\n".join(["<b:Source>", *nested(pairs, "  "), "</b:Source>\n"])


def _without_markup(source: Source) -> Source:
    """Remove tags from all texts: Word's sources have no italics."""
    plain = dict(source.variables)
    for name, value in source.variables.items():
        if isinstance(value, str):
            plain[name] = source.plain(name)
    return replace(source, variables=plain)


def _write_field(source: Source, tag: str, text: str) -> list[tuple[str, str]]:
    if tag == "date":
        return _write_date(source.date("issued"), "")
    if tag == "accessed":
        return _write_date(source.date("accessed"), "Accessed")
    if tag == "language":
        number = lcid(text)
        return [("b:LCID", number)] if number else []
    return [(f"b:{_WORD_TAGS.get(tag, tag)}", escaped(text))]


def _is_role(tag: str) -> bool:
    return any(field.tag == tag and field.variable in _ROLES for field in FIELDS)


def _write_names(path: str, texts: list[str]) -> list[tuple[str, str]]:
    """Write a list of persons, or one group: Word allows no list with groups in it."""
    if len(texts) == 1 and texts[0].endswith(","):
        return [(f"{path}/b:Corporate", escaped(texts[0][:-1]))]
    persons = ""
    for text in texts:
        last, _, first = text.partition(",")
        given = f"<b:First>{escaped(first.strip())}</b:First>" if first.strip() else ""
        persons += f"<b:Person><b:Last>{escaped(last)}</b:Last>{given}</b:Person>"
    return [(f"{path}/b:NameList", persons)]


def _write_date(date: Date | None, suffix: str) -> list[tuple[str, str]]:
    """Write year, month and day; a date of another kind goes into the year as a text."""
    if date is None:
        return []
    year, month, day = f"b:Year{suffix}", f"b:Month{suffix}", f"b:Day{suffix}"
    start = date.start
    if not start or date != Date(start) or not _has_parts(start):
        return [(year, escaped(write_date(date)))]
    pairs = [(year, f"{start.year:04}")]
    if start.month:
        pairs.append((month, MONTH_NAMES[start.month - 1]))
    if start.day:
        pairs.append((day, str(start.day)))
    return pairs


def _has_parts(date: DateParts) -> bool:
    return date.year > 0 and (date.month is None or is_month(date.month))
