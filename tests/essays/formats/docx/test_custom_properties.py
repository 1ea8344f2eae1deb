"""Properties of a document are set, and others stay."""

from __future__ import annotations

import pytest

from loccit.essays.formats.docx import open as open_docx
from loccit.essays.formats.docx.custom_properties import (
    custom_properties,
    property_edits,
)
from loccit.essays.formats.docx.document import DocxDocument
from tests.essays.formats.docx.word_file import paragraph, word_file

OTHER = '<property name="Other" pid="2"><vt:i4>3</vt:i4></property>'
VALUES = {
    "a value": '<property name="PREF_1" pid="3"><vt:lpwstr>old</vt:lpwstr></property>',
    "the same": '<property name="PREF_1" pid="3"><vt:lpwstr>a &lt; b</vt:lpwstr></property>',
    "an empty value": '<property name="PREF_1" pid="x"><vt:lpwstr/></property>',
    "no value": '<property name="PREF_1"/>',
    "another": '<property name="PREF_2" pid="3"><vt:lpwstr>old</vt:lpwstr></property>',
    "none": "",
}


@pytest.mark.parametrize("old", VALUES.values(), ids=VALUES)
def test_a_property_is_set(old: str) -> None:
    parts = {"custom-properties": OTHER + old}
    document = open_docx(word_file(paragraph("Text"), parts), "essay.docx")
    assert isinstance(document, DocxDocument)
    new = {"PREF_1": "a < b"}
    edits = property_edits(document.package, new, "PREF_")
    changed = document.with_edits(edits)
    assert custom_properties(changed.package) == {"Other": "3", **new}
    assert OTHER in changed.package.xml("docProps/custom.xml").text
    assert [*property_edits(changed.package, new, "PREF_")] == []
