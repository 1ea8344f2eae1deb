"""Prefixes that a part lacks."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from loccit.essays.packages.declare_prefixes import declare_prefixes

WORD, STRICT, LINKS = "urn:word", "urn:strict", "urn:links"
PREFIXES = {WORD: "w", STRICT: "w", LINKS: "r"}
NEW = '<w:p><w:pPr w:a="1"/><w:hyperlink r:id="x 1"><w:r>a &lt; b</w:r></w:hyperlink></w:p>'


@pytest.mark.parametrize(
    "root",
    [
        f'<w:d xmlns:w="{WORD}" xmlns:r="{LINKS}">',
        f'<w:d xmlns:w="{STRICT}">',
        f'<ns0:d xmlns:ns0="{WORD}">',
        f"<d xmlns='{STRICT}'>",
        f'<d xmlns="{WORD}" xmlns:w="urn:other">',
    ],
)
def test_new_xml_is_in_the_namespace_of_the_part(root: str) -> None:
    namespace = STRICT if STRICT in root else WORD
    end = f"</{root[1:].split()[0]}>"
    new = declare_prefixes(NEW, root, PREFIXES)
    assert declare_prefixes(new, root, PREFIXES) == new
    [paragraph] = ElementTree.fromstring(root + new + end)
    tags = {element.tag for element in paragraph.iter()}
    assert tags == {f"{{{namespace}}}{name}" for name in ("p", "pPr", "hyperlink", "r")}
    assert paragraph[0].get(f"{{{namespace}}}a") == "1"
    assert paragraph[1].get(f"{{{LINKS}}}id") == "x 1"


def test_a_part_with_the_usual_prefixes_gets_no_declarations() -> None:
    root = f'<w:d xmlns:w="{WORD}" xmlns:r="{LINKS}">'
    assert declare_prefixes(NEW, root, PREFIXES) == NEW
