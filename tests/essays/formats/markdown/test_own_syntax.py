"""What becomes of essays in MyST and Jekyll."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.essays.formats.library import check

CASES = read_cases(Path(__file__).with_suffix(".txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_essay(case: Case) -> None:
    check(case, "essay.md")
