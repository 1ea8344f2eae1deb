"""Essays in reStructuredText, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.essays import read_essay
from loccit.formatting.format_essay import format_essay
from tests.cases import Case, read_cases
from tests.essays.formats.library import LIBRARY, check

CASES = read_cases(Path(__file__).with_suffix(".txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_essay(case: Case) -> None:
    check(case, "essay.rst")


def test_settings() -> None:
    text = "So :cite:empty:`doe, roe`.\n\n.. bibliography:: a.bib b.bib\n   :all:\n"
    front_matter = read_essay(text.encode(), "a.rst").front_matter
    assert front_matter
    assert front_matter.values == {
        "bibliography": ["a.bib", "b.bib"],
        "nocite": ["@{doe}", "@{roe}"],
    }


def test_a_citation_in_a_table_stays() -> None:
    text = "+------------+\n| :cite:`doe` |\n+------------+\n"
    result = format_essay(read_essay(text.encode(), "a.rst"), LIBRARY)
    assert result.text.startswith(text)
    assert [problem.rule for problem in result.problems] == ["citation-in-table"]


def test_what_readers_see() -> None:
    text = (
        "A *heading*\n===========\n\nSo **this** is ``code``, \\*so\\*, `a link "
        "<https://example.org>`_ [1]_.\n\n- one\n  more\n\n.. [1] A note.\n\n"
        ".. [Key2009] An entry.\n\n.. note:: Mind\n\n   this.\n"
    )
    found = read_essay(text.encode(), "a.rst").document.paragraphs
    assert [(each.kind, each.text, each.marker) for each in found] == [
        ("heading", "A heading", ""),
        ("paragraph", "So this is code, *so*, a link .", ""),
        ("item", "one\nmore", "-"),
        ("note", "A note.", ""),
        ("item", "An entry.", "[Key2009]"),
        ("paragraph", "Mind", ""),
        ("paragraph", "this.", ""),
    ]
