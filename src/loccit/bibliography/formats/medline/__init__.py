"""MEDLINE: the format of PubMed (`.nbib`), and its variants in Ovid and other databases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.medline.eric import convert_eric
from loccit.bibliography.formats.medline.fields import (
    AUTHORS,
    BOOKS,
    CSL_TYPES,
    EDITORS,
    FIELDS,
    NameTags,
)
from loccit.bibliography.formats.medline.write import write_record
from loccit.bibliography.keys import VARIABLES
from loccit.bibliography.records.fields import read_fields
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.lines import Line, Tags, follows_blank_line, scan
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile, read_records
from loccit.bibliography.records.tagged_records import scan_records
from loccit.bibliography.source_file import KeptIndex
from loccit.model import Source
from loccit.values.character_references import one_line
from loccit.values.identifiers import read_doi

NAME = "medline"
EXTENSIONS = (".nbib", ".medline")

_FIRST = regex(
    r"\A[\s\ufeff]*(?:<\d+\.? ?>\s*)?(?:PM[A-Z]{1,2} {0,2}-|UI  - ?\d|VN  - ?Ovid|OWN - ?\w)"
)
#: A tag and its spaces are four characters wide, in ERIC five. Ovid has a number above
#: each record.
_TAG = regex(
    r"^\ufeff?(?:(?=.{4} ?-)([A-Z][A-Z0-9]{1,3}) {0,3}-[ \t]?|(<)\d+\.? ?>)",
    re.MULTILINE,
)
#: Tags about the record, not about the work, and tags that repeat others.
_OF_THE_RECORD = frozenset(
    [
        "CDAT",
        "CRDT",
        "DA",
        "DCOM",
        "EDAT",
        "JID",
        "LR",
        "MHDA",
        "OWN",
        "PHST",
        "PST",
        "SB",
        "SO",
        "STAT",
        "<",
        "DB",
        "RO",
        "UP",
        "VN",
        "XL",
    ]
)
#: Tags that no database has names, dates, titles or addresses in.
_NOT_IN_KEYS = _OF_THE_RECORD.difference(["DB", "OWN", "SO", "VN", "<"]).union(
    ["AB", "IP", "IS", "KW", "LA", "MH", "OT", "PG", "PMC", "PMID", "SH", "VI"]
)
#: Each of these tags means one of these variables first, if it means several.
_FIELDS_FOR_KEYS = tuple(field for field in FIELDS if field.variable in VARIABLES)
_KEYWORDS = ("OT", "KW", "MH", "SH")
#: Where Ovid's articles are: "JAMA. 303(4):327-34, 2010 Jan 27."
_SOURCE = regex(
    r"(?P<JT>.+?)\.\s+"
    r"(?P<VI>\w+)(?:\((?P<IP>[^()]*)\))?:\s*"
    r"(?P<PG>[^,]+),\s*"
    r"(?P<DP>.*?\d{4}.*?)\.?$"
)
#: Longer text is no such line, and the expression would be slow on it.
_LONGEST_SOURCE = 300
#: The number of an article, which some journals have instead of pages.
_LOCATOR = regex(r"e?\d{1,8}$")


def recognizes(text: str) -> bool:
    return bool(_FIRST.match(text))


def read(text: str, path: str) -> RecordFile:
    for_keys: list[Source] = []

    def note(record: Sequence[Line]) -> str:
        for_keys.append(_source_for_key(record))
        return ""  # no record has a key

    records = scan_records("medline", text, path, _records(text), note)
    return read_records(records, _read_text, for_keys.__getitem__)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def _read_text(text: str, _: str, places: Places) -> OfRecord:
    return _read_record([line for line in scan(text, _TAG) if line.tag], places)


def write(sources: Iterable[Source]) -> str:
    return "\n".join(map(write_record, sources))


def lost(source: Source) -> Iterator[str]:
    """The variables that differ when the written source is read again.

    The format has no key: it is lost unless the same one is made up when reading.
    """
    return round_trip.lost(source, write, read)


def _records(text: str) -> Iterator[list[Line]]:
    """Split lines into records; those with nothing but Ovid's number are left out."""
    record: list[Line] = []
    for line in scan(text, _TAG):
        if record and _begins_record(text, record, line):
            yield from _unless_empty(record)
            record = []
        record.append(line)
    yield from _unless_empty(record)


