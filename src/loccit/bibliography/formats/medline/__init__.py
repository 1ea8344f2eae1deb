"""MEDLINE: PubMed's format (`.nbib`), the same as other databases write it, and Ovid's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.medline.fields import (
    BOOKS,
    CSL_TYPES,
    FIELDS,
    PUBLICATION_TYPES,
    SUFFIX,
)
from loccit.bibliography.records.converters import one_line
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.lines import Line, Tags, follows_blank_line, scan
from loccit.bibliography.records.record_file import Places, RecordFile, read_records
from loccit.model import Problem, Source
from loccit.values.identifiers import read_doi

NAME = "medline"
EXTENSIONS = (".nbib", ".medline")

_FIRST = regex(
    r"\A[\s\ufeff]*(?:<\d+\.? ?>\s*)?(?:PM[A-Z]{1,2} {0,2}-|UI  - ?\d|VN  - ?Ovid|OWN - ?\w)"
)
#: A tag and its spaces are four characters wide; ERIC has a fifth, Ovid a number before
#: each record.
_TAG = regex(
    r"^\ufeff?(?:(?=.{4} ?-)([A-Z][A-Z0-9]{1,3}) {0,3}-[ \t]?|(<)\d+\.? ?>)",
    re.MULTILINE,
)
#: What a database says of the record, not of the work; and what other tags say as well.
_OF_THE_RECORD = frozenset(
    [
        *(
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
        ),
        *("<", "DB", "RO", "UP", "VN", "XL"),
    ]
)
_KEYWORDS = ("OT", "KW", "MH", "SH")
#: Ovid: "JAMA. 303(4):327-34, 2010 Jan 27."
_SOURCE = regex(
    r"(?P<JT>.+?)\.\s+(?P<VI>\w+)(?:\((?P<IP>[^()]*)\))?:\s*(?P<PG>[^,]+),\s*(?P<DP>.*?\d{4}.*?)\.?$"
)
_LOCATOR = regex(r"e?\d{1,8}$")


def recognizes(text: str) -> bool:
    return bool(_FIRST.match(text))


def read(text: str, path: str) -> RecordFile:
    records = (
        record for record in _records(text) if any(line.tag != "<" for line in record)
    )
    return read_records(records, Places(text, path), _read_record)


def write(sources: Iterable[Source]) -> str:
    return "\n".join(map(_write_record, sources))


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again; a key is kept only where it would be
    made up so.
    """
    return round_trip.lost(source, write, read)


def _records(text: str) -> Iterator[list[Line]]:
    """Records are parted by a blank line; the next one also begins where there is a
    second PMID.
    """
    record: list[Line] = []
    for line in scan(text, _TAG):
        again = line.tag == "PMID" and any(earlier.tag == "PMID" for earlier in record)
        if record and (
            again or line.tag == "<" or follows_blank_line(text, record[-1], line)
        ):
            yield record
            record = []
        record.append(line)
    if record:
        yield record


def _read_record(record: list[Line], places: Places) -> tuple[Source, list[Problem]]:
    tags = Tags(record)
    type_ = _tell_type(tags)
    _tell_ovid(tags)
    _tell_names(tags, ("FAU", "AU", "CN"), "author")
    _tell_names(tags, ("FED", "ED"), "editor")
    _tell_identifiers(tags)
    for tag in _KEYWORDS:
        tags[tag] = [
            line._replace(text=line.text.replace("*", "")) for line in tags.get(tag, [])
        ]
        tags.rename(tag, "keyword")
    if type_ in BOOKS and "TI" in tags:
        tags.rename("BTI", "BT")
    variables, left = read_fields(tags.lines(), type_, FIELDS)
    left = [line for line in left if line.tag not in _OF_THE_RECORD]
    return Source(
        "", type_, variables, places.at(record[0].position), headline=True
    ), places.not_kept(left, record)


def _tell_type(tags: Tags) -> str:
    """The CSL type; a video or an interview in a journal is an article of it."""
    named = [one_line(line.text) for line in tags.get("PT", [])]
    types = [CSL_TYPES[name] for name in named if name in CSL_TYPES]
    tags["PT"] = [
        line for line in tags.get("PT", []) if one_line(line.text) not in CSL_TYPES
    ]
    if "article" in types:
        return "article"
    if types and "article-journal" not in types:
        return types[0]
    return (
        "article-journal"
        if types or "JT" in tags or "TA" in tags or "SO" in tags
        else "document"
    )


