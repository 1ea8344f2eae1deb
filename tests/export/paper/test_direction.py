"""Papers in languages that are written from right to left."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.export.paper.essays import make

ESSAY = "---\ntitle: عن الأبواب\nlang: {}\n---\n\nهذا نص عربي.\n"


@pytest.mark.parametrize(
    ("lang", "is_rtl"), [("ar", True), ("he-IL", True), ("de", False)]
)
def test_the_direction_of_a_paper(lang: str, is_rtl: bool) -> None:
    essay = ESSAY.format(lang)
    docx = ZipFile(BytesIO(make(essay).data)).read("word/styles.xml")
    odt = ZipFile(BytesIO(make(essay, ending=".odt").data)).read("styles.xml")
    html = make(essay, ending=".html").data
    assert (b"<w:bidi" in docx) == is_rtl
    assert (b'style:writing-mode="rl-tb"' in odt) == is_rtl
    assert (b'dir="rtl"' in html) == is_rtl
    assert make(essay, ending=".pdf").data.startswith(b"%PDF")
