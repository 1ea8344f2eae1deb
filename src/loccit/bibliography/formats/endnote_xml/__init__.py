"""EndNote's XML, as EndNote, Zotero, Mendeley and JabRef export it.

It has the fields of Refer, with longer names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.endnote_xml.fields import (
    GENERIC,
    NAMES,
    NUMBERS,
    OF_THE_RECORD,
    PERIODICAL_TITLES,
    SHORT_TITLES,
    TAGS,
)
from loccit.bibliography.formats.refer.fields import CSL_TYPES
from loccit.bibliography.formats.refer.reference import (
    key_of,
    read_record,
    write_record,
)
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.lines import Line
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import OfRecord, RecordFile, read_records
from loccit.bibliography.records.types import ARTICLES
from loccit.bibliography.records.xml_records import Shape, scan_xml
from loccit.bibliography.source_file import KeptIndex
from loccit.bibliography.xml import Element, escaped, nested, read_element, root_tag
from loccit.model import Source
from loccit.values.character_references import one_line
from loccit.values.identifiers import read_pmcid

NAME = "endnote-xml"
EXTENSIONS = (".xml",)

#: EndNote's faces of text <-> elements of HTML, which sources have.
_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_FACE_OF = {tag: face for face, tag in _FACES.items()}
#: The innermost markup.
_MARKUP = regex(r"<(i|b|sup|sub)>((?:(?!</?(?:i|b|sup|sub)>).)*)</\1>", re.DOTALL)


def recognizes(text: str) -> bool:
    name, _ = root_tag(text)
    return name in ("xml", "records") and "<record>" in text[:20_000]


def read(text: str, path: str) -> RecordFile:
    return read_records(scan_xml("endnote_xml", text, path, _SHAPE), _read_text)


def open_index(index: KeptIndex) -> RecordFile:
    return RecordFile(IndexedRecords(index), _read_text)


def write(sources: Iterable[Source]) -> str:
    records = "".join(
        _write_record(number, source) for number, source in enumerate(sources, 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n{records}</records></xml>\n'


def lost(source: Source) -> Iterator[str]:
    """The variables that differ when the written source is read again.

    EndNote has no field for them, or cannot hold all of their value.
    """
    return round_trip.lost(source, write, read)


def _read_text(text: str, around: str, places: Places) -> OfRecord:
    lines = _lines_of(read_element(text, around))
    return read_record(lines.tagged, lines.in_file, places)


def _key(record: Element) -> str:
    """Return the key of a record as `read_record` does, from few of its elements."""
    labels = (_rich_text(label).strip() for label in record.all("label"))
    label = next((text for text in labels if text and " " not in text), "")
    if label:
        return one_line(label)
    return key_of(_lines_of(record).tagged)


#: The key is in the label; if the type is empty, in the call number.
_SHAPE = Shape(
    roots=("xml", "records", "record"),
    record="record",
    key=("ref-type", "label", "call-num"),
    key_of=_key,
    within="records",
)


class _RecordLines(NamedTuple):
    """The lines of a record, with Refer's tags and with those that the file has."""

    tagged: list[Line]
    in_file: list[Line]


def _lines_of(record: Element) -> _RecordLines:
    type_line = _read_type(record)
    is_article = CSL_TYPES.get(type_line.text.lower()) in ARTICLES
    in_file = [type_line]
    for child in record:
        if child.name != "ref-type" and child.name not in OF_THE_RECORD:
            in_file += _lines(child, child.name)
    lines = [line._replace(tag=_tag(line, is_article)) for line in in_file]
    if is_article:
        lines = _with_whole_title(lines)
    return _RecordLines(lines, in_file)