def _tell_ovid(tags: Tags) -> None:
    """What Ovid has in other tags, or only in the line that tells where an article
    stands.
    """
    if "VN" not in tags and "<" not in tags:
        return
    tags.rename("OT", "TT")
    if "MEDLINE" in tags.text("DB").upper():
        tags.rename("UI", "PMID")
    if found := _SOURCE.match(tags.text("SO")[:300]):
        of = tags["SO"][0]
        for tag, text in found.groupdict().items():
            if text and tag not in tags:
                tags.put(tag, text, of)


def _tell_names(tags: Tags, of: tuple[str, ...], tag: str) -> None:
    """People, with the full name where there is one, and groups in their order; a
    group's name gets a comma.
    """
    full, short = of[:2]
    lines = sorted(
        (line for name in of for line in tags.pop(name, [])),
        key=lambda line: line.position,
    )
    people: list[Line] = []
    for line in lines:
        if line.tag == short and people and people[-1].tag == full:
            people[-1] = people[-1]._replace(tag=tag)  # the same person, in short
        else:
            people.append(
                line._replace(text=f"{line.text},") if line.tag == "CN" else line
            )
    if people:
        tags[tag] = [line._replace(tag=tag) for line in people]


def _tell_identifiers(tags: Tags) -> None:
    """Each LID and AID says behind it what it is; an article's number stands in for its
    pages.
    """
    lines = [
        line for tag in ("LID", "AID", "DO", "DI", "UR") for line in tags.pop(tag, [])
    ]
    for line in lines:
        text, _, kind = one_line(line.text).partition(" [")
        doi = "" if text.startswith("http") else read_doi(text)
        if kind.startswith("doi") or doi:
            tag, text = "DOI", doi or text
        elif text.startswith("http"):
            tag = "url"
        elif kind.startswith("pii") and _LOCATOR.match(text) and "PG" not in tags:
            tag = "locator"
        elif kind.startswith("pii"):
            continue  # the publisher's number of an article, which its DOI tells as well
        else:
            tag = line.tag
        if not any(earlier.text == text for earlier in tags.get(tag, [])):
            tags.setdefault(tag, []).append(line._replace(tag=tag, text=text))


def _write_record(source: Source) -> str:
    """A record; one that is not PubMed's has no number, and begins with that it is not
    the library's.
    """
    fields = write_fields(source, FIELDS)
    lines = [(tag, text) for tag, text in fields if tag == "PMID"] or [
        ("OWN", "NOTNLM")
    ]
    for tag, text in fields:
        lines += _spelled_out(source, tag, text)
    lines.append(("PT", PUBLICATION_TYPES.get(source.type, "")))
    return "".join(
        f"{tag:4}- {' '.join(text.split())}\n" for tag, text in lines if text.strip()
    )


def _spelled_out(source: Source, tag: str, text: str) -> list[tuple[str, str]]:
    """A tag of medline_fields.py as PubMed has it."""
    if tag in ("author", "editor"):
        full, short = ("FAU", "AU") if tag == "author" else ("FED", "ED")
        return (
            [("CN", text[:-1])]
            if text.endswith(",")
            else [(full, text), (short, _in_short(text))]
        )
    if tag == "TI" and source.text("original-title"):
        return [("TI", f"[{text}]")]
    if tag == "DOI":
        return [("AID", f"{text} [doi]")]
    if (
        tag == "IS"
    ):  # PubMed says of each ISSN what it is of; this says that it is of the journal
        return [(tag, f"{number} (Linking)") for number in text.split(", ")]
    if tag == "url":
        return [("LID", text)]
    if tag == "keyword":
        return [("OT", text)]
    return [] if tag == "PMID" else [(tag, text)]


def _in_short(name: str) -> str:
    """Initials behind the surname.

    >>> _in_short("Long, Vicky Jane Jr")
    'Long VJ Jr'
    """
    suffix = SUFFIX.search(name)
    family, _, given = name[: suffix.start() if suffix else None].partition(",")
    initials = "".join(word[0] for word in given.replace("-", " ").split())
    return " ".join(filter(None, [family, initials, suffix[1] if suffix else ""]))
