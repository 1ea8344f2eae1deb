"""XML in codes, read safely: without document types, entities or deep nesting."""

from __future__ import annotations

from lxml import etree

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode

#: Characters that XML can't have, which EndNote writes all the same.
_CONTROL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_xml(text: str) -> etree._Element:
    """Parse XML.

    Raises:
        BrokenCode: it is not well-formed, or has a document type.
    """
    if "<!DOCTYPE" in text:
        raise BrokenCode("Its code has a document type, which no program writes.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(_CONTROL.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise BrokenCode("Its code is damaged: the XML in it is not whole.") from error


def text_of(element: etree._Element, path: str) -> str:
    """Return the text at a path in an element, without the blanks around it."""
    found = element.find(path)
    return "" if found is None else "".join(map(str, found.itertext())).strip()


def xml_of(element: etree._Element) -> str:
    """Write an element."""
    return etree.tostring(element, encoding="unicode", with_tail=False)
