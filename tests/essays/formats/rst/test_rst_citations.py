"""Citations in reStructuredText, and what pandoc reads in the same texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.essays.formats.cites import (
    cites_of,
    keys_by_loccit,
    keys_by_pandoc,
    modes_by_pandoc,
)

CASES = read_cases(Path(__file__).with_suffix(".txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_citations(case: Case) -> None:
    assert cites_of(case.given, "essay.rst") == case.expected


@pytest.mark.parametrize(
    "text",
    [
        "Title :cite:p:`a`\n=================\n\nSo :cite:t:`b` and :cite:p:`a,b`.",
        "- item :cite:p:`a`\n  more :cite:p:`b`\n\n1. One :cite:p:`c`\n",
        ".. note:: So :cite:p:`a`\n\n   More :cite:p:`b`\n\nText::\n\n   :cite:p:`c`\n",
        "``:cite:p:`a` `` *x* (:cite:p:`b`) text\n\n.. :cite:p:`c`\n\n.. code::\n\n   :cite:p:`d`\n",
        "Text [1]_.\n\n.. [1] Note :cite:p:`a`\n\n   more :cite:p:`b`\n",
        "======  =========\na       b\n======  =========\n1       :cite:p:`a`\n======  =========\n",
    ],
)
def test_pandoc_reads_the_same(text: str) -> None:
    assert sorted(keys_by_loccit(text, "a.rst")) == sorted(keys_by_pandoc(text, "rst"))


def test_pandoc_sets_them_the_same() -> None:
    text = ":cite:p:`a` :cite:t:`a`"
    modes = [line.partition(":")[0] for line in cites_of(text, "a.rst").splitlines()]
    assert modes_by_pandoc(text, "rst") == modes


def test_examples_of_python_cite_nothing() -> None:
    text = ">>> ':cite:`a`'\n:cite:`a`\n\n:cite:`b`\n"
    assert cites_of(text, "a.rst") == "parenthetical: @b"
