"""Quotations of a PDF with running heads, footnotes, hyphenation and two columns: each
is what somebody typed, the pages that are cited, and what is found.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loccit.lint.quoted.look_up import Found, QuotedFile
from loccit.lint.quoted.readers import pdf
from loccit.lint.quoted.source_pages import SourcePages
from tests.lint.quoted.pdfs import make_pdf

HERE = Path(__file__).parent
CITED = re.compile(r"(?s)(.*) \(pp?\. ([^)]*)\)\Z")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> QuotedFile:
    markup = HERE.joinpath("valley.typ").read_text("utf-8")
    path = make_pdf(tmp_path_factory.mktemp("pdf") / "valley.pdf", markup)
    return QuotedFile(pdf.read(path))


def test_where_quoted_words_are(file: QuotedFile, given: str, expected: str) -> None:
    cited = CITED.match(given)
    typed, locator = cited.groups() if cited else (given, "")
    assert describe(file.look_up(typed, locator)) == expected


def describe(found: Found | None) -> str:
    if found is None:
        return "not found"
    text = found.where
    if found.is_on_page is False:
        text += ", not where it is cited"
    for each in found.differences:
        text += f"; after “{each.before}”: “{each.quoted}” for “{each.printed}”"
        if each.is_misread:
            text += " (perhaps misread)"
    return text


def test_the_cited_page_is_preferred_to_others() -> None:
    pages = [
        f"{number}\nThe law is the law, and page {number}." for number in (4, 5, 6)
    ]
    file = QuotedFile(SourcePages(pages))
    assert describe(file.look_up("the law is the law", "6")) == "p. 6"
    assert describe(file.look_up("the law is the law")) == "p. 4"
    assert describe(file.look_up("the law is the law", "12")) == (
        "p. 4, not where it is cited"
    )


def test_a_page_without_a_number_is_a_page_of_the_file() -> None:
    file = QuotedFile(SourcePages(["A first page.", "A second page."]))
    found = file.look_up("A second page", "2")
    assert found
    assert found.where == "PDF page 2"
    assert found.is_on_page is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("“able to read the letters of the town”", "; after “”: “able” for “unable”"),
        (
            "“the towns were unable to read the letter”",
            "; after “unable to read the”: “letter” for “letters”",
        ),
        ("“letters of the town in these years”", ""),
        ("“years of hunger, and the water rose”", ""),
    ],
)
def test_parts_of_words_are_other_words(typed: str, expected: str) -> None:
    text = (
        "In the end, these were the years of roses. He rose. The towns were unable to "
        "read the letters of the town inthese yearsof hunger, and the waterrose."
    )
    assert describe(QuotedFile(SourcePages([text])).look_up(typed)) == expected


def test_a_scan_may_be_misread() -> None:
    text = "The discrepancy of the valley was convcrted to laud by the agency."
    typed = "The discrepancy of the valley was converted to land by the agency."
    scan = QuotedFile(SourcePages([text], is_scan=True)).look_up(typed)
    assert scan and not scan.is_sure
    printed = QuotedFile(SourcePages([text])).look_up(typed)
    assert printed and printed.is_sure


def test_common_words_are_found_in_a_long_text() -> None:
    text = "the law of the land is the law of the sea and of the land " * 20_000
    file = QuotedFile(SourcePages([f"{text} but not the law of the air. {text}"]))
    found = file.look_up("but not the law of an air")
    assert describe(found) == "; after “not the law of”: “an” for “the”"
    assert file.look_up("a wholly different sentence " * 300) is None
