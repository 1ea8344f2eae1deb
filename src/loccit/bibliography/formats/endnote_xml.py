"""EndNote's XML, as EndNote, Zotero, Mendeley and JabRef export it; its fields are
Refer's, with longer names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.refer.fields import CSL_TYPES
from loccit.bibliography.formats.refer.reference import read_record, write_record
from loccit.bibliography.records.lines import Line
from loccit.bibliography.records.record_file import Places, RecordFile
from loccit.bibliography.records.types import ARTICLES
from loccit.bibliography.xml import Element, escaped, nested, read_root, root_tag
from loccit.model import Problem, Source
from loccit.values.identifiers import read_pmcid

NAME = "endnote-xml"
EXTENSIONS = (".xml",)

#: Elements in EndNote's order <-> tags of Refer.  What is read of several is written at the first.
_TAGS = {
    "contributors/authors/author": "%A",
    "contributors/secondary-authors/author": "%E",
    "contributors/tertiary-authors/author": "%Y",
    "contributors/subsidiary-authors/author": "%?",
    "contributors/translated-authors/author": "%?",
    "titles/title": "%T",
    "titles/secondary-title": "%B",
    "titles/tertiary-title": "%S",
    "titles/short-title": "%!",
    "periodical/full-title": "%J",
    "periodical/abbr-1": "%O",
    "alt-periodical/full-title": "%O",
    "pages": "%P",
    "volume": "%V",
    "number": "%N",
    "issue": "%N",
    "num-vols": "%6",
    "edition": "%7",
    "section": "%&",
    "reviewed-item": "%*",
    "keywords/keyword": "%K",
    "dates/year": "%D",
    "dates/pub-dates/date": "%8",
    "pub-location": "%C",
    "publisher": "%I",
    "isbn": "%@",
    "accession-num": "%M",
    "call-num": "%L",
    "label": "%F",
    "abstract": "%X",
    "notes": "%Z",
    "research-notes": "%<",
    "work-type": "%9",
    "urls/related-urls/url": "%U",
    "urls/web-urls/url": "%U",
    "custom2": "%2",
    "electronic-resource-num": "%R",
    "remote-database-name": "%~",
    "remote-database-provider": "%W",
    "language": "%G",
    "access-date": "%[",
}
#: Only where the source is no article is this another title.
_TITLE_OF_PERIODICAL = ("titles/secondary-title", "titles/alt-title")
#: What says where the record comes from, not what the work is.
_OF_THE_RECORD = frozenset(
    ["database", "source-app", "rec-number", "foreign-keys", "modified-date", "misc3"]
)
#: Numbers of types in EndNote's own files; JabRef counts otherwise, but names the type
#: as well.
_NUMBERS = {
    "artwork": 2,
    "audiovisual material": 3,
    "bill": 4,
    "book section": 5,
    "book": 6,
    "case": 7,
    "computer program": 9,
    "conference proceedings": 10,
    "web page": 12,
    "generic": 13,
    "hearing": 14,
    "journal article": 17,
    "magazine article": 19,
    "map": 20,
    "film or broadcast": 21,
    "newspaper article": 23,
    "patent": 25,
    "personal communication": 26,
    "report": 27,
    "edited book": 28,
    "statute": 31,
    "thesis": 32,
    "unpublished work": 34,
    "manuscript": 36,
    "figure": 37,
    "chart or table": 38,
    "equation": 39,
    "electronic article": 43,
    "electronic book": 44,
    "online database": 45,
    "government document": 46,
    "conference paper": 47,
    "online multimedia": 48,
    "classical work": 49,
    "legal rule or regulation": 50,
    "ancient text": 51,
    "dictionary": 52,
    "encyclopedia": 53,
    "grant": 54,
    "aggregated database": 55,
    "blog": 56,
    "serial": 57,
    "standard": 58,
    "dataset": 59,
    "electronic book section": 60,
    "music": 61,
    "press release": 63,
    "pamphlet": 65,
    "interview": 64,
    "discussion forum": 66,
    "podcast": 62,
    "catalog": 8,
}
_NAMES = {str(number): name for name, number in _NUMBERS.items()}
_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_MARKUP = regex(r"<(i|b|sup|sub)>((?:(?!</?(?:i|b|sup|sub)>).)*)</\1>", re.DOTALL)
_FACE_OF = {tag: face for face, tag in _FACES.items()}


def recognizes(text: str) -> bool:
    name, _ = root_tag(text)
    return name in ("xml", "records") and "<record>" in text[:20_000]


def read(text: str, path: str) -> RecordFile:
    root, text = read_root(text, path, ("xml", "records"))
    places = Places(text, path)
    records = root if root.name == "records" else root.first("records") or root
    return RecordFile(
        [_read_record(record, places) for record in records.all("record")]
    )


def write(sources: Iterable[Source]) -> str:
    records = "".join(
        _write_record(number, source) for number, source in enumerate(sources, 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n{records}</records></xml>\n'


def lost(source: Source) -> Iterator[str]:
    """What is not the same when it is read again: EndNote has no field for it, or not
    for all of it.
    """
    return round_trip.lost(source, write, read)


def _read_record(record: Element, places: Places) -> tuple[Source, list[Problem]]:
    typed = record.first("ref-type")
    named = (
        (typed.attributes.get("name") or _NAMES.get(typed.text().strip(), typed.text()))
        if typed
        else "generic"
    )
    articles = CSL_TYPES.get(named.lower()) in ARTICLES
    named_so = [
        Line("ref-type", named.strip(), typed.position if typed else record.position)
    ]
    for child in record:
        if child.name not in ("ref-type", *_OF_THE_RECORD):
            named_so += _lines(child, child.name)
    lines = [line._replace(tag=_tag(line, articles)) for line in named_so]
    source, problems = read_record(lines, named_so, places)
    return source, problems


def _lines(element: Element, path: str) -> Iterator[Line]:
    """The texts of an element, by the paths to them."""
    children = [child for child in element if child.name != "style"]
    if path in _TAGS or not children:
        text = _rich_text(element).strip()
        if text:
            yield Line(path, text, element.position)
        return
    for child in children:
        yield from _lines(child, f"{path}/{child.name}")


def _tag(line: Line, articles: bool) -> str:
    if line.tag == "ref-type":
        return "%0"
    if articles and line.tag in _TITLE_OF_PERIODICAL:
        return "%J" if line.tag == "titles/secondary-title" else "%O"
    if (line.tag == "label" and " " in line.text) or (
        line.tag == "custom2" and not read_pmcid(line.text)
    ):
        return line.tag  # words of the user's own
    if line.tag in ("periodical/abbr-1", "alt-periodical/full-title") and not articles:
        return line.tag
    return _TAGS.get(line.tag, line.tag)


def _rich_text(element: Element) -> str:
    """Text with the faces of its runs as markup."""
    text = element.joined(_rich_text)
    if element.name == "style" and text.strip():
        for face in element.attributes.get("face", "").split():
            if face in _FACES:
                text = f"<{_FACES[face]}>{text}</{_FACES[face]}>"
    return text


def _write_record(number: int, source: Source) -> str:
    fields = write_record(source)
    name = fields[0][1]
    articles = source.type in ARTICLES
    pairs = [("rec-number", str(number))]
    pairs.append(
        (f'ref-type name="{escaped(name)}"', str(_NUMBERS.get(name.lower(), 13)))
    )
    written: set[str] = set()
    for path, tag in _TAGS.items():
        texts = [text for of, text in fields if of == tag]
        if tag in written or not texts:
            continue
        written.add(tag)
        pairs += [(path, _runs(text)) for text in texts]
        if tag == "%J" and articles:
            pairs = _with_title_of_periodical(pairs, _runs(texts[0]))
    return "\n".join(["<record>", *nested(pairs, "  "), "</record>\n"])


def _with_title_of_periodical(
    pairs: list[tuple[str, str]], text: str
) -> list[tuple[str, str]]:
    """A periodical's title stands with the other titles too."""
    at = next(
        (index for index, (path, _) in enumerate(pairs) if path == "titles/title"), None
    )
    return (
        pairs
        if at is None
        else [*pairs[: at + 1], ("titles/secondary-title", text), *pairs[at + 1 :]]
    )


def _runs(text: str) -> str:
    """Text as runs, each with its face, where it has markup.

    >>> _runs("On <i>Emma</i>")
    '<style face="normal">On </style><style face="italic">Emma</style>'
    """
    found = _MARKUP.split(text)
    if len(found) == 1:
        return escaped(text)
    runs = [
        "" if not plain else f'<style face="normal">{escaped(plain)}</style>'
        for plain in found[::3]
    ]
    marked = [
        f'<style face="{_FACE_OF[tag]}">{escaped(inner)}</style>'
        for tag, inner in zip(found[1::3], found[2::3], strict=True)
    ]
    return "".join(
        run for pair in zip(runs, [*marked, ""], strict=True) for run in pair
    )
