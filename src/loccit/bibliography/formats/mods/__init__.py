"""MODS, the Library of Congress's XML (https://www.loc.gov/standards/mods/), as
catalogues, Zotero, JabRef and bibutils write it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.mods.elements import lines_of
from loccit.bibliography.formats.mods.fields import FIELDS, RELATORS
from loccit.bibliography.formats.mods.types import HOSTED, WRITTEN, csl_type, says_type
from loccit.bibliography.records.fields import read_fields, write_fields
from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.record_file import Places, RecordFile
from loccit.bibliography.xml import Element, escaped, nested, read_root, root_tag
from loccit.model import Date, Problem, Source
from loccit.values.dates import write_date
from loccit.values.page_ranges import page_range

NAME = "mods"
EXTENSIONS = (".mods", ".xml")

_NAMESPACE = "http://www.loc.gov/mods/v3"
_HOST, _SERIES = "relatedItem[host]/", "relatedItem[series]/"
#: What XML takes for an `ID`.
_ID = regex(r"[^\W\d][\w.-]*")
_TYPED = regex(r"(\w+)\[([^\]]*)\]")
#: What the text in brackets of a path is, where it is no `type`.
_ATTRIBUTES = {"extent": "unit", "genre": "authority"}
#: The order of elements in what is written, and within what a work stands in.
_ORDER = (
    *(
        "titleInfo",
        "titleInfo[abbreviated]",
        "titleInfo[translated]",
        "name",
        "typeOfResource",
        "genre",
        "originInfo",
    ),
    *(
        "language",
        "physicalDescription",
        "abstract",
        "note",
        "note[annotation]",
        "subject",
        "classification",
    ),
    *(
        "relatedItem[host]",
        "relatedItem[series]",
        "relatedItem[original]",
        "relatedItem[reviewOf]",
        "identifier",
    ),
    *("location", "physicalLocation", "shelfLocator", "url", "part", "recordInfo"),
)


def recognizes(text: str) -> bool:
    return root_tag(text)[0] in ("modsCollection", "mods")


def read(text: str, path: str) -> RecordFile:
    root, text = read_root(text, path, ("modsCollection", "mods"))
    places = Places(text, path)
    records = [root] if root.name == "mods" else root.all("mods")
    return RecordFile([_read_record(record, places) for record in records])


def write(sources: Iterable[Source]) -> str:
    records = "".join(map(_write_record, sources))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<modsCollection xmlns="{_NAMESPACE}">\n{records}</modsCollection>\n'
    )


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again: MODS has no element for it, or not
    for all of it.
    """
    return round_trip.lost(source, write, read)


def _read_record(record: Element, places: Places) -> tuple[Source, list[Problem]]:
    hosts = [
        item
        for item in record.all("relatedItem")
        if item.attributes.get("type") == "host"
    ]
    genres = [
        (genre.attributes.get("authority", ""), genre.text().strip())
        for genre in record.all("genre")
    ]
    type_ = csl_type(
        [
            (authority, genre if authority == "csl" else genre.lower())
            for authority, genre in genres
        ],
        [
            genre.text().strip()
            for host in hosts
            for genre in host.all("genre") or [Element("", "", {}, 0)]
        ],
        record.text("typeOfResource").strip(),
        (_issuance(record), _issuance(hosts[0]) if hosts else ""),
    )
    is_ours = any(authority == "csl" for authority, _ in genres)
    named_so = [
        line
        for line in lines_of(record)
        if line.text and not _is_of_type(line, is_ours)
    ]
    if type_ not in HOSTED:
        named_so = [
            line._replace(tag=line.tag.replace(_HOST, _SERIES)) for line in named_so
        ]
    variables, left = read_fields(Tags(named_so).lines(), type_, FIELDS)
    left = [line for line in left if not line.tag.startswith(f"{_HOST}genre")]
    source = Source(
        _key(record), type_, variables, places.at(record.position), headline=True
    )
    return source, places.not_kept(left, named_so)


def _issuance(element: Element) -> str:
    return element.text("originInfo", "issuance").strip()


def _is_of_type(line: Line, has_csl_type: bool) -> bool:
    """Whether a line is a genre that says no more than the type does; beside CSL's own,
    one without authority does.
    """
    genre, _, authority = line.tag.partition("[")
    authority = authority.removesuffix("]")
    return (
        genre == "genre"
        and says_type(authority, line.text)
        and bool(authority or not has_csl_type)
    )


def _key(record: Element) -> str:
    """The `ID`, the citation key of bibutils, or the number of the record."""
    citekeys = [
        each.text()
        for each in record.all("identifier")
        if each.attributes.get("type") == "citekey"
    ]
    keys = [
        *citekeys,
        record.attributes.get("ID", ""),
        record.text("recordInfo", "recordIdentifier"),
    ]
    return next((key for text in keys if (key := "".join(text.split()))), "")


