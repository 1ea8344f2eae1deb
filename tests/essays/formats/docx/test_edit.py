"""Documents of Word are changed in place, and what is not changed stays."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from loccit import Settings, format_essay, open_library, read_essay
from loccit.bibliography import Library
from tests.cases import Case
from tests.essays.formats.docx.test_read import spelled_out
from tests.essays.formats.docx.word_file import word_file


def library() -> Library:
    """Books: *On it*, *On that*, and *Without* of nobody."""
    return open_library(
        [],
        [
            {
                "id": key,
                "type": "book",
                "title": title,
                "author": [{"family": name}] if name else [],
                "issued": key[-4:],
            }
            for key, name, title in [
                ("bell2009", "Bell", "On it"),
                ("roe2010", "Roe", "On that"),
                ("anon2001", "", "Without"),
            ]
        ],
    )


def test_documents_are_changed(case: Case) -> None:
    """The body is as expected, and a second run changes nothing."""
    parts = {
        name: spelled_out(text)
        for name, text in case.sections.items()
        if name not in ("expected", "style")
    }
    settings = Settings(csl=case.sections.get("style", "apa"))
    essay = read_essay(word_file(spelled_out(case.given), parts), "essay.docx")
    formatted = format_essay(essay, library(), settings)
    assert shortened(body(formatted.data)) == case.expected.replace("\n", "")
    again = format_essay(read_essay(formatted.data, "essay.docx"), library(), settings)
    assert again.edits == ()
    assert again.data == formatted.data


def body(data: bytes) -> str:
    """What is in the body of a document."""
    with ZipFile(BytesIO(data)) as package:
        text = package.read("word/document.xml").decode()
    return text.partition("<w:body>")[2].partition("</w:body>")[0]


def shortened(text: str) -> str:
    """XML with `‹text›` for runs, as `spelled_out` reads it."""
    run = r'<w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r>'
    return re.sub(run, r"‹\1›", text)