def _begins_record(text: str, record: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins the next record.

    A blank line separates records, or Ovid's number does. If neither is there, a second
    PMID begins a record.
    """
    if line.tag == "<" or follows_blank_line(text, record[-1], line):
        return True
    return line.tag == "PMID" and any(earlier.tag == "PMID" for earlier in record)


def _unless_empty(record: list[Line]) -> Iterator[list[Line]]:
    if any(line.tag != "<" for line in record):
        yield record


def _read_record(record: Sequence[Line], places: Places) -> OfRecord:
    type_, tags = _with_one_meaning(record)
    variables, left = read_fields(tags.lines(), type_, FIELDS)
    left = [line for line in left if line.tag not in _OF_THE_RECORD]
    place = places.at(record[0].position)
    source = Source("", type_, variables, place, headline=True)
    return source, places.not_kept(left, record)


def _source_for_key(record: Sequence[Line]) -> Source:
    """Return a source with the variables that keys are made of."""
    lines = [line for line in record if line.tag not in _NOT_IN_KEYS]
    type_, tags = _with_one_meaning(lines)
    variables, _ = read_fields(tags.lines(), type_, _FIELDS_FOR_KEYS)
    return Source("", type_, variables)


def _with_one_meaning(record: Sequence[Line]) -> tuple[str, Tags]:
    """Return the CSL type of a record, and its tags with PubMed's meaning."""
    tags = Tags(record)
    type_ = _take_type(tags)
    if "VN" in tags or "<" in tags:
        _convert_ovid(tags)
    if tags.text("OWN") == "ERIC":
        type_ = convert_eric(type_, tags)
    _join_names(tags, AUTHORS, "author")
    _join_names(tags, EDITORS, "editor")
    # After Ovid's tags, since an article's number is read only if there are no pages.
    _move_identifiers(tags)
    _join_keywords(tags)
    if type_ in BOOKS and "TI" in tags:
        tags.rename("BTI", "BT")
    return type_, tags


def _take_type(tags: Tags) -> str:
    """Take the CSL type from the publication types.

    A video or an interview in a journal is an article of the journal.
    """
    lines = tags.get("PT", [])
    types = [type_ for type_ in map(_csl_type, lines) if type_]
    tags["PT"] = [line for line in lines if not _csl_type(line)]
    if "article" in types:
        return "article"
    if types and "article-journal" not in types:
        return types[0]
    if types or tags.keys() & {"JT", "TA", "SO"}:
        return "article-journal"
    return "document"


def _csl_type(line: Line) -> str | None:
    return CSL_TYPES.get(one_line(line.text))


def _convert_ovid(tags: Tags) -> None:
    """Give Ovid's tags the meaning that PubMed's have.

    Journal, volume and pages can be in one line, SO, alone.
    """
    tags.rename("OT", "TT")
    if "MEDLINE" in tags.text("DB").upper():
        tags.rename("UI", "PMID")
    found = _SOURCE.match(tags.text("SO")[:_LONGEST_SOURCE])
    if not found:
        return
    line = tags["SO"][0]
    for tag, text in found.groupdict().items():
        if text and tag not in tags:
            tags.put(tag, text, line)


def _join_names(tags: Tags, of: NameTags, tag: str) -> None:
    """Join the names of people and groups, in their order, under one tag.

    People have their full names if the record does. A group's name gets a comma at the
    end.
    """
    names: list[Line] = []
    for line in _take_lines(tags, of):
        if line.tag == of.group:
            names.append(line._replace(text=f"{line.text},"))
        elif line.tag == of.short and names and names[-1].tag == of.full:
            # The same person. Another short name after this one is another person.
            names[-1] = Line(tag, names[-1].text, names[-1].position)
        else:
            names.append(line)
    if names:
        tags[tag] = [Line(tag, line.text, line.position) for line in names]


def _take_lines(tags: Tags, names: Iterable[str]) -> list[Line]:
    """Take the lines of several tags, in the order of the file."""
    lines = [line for name in names for line in tags.pop(name, [])]
    return sorted(lines, key=lambda line: line.position)


def _join_keywords(tags: Tags) -> None:
    """Join all kinds of keywords, without the asterisks of main topics."""
    for tag in _KEYWORDS:
        for line in tags.pop(tag, []):
            text = line.text.replace("*", "")
            tags.add("keyword", line._replace(tag="keyword", text=text))


def _move_identifiers(tags: Tags) -> None:
    """Give each kind of identifier a tag of its own, and keep each identifier once."""
    for name in ("LID", "AID", "DO", "DI", "UR"):
        for line in tags.pop(name, []):
            identifier = _read_identifier(line, has_pages="PG" in tags)
            if identifier and not _has(tags, identifier):
                tags.add(identifier.tag, identifier)


def _has(tags: Tags, line: Line) -> bool:
    return any(earlier.text == line.text for earlier in tags.get(line.tag, []))


def _read_identifier(line: Line, has_pages: bool) -> Line | None:
    """Return an identifier under the tag of its kind, which is in brackets after it.

    PII is the publisher's number: an article without pages has it instead of them.
    Otherwise it is left out, since the DOI contains it.
    """
    text, _, kind = one_line(line.text).partition(" [")
    is_url = text.startswith("http")
    doi = "" if is_url else read_doi(text)
    if kind.startswith("doi") or doi:
        return line._replace(tag="DOI", text=doi or text)
    if is_url:
        return line._replace(tag="url", text=text)
    if not kind.startswith("pii"):
        return line._replace(text=text)
    if has_pages or not _LOCATOR.match(text):
        return None
    return line._replace(tag="locator", text=text)
