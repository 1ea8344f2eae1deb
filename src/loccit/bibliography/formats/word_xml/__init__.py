"""The sources of Word, `Sources.xml` (ECMA-376, Part 1, 22.6), as Word, JabRef and
bibutils write them.
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
from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.record_file import Places, RecordFile
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.bibliography.xml import Element, escaped, nested, read_root, root_tag
from loccit.model import Date, DateParts, Problem, Source
from loccit.values.calendar import is_month
from loccit.values.dates import read_date, read_year, write_date
from loccit.values.languages import lcid, read_language

NAME = "word-xml"
EXTENSIONS = (".xml",)

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_OF_THE_RECORD = frozenset(["Guid", "RefOrder", "SourceType", "Tag", "BIBTEX_Entry"])
_THESIS = regex(r"thesis|dissertation", re.IGNORECASE)
#: JabRef has these words before the number.
_KIND_OF_NUMBER = regex(r":?IS[BS]N:\s*", re.IGNORECASE)
_NOT_IN_WORD = ("BIBTEX_KeyWords", "BIBTEX_Abstract")


def recognizes(text: str) -> bool:
    return (
        root_tag(text)[0] in ("Sources", "Source") and "/bibliography" in text[:20_000]
    )


def read(text: str, path: str) -> RecordFile:
    root, text = read_root(text, path, ("Sources", "Source"))
    places = Places(text, path)
    sources = [root] if root.name == "Source" else root.all("Source")
    return RecordFile([_read_source(source, places) for source in sources])


def write(sources: Iterable[Source]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        '<b:Sources SelectedStyle="\\APASixthEditionOfficeOnline.xsl" StyleName="APA"'
        f' xmlns:b="{_NAMESPACE}" xmlns="{_NAMESPACE}">\n{"".join(map(_write_source, sources))}</b:Sources>\n'
    )


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again: Word has no field for it, or not for
    all of it.
    """
    return round_trip.lost(source, write, read)


def _read_source(element: Element, places: Places) -> tuple[Source, list[Problem]]:
    named_so = [line for child in element for line in _lines(child)]
    tags = Tags(line for line in named_so if line.tag not in _OF_THE_RECORD)
    word_type = element.text("SourceType").strip()
    problems = []
    if word_type not in CSL_TYPES:
        problems.append(
            places.unknown_type(Line("SourceType", word_type, element.position))
        )
    type_ = CSL_TYPES.get(word_type, "document")
    if type_ == "report" and _THESIS.search(tags.text("ThesisType")):
        type_ = "thesis"
        if tags.text("ThesisType") == "Thesis":
            del tags["ThesisType"]
    _tell_date(tags, "", "date")
    _tell_date(tags, "Accessed", "accessed")
    _tell_place(tags)
    _tell_language(tags)
    tags["sn"] = [
        line._replace(text=_KIND_OF_NUMBER.sub("", line.text))
        for line in tags.pop("StandardNumber", [])
    ]
    move_standard_numbers(type_, "sn", tags)
    variables, left = read_fields(tags.lines(), type_, FIELDS)
    key = "".join(element.text("Tag").split())
    source = Source(key, type_, variables, places.at(element.position), headline=True)
    return source, [*problems, *places.not_kept(left, named_so)]


def _lines(element: Element) -> Iterator[Line]:
    """The text of an element; names, a line each, by what they did."""
    if not list(element):
        yield Line(element.name, element.text().strip(), element.position)
    for role in element:
        for corporate in role.all("Corporate"):
            yield Line(role.name, f"{corporate.text().strip()},", corporate.position)
        for names in role.all("NameList"):
            for person in names.all("Person"):
                given = " ".join(
                    filter(
                        None,
                        [person.text("First").strip(), person.text("Middle").strip()],
                    )
                )
                yield Line(
                    role.name,
                    f"{person.text('Last').strip()}, {given}".rstrip(" "),
                    person.position,
                )


