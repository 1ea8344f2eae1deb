"""EndNote: `ADDIN EN.CITE` and XML; where it is long, in base64 in the field's data.

The data is repeated in a nested field, `ADDIN EN.CITE.DATA`, which is not a citation.
Citations that EndNote has not formatted are text: `{Bell, 2009 #291@4}`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
    Record,
)
from loccit.essays.live_citations.packed import from_base64, to_base64, utf8
from loccit.essays.live_citations.records import record_of_name
from loccit.essays.live_citations.xml_code import read_xml, text_of, xml_of
from loccit.model import Marked, RichText
from loccit.model.citation import CiteMode

_CITATION = regex(r"\s*ADDIN\s+EN\.CITE(?!\.DATA)\b")
_LIST = regex(r"\s*ADDIN\s+EN\.(?:SECTION\.)?REFLIST\b")
#: A citation that EndNote has not formatted: `{see \\Bell, 2009 #291@4; Roe, 2010 #7}`.
#: The number of the record tells it from other text in braces.
UNFORMATTED = regex(r"\{[^{}#]{0,200},[^{}#]{0,200}#\d+[^{}]{0,2000}\}")
#: One source in it: text before, author and year, the number of the record.
_UNFORMATTED_CITE = regex(
    r"\s*(?:(?P<prefix>[^\\#]*)\\)?(?P<author>[^#]*),\s*(?P<year>[^#,]*?)\s*#\d+(?P<rest>.*)",
    re.DOTALL,
)
#: What follows: how it is shown, pages, text after.
_MODIFIER = regex(r"@@(?P<shown>[\w-]+)|@(?P<pages>[^@`]*)|`(?P<suffix>[^@`]*)")
_DISPLAY, _DISPLAY_END = "<DisplayText>", "</DisplayText>"
#: The values of marks as EndNote's faces of text.
_FACES = {"italic": "italic", "bold": "bold", "sup": "superscript", "sub": "subscript"}
_START, _END = "<EndNote", "</EndNote>"


def what_is(code: FieldCode) -> Kind | None:
    if _LIST.match(code.text):
        return "list"
    is_citation = _CITATION.match(code.text) or UNFORMATTED.fullmatch(code.text.strip())
    return "citation" if is_citation else None


def read(code: FieldCode) -> LiveCitation:
    if not _CITATION.match(code.text):
        return LiveCitation("endnote", tuple(_unformatted_cites(code.text)))
    root = read_xml(_xml(code))
    elements = list(root.iter("Cite"))
    if not elements:
        raise BrokenCode("Its code names no source.")
    printed = "".join(text_of(each, "DisplayText") for each in elements)
    cites = tuple(map(_cite, elements))
    return LiveCitation("endnote", cites, printed or None, _kept(elements))


def _xml(code: FieldCode) -> str:
    """Return the XML of a code, or of the first data that contains any."""
    for text in (code.text, *map(_unpacked, code.data)):
        start = text.find(_START)
        if start >= 0:
            end = text.find(_END, start)
            return text[start : end + len(_END)] if end >= 0 else text[start:]
    raise BrokenCode("Its code has no data.")


def _unpacked(data: str) -> str:
    return utf8(from_base64(data))


def _cite(element: etree._Element) -> LiveCite:
    locator = text_of(element, "Pages")
    return LiveCite(
        _record(element),
        _mode(element),
        locator,
        "page" if locator else "",
        element.findtext("Prefix", ""),
        element.findtext("Suffix", ""),
    )


def _mode(element: etree._Element) -> CiteMode:
    if element.get("AuthorYear") == "1":
        return "narrative"
    if element.get("ExcludeAuth") == "1":
        return "suppress-author"
    return "author-only" if element.get("ExcludeYear") == "1" else "parenthetical"


def _record(element: etree._Element) -> Record:
    record = element.find("record")
    if record is None:
        return record_of_name("", text_of(element, "Author"), text_of(element, "Year"))
    return Record(xml_of(record), "endnote_xml", tuple(_uris(record)))


def _uris(record: etree._Element) -> Iterator[str]:
    """Yield the record's number in each EndNote library that it is in."""
    for key in record.iterfind("foreign-keys/key"):
        if key.text and key.get("db-id"):
            yield f"endnote:{key.get('db-id')}/{key.text}"


def _kept(elements: list[etree._Element]) -> str:
    if any(element.get("Hidden") == "1" for element in elements):
        return "EndNote hides one of its sources, which loccit can't do."
    if any(map(_hides_both, elements)):
        return "It shows neither author nor year, which loccit can't print."
    return ""


def _hides_both(element: etree._Element) -> bool:
    return element.get("ExcludeAuth") == element.get("ExcludeYear") == "1"


def _unformatted_cites(text: str) -> Iterator[LiveCite]:
    for part in text.strip()[1:-1].split(";"):
        found = _UNFORMATTED_CITE.fullmatch(part)
        if found is None:
            raise BrokenCode("EndNote has not formatted it, and it can't be read.")
        author, year = found["author"].strip(), found["year"]
        said = _modifiers(found["rest"])
        pages = said.get("pages", "").strip()
        yield LiveCite(
            record_of_name("", author, year),
            _unformatted_mode(author, year, said.get("shown", "")),
            pages,
            "page" if pages else "",
            found["prefix"] or "",
            said.get("suffix", ""),
        )


def _modifiers(text: str) -> dict[str, str]:
    return {
        str(each.lastgroup): each[each.lastgroup or 0]
        for each in _MODIFIER.finditer(text)
    }


def _unformatted_mode(author: str, year: str, shown: str) -> CiteMode:
    """Return how a cite is shown; an author or a year that is left out is hidden."""
    if shown == "author-year":
        return "narrative"
    if not author:
        return "suppress-author"
    return "parenthetical" if year else "author-only"


def with_printed(code: FieldCode, text: RichText) -> FieldCode:
    """Return the code with another printed text, wherever it is kept."""
    return FieldCode(
        _with_display_text(code.text, text),
        tuple(_repacked(data, text) for data in code.data),
        code.sources,
    )


def _repacked(data: str, text: RichText) -> str:
    """Change base64, which is broken into lines of one length."""
    xml = _unpacked(data)
    changed = _with_display_text(xml, text)
    if changed == xml:
        return data
    line, end, _ = data.partition("\n")
    packed = to_base64(changed.encode())
    if not end:
        return packed
    length = len(line.rstrip())
    pieces = (packed[i : i + length] for i in range(0, len(packed), length))
    return "\n".join(pieces)


def _with_display_text(xml: str, text: RichText) -> str:
    before, start, rest = xml.partition(_DISPLAY)
    _, end, after = rest.partition(_DISPLAY_END)
    if not end:
        return xml
    shown = "".join(map(_display, text.nodes))
    return f"{before}{start}{shown}{end}{after}"


def _display(node: str | Marked) -> str:
    """Write text with the faces that EndNote has for its marks."""
    if isinstance(node, str):
        return html.escape(node, quote=False)
    inner = "".join(map(_display, node.content.nodes))
    face = _FACES.get(node.mark.value)
    return f'<style face="{face}">{inner}</style>' if face else inner
