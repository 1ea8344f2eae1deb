"""XML in codes, read safely: without document types, entities or deep nesting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode

#: Characters that XML can't have, which EndNote writes all the same.
_CONTROL = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: References to them.
_CONTROL_REFERENCE = regex(
    r"&#(?:x0*(?:[0-8bce]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE
)
_SAFE: Mapping[str, Any] = {"resolve_entities": False, "no_network": True}


def read_xml(text: str) -> etree._Element:
    """Parse XML.  Errors in it, such as an entity that nobody defined, are passed over
    where every element is there all the same.

    Raises:
        BrokenCode: it is not whole, or has a document type.
    """
    if "<!DOCTYPE" in text:
        raise BrokenCode("Its code has a document type, which no program writes.")
    data = _CONTROL_REFERENCE.sub("", _CONTROL.sub("", text)).encode()
    try:
        return etree.fromstring(data, etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        root = etree.fromstring(data, etree.XMLParser(recover=True, **_SAFE))
        if root is None or _elements(root) != data.count(b"</") + data.count(b"/>"):
            message = "Its code is damaged: the XML in it is not whole."
            raise BrokenCode(message) from error
        return root


def _elements(root: etree._Element) -> int:
    return sum(1 for _ in root.iter("*"))


def text_of(element: etree._Element, path: str) -> str:
    """Return the text at a path in an element, without the blanks around it."""
    found = element.find(path)
    return "" if found is None else "".join(map(str, found.itertext())).strip()


def xml_of(element: etree._Element) -> str:
    """Write an element."""
    return etree.tostring(element, encoding="unicode", with_tail=False)
