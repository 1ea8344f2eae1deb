"""Citations that some kinds of Markdown have besides keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.essays.formats.cites import cites_of

CASES = read_cases(Path(__file__).with_suffix(".txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_citations(case: Case) -> None:
    assert cites_of(case.given, "essay.md") == case.expected
