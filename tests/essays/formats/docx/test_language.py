"""The language of a document is that of most of its characters."""

from __future__ import annotations

import pytest

import loccit
from tests.essays.formats.docx.word_file import paragraph, word_file

GERMAN = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
FRENCH = '<w:p><w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>Une phrase assez longue.</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("body", "styles", "expected"),
    [
        (paragraph("Ein Satz."), GERMAN, "de-DE"),
        (paragraph("Ein Satz.") + FRENCH, GERMAN, "fr-FR"),
        (paragraph("A sentence."), GERMAN.replace("de-DE", "en-GB"), None),
        (paragraph("A sentence."), GERMAN.replace("de-DE", "x-none"), None),
        (paragraph("A sentence."), "", None),
    ],
)
def test_the_language(body: str, styles: str, expected: str | None) -> None:
    essay = loccit.read_essay(word_file(body, {"styles": styles}), "essay.docx")
    values = essay.front_matter.values if essay.front_matter else {}
    assert values.get("lang") == expected


def test_what_is_printed_is_in_it() -> None:
    doe = {"id": "doe", "type": "book", "title": "Es", "author": [{"family": "Doe"}]}
    body = paragraph("So [@doe, S. 3].")
    essay = loccit.read_essay(word_file(body, {"styles": GERMAN}), "essay.docx")
    settings = loccit.Settings(suppress_bibliography=True)
    result = loccit.format_essay(essay, loccit.open_library([], [doe]), settings)
    assert result.text == "So (Doe, o.\u00a0J., S. 3)."