def _with_whole_title(lines: list[Line]) -> list[Line]:
    """Give a periodical the longest of its titles, and the shortest as its short title.

    EndNote has each title of PubMed in any of its fields.
    """
    titles = [line for line in lines if line.tag in ("%J", "%O")]
    if not titles:
        return lines
    others = [line for line in lines if line not in titles]
    whole = max(titles, key=lambda line: len(line.text))
    short = min(titles, key=lambda line: len(line.text))
    named = [whole._replace(tag="%J")]
    if short.text != whole.text:
        named.append(short._replace(tag="%O"))
    return [*others, *named]


def _read_type(record: Element) -> Line:
    """The line with the name of the type, which may be given by its number alone."""
    element = record.first("ref-type")
    if not element:
        return Line("ref-type", "generic", record.position)
    text = element.text()
    name = element.attributes.get("name") or NAMES.get(text.strip(), text)
    return Line("ref-type", name.strip(), element.position)


def _lines(element: Element, path: str) -> Iterator[Line]:
    """The texts in an element; their tags are the paths to them."""
    children = [child for child in element if child.name != "style"]
    if path in TAGS or not children:
        text = _rich_text(element).strip()
        if text:
            yield Line(path, text, element.position)
        return
    for child in children:
        yield from _lines(child, f"{path}/{child.name}")


def _tag(line: Line, is_article: bool) -> str:
    """Return the tag of Refer for an element; without one, the path to it."""
    path = line.tag
    if path == "ref-type":
        return "%0"
    if _is_of_the_user(line):
        return path
    if is_article:
        return PERIODICAL_TITLES.get(path) or TAGS.get(path, path)
    return path if path in SHORT_TITLES else TAGS.get(path, path)


def _is_of_the_user(line: Line) -> bool:
    """Return whether users put words of their own in a field that usually is a key or
    PubMed Central's number.
    """
    if line.tag == "label":
        return " " in line.text
    return line.tag == "custom2" and not read_pmcid(line.text)


def _rich_text(element: Element) -> str:
    """Return the text with markup for the faces of its runs."""
    text = element.joined(_rich_text)
    if element.name == "style" and text.strip():
        for face in element.attributes.get("face", "").split():
            if face in _FACES:
                text = f"<{_FACES[face]}>{text}</{_FACES[face]}>"
    return text


def _write_record(number: int, source: Source) -> str:
    fields = write_record(source)
    _, name = fields[0]
    ref_type = f'ref-type name="{escaped(name)}"'
    pairs = [
        ("rec-number", str(number)),
        (ref_type, str(NUMBERS.get(name.lower(), GENERIC))),
    ]
    written: set[str] = set()
    for path, tag in TAGS.items():
        if tag in written:
            continue
        texts = [_runs(text) for of, text in fields if of == tag]
        if not texts:
            continue
        written.add(tag)
        pairs += [(path, text) for text in texts]
        if tag == "%J" and source.type in ARTICLES:
            _add_title_of_periodical(pairs, texts[0])
    return "\n".join(["<record>", *nested(pairs, "  "), "</record>\n"])


def _add_title_of_periodical(pairs: list[tuple[str, str]], text: str) -> None:
    """Repeat a periodical's title after the title of the article, as EndNote does."""
    paths = [path for path, _ in pairs]
    if "titles/title" in paths:
        after = paths.index("titles/title") + 1
        pairs.insert(after, ("titles/secondary-title", text))


def _runs(text: str) -> str:
    """Split text with markup into runs, each with its face.

    >>> _runs("On <i>Emma</i>")
    '<style face="normal">On </style><style face="italic">Emma</style>'
    """
    runs: list[str] = []
    end = 0
    for found in _MARKUP.finditer(text):
        tag, inner = found.groups()
        runs.append(_plain_run(text[end : found.start()]))
        runs.append(_run(_FACE_OF[tag], inner))
        end = found.end()
    if not runs:
        return escaped(text)
    runs.append(_plain_run(text[end:]))
    return "".join(runs)


def _plain_run(text: str) -> str:
    return _run("normal", text) if text else ""


def _run(face: str, text: str) -> str:
    return f'<style face="{face}">{escaped(text)}</style>'
