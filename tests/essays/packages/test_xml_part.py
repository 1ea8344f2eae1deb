"""Where the elements of an XML part are in its text."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from loccit.essays.packages.element import Element
from loccit.essays.packages.xml_part import XmlPart

#: Elements and text, in all ways to write them that mean the same.
LEAVES = st.sampled_from(
    [
        "<a/>",
        "<a></a>",
        '<a b="/"/>',
        "<a b='>' />",
        "é",
        "x &amp; y",
        "<!-- < -->",
        "<![CDATA[<a/>]]>",
        "\r\n",
        "<?a ?>",
    ]
)
CONTENTS = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4).map(lambda e: f"<b>{''.join(e)}</b>"),
    max_leaves=12,
)


@given(CONTENTS)
def test_every_element_is_where_its_tags_are(content: str) -> None:
    part = XmlPart(f"<r>{content}</r>".encode(), "part.xml", "file", {})
    expected = [*ElementTree.fromstring(part.text).iter()]
    found = [*elements(part.root)]
    assert [element.tag for element in found] == [each.tag for each in expected]
    for element, each in zip(found, expected, strict=True):
        alone = ElementTree.fromstring(element.span.of(part.text))
        assert ElementTree.tostring(alone) == without_tail(each)
        inner = element.inner.of(part.text)
        start_tag = part.text[element.start : element.inner.start]
        assert start_tag.endswith(">")
        assert element.span.of(part.text).startswith(start_tag + inner)


def elements(root: Element) -> Iterator[Element]:
    yield root
    for element in root.elements:
        yield from elements(element)


def without_tail(element: ElementTree.Element) -> bytes:
    element.tail = None
    return ElementTree.tostring(element)
