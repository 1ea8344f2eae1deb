"""What is known of a paragraph besides its text."""

from __future__ import annotations

import pytest

from loccit.essays import read_essay
from loccit.essays.paragraph import Paragraph

#: Markdown, and what its paragraphs are, by their text.
KINDS = {
    "# So *it*\n\nis\n---\n\n###### six ##": [
        "So it: heading 1",
        "is: heading 2",
        "six: heading 6",
    ],
    "So\n==\n\nis": ["So: heading 1", "is: paragraph"],
    "- one\n\n  two\n\n3. three\n4. four": [
        "one: item -",
        "two: item",
        "three: item 3.",
        "four: item 4.",
    ],
    "> quoted\n\n> - it": ["quoted: quoted paragraph", "it: quoted item -"],
    "So[^a] ^[in it]\n\n[^a]: Below.": ["So: paragraph", "in it: note", "Below.: note"],
    "| a |\n|---|\n| c |": ["a: cell", "c: cell"],
}

#: Markdown of one paragraph, and what its markup sets apart.
MARKS = {
    "*So* _it_ **is** ***so***": [
        "emphasis So",
        "emphasis it",
        "strong is",
        "strong so",
        "emphasis so",
    ],
    "  \\*so *it*": ["emphasis it"],
    "*So [it](http://e.org 'is') is*": ["emphasis So it is", "link it <http://e.org>"],
    "[a](<u v>) [b](u(v)w) ![c](i.png) [d]{.x}": [
        "link a <u v>",
        "link b <u(v)w>",
        "image c <i.png>",
        "span d",
    ],
    "`f(2)` $O(1)$ x^2^ H~2~O": [
        "code f(2)",
        "math O(1)",
        "superscript 2",
        "subscript 2",
    ],
    "<i>So</i> <EM>it</EM> <b>is</b> <sup>2</sup> <i>so": [
        "emphasis So",
        "emphasis it",
        "strong is",
        "superscript 2",
    ],
    "<a class='x' href='https://e.org/?a&amp;b'>it</a> <a name=x>so": [
        "link it <https://e.org/?a&b>"
    ],
    "<https://e.org> \\_a\\_": ["link https://e.org <https://e.org>"],
    "a*b never": [],
}


def paragraphs(text: str) -> list[Paragraph]:
    return [*read_essay(text.encode(), "essay.md").document.paragraphs]


@pytest.mark.parametrize("text", KINDS)
def test_kinds(text: str) -> None:
    assert [described(each) for each in paragraphs(text)] == KINDS[text]


def described(paragraph: Paragraph) -> str:
    words = [
        "quoted" if paragraph.is_quoted else "",
        paragraph.kind,
        str(paragraph.level or ""),
        paragraph.marker,
    ]
    return f"{paragraph.text}: {' '.join(filter(None, words))}"


@pytest.mark.parametrize("text", MARKS)
def test_marks(text: str) -> None:
    [paragraph] = paragraphs(text)
    found = []
    for mark in paragraph.marks:
        target = f" <{mark.target}>" if mark.target else ""
        found.append(f"{mark.kind} {paragraph.text[mark.start : mark.end]}{target}")
    assert found == MARKS[text]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a [*b*](c) d", "[*b*](c)"),
        ("a <i>b</i> d", "<i>b</i>"),
        ("a ***b*** d", "***b***"),
        ("> a [b\n> b](<c d>) d", "[b\n> b](<c d>)"),
    ],
)
def test_a_mark_knows_its_markup(text: str, whole: str) -> None:
    [paragraph] = paragraphs(text)
    start = paragraph.text.index("b")
    end = paragraph.text.rindex("b") + 1
    assert paragraph.marked_span(start, end).of(text) == whole
    assert paragraph.marked_span(start, len(paragraph.text)).of(text) == f"{whole} d"
    assert paragraph.marked_span(0, 1).of(text) == "a"


def test_plain_text_has_paragraphs_only() -> None:
    found = read_essay(b"So\n\n- it\n", "essay.txt").document.paragraphs
    assert [each.kind for each in found] == ["paragraph", "paragraph"]
