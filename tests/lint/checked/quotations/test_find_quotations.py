"""The quotations of essays: what is quoted, in which marks, and its citation.

Of each quotation a line is expected: its marks, or `block`, its words, and after an
arrow the citation that belongs to it, if there is one.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography import open_library
from loccit.editing.check.check_essay import checked_essay
from loccit.essays import read_essay
from loccit.essays.quotation_marks import pair_marks
from loccit.formatting.draft import read_draft
from loccit.lint.checked import CheckedEssay, Quotation
from loccit.workspace.settings import Settings
from tests.cases import Case, read_cases

MARKS = frozenset("\"“”„«»'‘’")
CASES = read_cases(Path(__file__).with_suffix(".txt"))


def essay_of(case: Case) -> CheckedEssay:
    essay = read_essay(case.given.encode(), "-", case.sections.get("format"))
    return checked_essay(read_draft(essay, open_library([]), Settings()))


def shown(quotation: Quotation) -> str:
    kind = "block " if quotation.is_block else ""
    words = quotation.words.replace("\n", " / ")
    citation = quotation.citation
    after = f" -> {citation.text}" if citation else ""
    return f"{kind}{quotation.opening}{words}{quotation.closing}{after}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_find_quotations(case: Case) -> None:
    found = "\n".join(map(shown, essay_of(case).quotations))
    assert found == case.expected


def test_pairing_takes_linear_time() -> None:
    for hostile in ('"', "“", "'a", '5" ', "s' a", "„a“ ", "‘“", "”«"):
        pair_marks(hostile * 50_000)


@given(st.text("\"“”„«»'‘’ .,as5(", max_size=60))
def test_pairs_are_marks_and_do_not_overlap(text: str) -> None:
    pairs = pair_marks(text).closed
    assert all(one.end <= two.start for one, two in pairwise(pairs))
    assert all({text[pair.start], text[pair.end - 1]} <= MARKS for pair in pairs)
    assert all(pair.end - pair.start > 1 for pair in pairs)