def _write_record(source: Source) -> str:
    pairs = [
        ("recordInfo/recordIdentifier", escaped(source.key)),
        *_written_type(source),
    ]
    if not _ID.fullmatch(source.key):
        pairs.append(("identifier[citekey]", escaped(source.key)))
    for tag, text in write_fields(source, FIELDS):
        pairs += _written(tag, text, source)
    pairs.sort(key=lambda pair: _place_of(pair[0]))
    key = f' ID="{escaped(source.key)}"' if _ID.fullmatch(source.key) else ""
    elements = nested(
        [(_with_attributes(path), content) for path, content in pairs], "  "
    )
    return "\n".join([f"<mods{key}>", *elements, "</mods>\n"])


def _written_type(source: Source) -> Iterator[tuple[str, str]]:
    resource, genre, of_host = WRITTEN.get(source.type, ("text", "", ""))
    yield "typeOfResource", resource
    yield "genre[csl]", escaped(source.type)
    if genre:
        yield "genre[marcgt]", genre
    if of_host and "container-title" in source.variables:
        yield f"{_HOST}genre[marcgt]", of_host


def _written(tag: str, text: str, source: Source) -> Iterator[tuple[str, str]]:
    """The path and the content of a tag's element."""
    path, _, last = tag.rpartition("/")
    parent = (
        path.removesuffix("name").removesuffix("originInfo").removesuffix("titleInfo")
    )
    if path.endswith("name") and last in RELATORS:
        yield _name(parent, last, text)
    elif last == "conference":
        yield "name[conference]", f"<namePart>{escaped(text)}</namePart>"
    elif last == "title" and path.endswith("titleInfo") and ": " in text:
        title, _, subtitle = text.partition(": ")
        yield tag, escaped(title)
        yield f"{path}/subTitle", escaped(subtitle)
    elif last == "place":
        yield f"{tag}/placeTerm[text]", escaped(text)
    elif last == "extent[page]":
        if pages := page_range(text):
            yield f"{tag}/start", escaped(pages.first)
            yield f"{tag}/end", escaped(pages.last)
        else:
            yield f"{tag}/list", escaped(text)
    elif last in ("pages", "volumes"):
        yield "physicalDescription/extent", escaped(f"{text} {last}")
    elif tag == "language":
        yield "language/languageTerm[code]", escaped(text)
    elif tag == "subject/topic":
        yield "subject", f"<topic>{escaped(text)}</topic>"
    elif last == "dateLastAccessed":
        if not _stands_at_address(source):
            yield "originInfo/dateCaptured", escaped(text)
    elif (
        tag == "location/url"
        and _stands_at_address(source)
        and (accessed := source.date("accessed"))
    ):
        yield f'{tag} dateLastAccessed="{write_date(accessed)}"', escaped(text)
    elif last == "dateIssued":
        yield (
            f"{tag}{_encoding(source.date('original-date' if 'original' in path else 'issued'))}",
            escaped(text),
        )
    else:
        yield tag, escaped(text)


def _name(parent: str, code: str, text: str) -> tuple[str, str]:
    """A group, whose name ends in a comma, or a person."""
    role = (
        f'<role><roleTerm type="code" authority="marcrelator">{code}</roleTerm>'
        f'<roleTerm type="text" authority="marcrelator">{RELATORS[code]}</roleTerm></role>'
    )
    if text.endswith(","):
        return (
            f"{parent}name[corporate]",
            f"<namePart>{escaped(text[:-1])}</namePart>{role}",
        )
    parts = zip(
        ("family", "given", "termsOfAddress"), text.split(", ", 2), strict=False
    )
    written = "".join(
        f'<namePart type="{type_}">{escaped(part)}</namePart>'
        for type_, part in parts
        if part
    )
    return f"{parent}name[personal]", written + role


def _stands_at_address(source: Source) -> bool:
    """Whether the day of access is one, so that the address can have it as an
    attribute.
    """
    accessed = source.date("accessed")
    return (
        "URL" in source.variables
        and accessed is not None
        and accessed == Date(accessed.start)
    )


def _encoding(date: Date | None) -> str:
    if date is None or not date.start:
        return ""
    return ' encoding="w3cdtf"' if date == Date(date.start) else ' encoding="edtf"'


def _place_of(path: str) -> list[int]:
    """What puts elements in order; those of one name stay as they are."""
    steps = [step.split(" ")[0] for step in path.split("/")[:2]]
    plain = [step if step in _ORDER else step.partition("[")[0] for step in steps]
    return [_ORDER.index(step) if step in _ORDER else len(_ORDER) for step in plain]


def _with_attributes(path: str) -> str:
    """A path with its types as attributes.

    >>> _with_attributes("part/extent[page]/start")
    'part/extent unit="page"/start'
    """
    return _TYPED.sub(
        lambda found: f'{found[1]} {_ATTRIBUTES.get(found[1], "type")}="{found[2]}"',
        path,
    )