def _tell_date(tags: Tags, suffix: str, tag: str) -> None:
    """Year, month and day, whose month is a number or a word, become one date."""
    of = tags.get(f"Year{suffix}")
    year, month, day = (
        tags.text(f"{part}{suffix}") for part in ("Year", "Month", "Day")
    )
    if not of:
        return
    date = read_year(year, month, day) if month else read_date(year)
    if date and write_date(date):
        for part in ("Year", "Month", "Day"):
            tags.pop(f"{part}{suffix}", None)
        tags.put(tag, write_date(date), of[0])


def _tell_place(tags: Tags) -> None:
    """City, state and country are one place."""
    names = ("City", "StateProvince", "CountryRegion")
    lines = [line for name in names for line in tags.pop(name, [])[:1]]
    if lines:
        tags.put("place", ", ".join(line.text for line in lines), lines[0])


def _tell_language(tags: Tags) -> None:
    """Read Word's number of a language; 0 is the document's own language."""
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
    plain = {
        name: source.plain(name) if isinstance(value, str) else value
        for name, value in source.variables.items()
    }
    fields = write_fields(
        replace(source, variables=plain), FIELDS
    )  # Word knows no italics there
    fields = [(tag, text) for tag, text in fields if tag not in _NOT_IN_WORD]
    names: dict[str, list[str]] = {}
    for tag, text in fields:
        if _is_role(tag):
            names.setdefault(tag, []).append(text)
    for role, texts in names.items():
        pairs += _write_names(f"b:Author/b:{role}", texts)
    if source.type == "thesis" and not _THESIS.search(source.text("genre")):
        fields = [
            *(field for field in fields if field[0] != "ThesisType"),
            ("ThesisType", "Thesis"),
        ]
    for tag, text in fields:
        if tag in ("date", "accessed"):
            pairs += _write_date(
                source.date("issued" if tag == "date" else tag),
                "" if tag == "date" else "Accessed",
            )
        elif tag == "language":
            if number := lcid(text):
                pairs.append(("b:LCID", number))
        elif tag not in names:
            of_word = {
                "place": "City",
                "isbn": "StandardNumber",
                "issn": "StandardNumber",
                "sn": "StandardNumber",
            }
            pairs.append((f"b:{of_word.get(tag, tag)}", escaped(text)))
    return "\n".join(["<b:Source>", *nested(pairs, "  "), "</b:Source>\n"])


def _is_role(tag: str) -> bool:
    return any(field.tag == tag and field.variable in _ROLES for field in FIELDS)


_ROLES = frozenset(
    [
        *(
            "author",
            "compiler",
            "composer",
            "container-author",
            "director",
            "editor",
            "interviewer",
            "performer",
        ),
        *("producer", "script-writer", "translator"),
    ]
)


def _write_names(path: str, texts: list[str]) -> list[tuple[str, str]]:
    """Persons, or one group: Word has no list of groups, nor of both."""
    if len(texts) == 1 and texts[0].endswith(","):
        return [(f"{path}/b:Corporate", escaped(texts[0][:-1]))]
    persons = ""
    for text in texts:
        last, _, first = text.partition(",")
        given = f"<b:First>{escaped(first.strip())}</b:First>" if first.strip() else ""
        persons += f"<b:Person><b:Last>{escaped(last)}</b:Last>{given}</b:Person>"
    return [(f"{path}/b:NameList", persons)]


def _write_date(date: Date | None, suffix: str) -> list[tuple[str, str]]:
    """A day or a month in its parts; all of another date is in the year."""
    if date is None:
        return []
    year, month, day = f"b:Year{suffix}", f"b:Month{suffix}", f"b:Day{suffix}"
    start = date.start
    if not start or date != Date(start) or not _has_parts(start):
        return [(year, escaped(write_date(date)))]
    pairs = [(year, f"{start.year:04}")]
    if start.month:
        pairs.append((month, _MONTHS[start.month - 1]))
    if start.day:
        pairs.append((day, str(start.day)))
    return pairs


def _has_parts(date: DateParts) -> bool:
    return date.year > 0 and (date.month is None or is_month(date.month))
