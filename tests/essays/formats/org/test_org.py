"""Essays in Org, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.essays import read_essay
from tests.cases import Case, read_cases
from tests.essays.formats.library import check

CASES = read_cases(Path(__file__).with_suffix(".txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_essay(case: Case) -> None:
    check(case, "essay.org")


def test_settings() -> None:
    text = (
        '#+BIBLIOGRAPHY: a.bib\n#+bibliography: "b c.bib"\n'
        "#+cite_export: csl ~/styles/ieee.csl\n#+language: de\n\nSo [cite/n:@doe;@roe].\n"
    )
    front_matter = read_essay(text.encode(), "a.org").front_matter
    assert front_matter
    assert front_matter.values == {
        "bibliography": ["a.bib", "b c.bib"],
        "csl": "~/styles/ieee.csl",
        "lang": "de",
        "nocite": ["@{doe}", "@{roe}"],
    }


def test_what_readers_see() -> None:
    text = (
        "* TODO [#A] A /heading/ :tag:\n\nSo *this* is =code=, \\alpha{} and "
        "[[https://example.org][a link]].[fn:1]\n\n- [X] one\n  more\n\n| a | b |\n\n"
        "#+begin_quote\nQuoted\n#+end_quote\n\n[fn:1] A note.\n"
    )
    found = read_essay(text.encode(), "a.org").document.paragraphs
    assert [(each.kind, each.text, each.is_quoted) for each in found] == [
        ("heading", "A heading", False),
        ("paragraph", "So this is code, α and a link.", False),
        ("item", "one\nmore", False),
        ("cell", "a", False),
        ("cell", "b", False),
        ("paragraph", "Quoted", True),
        ("note", "A note.", False),
    ]
    marks = [
        (mark.kind, found[1].text[mark.start : mark.end]) for mark in found[1].marks
    ]
    assert marks == [("strong", "this"), ("code", "code"), ("link", "a link")]
