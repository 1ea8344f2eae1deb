"""Citations in Org, and what pandoc reads in the same texts."""

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
    assert cites_of(case.given, "essay.org") == case.expected


@pytest.mark.parametrize(
    "text",
    [
        "[cite:@doe] and [cite/t:@doe;@roe]",
        "- [cite:see @doe p. 3; also @roe]\n\n| [cite:@a] | [cite:@b] |\n",
        "cite:doe,roe and citep:doe",
        "=[cite:@a]= ~[cite:@a]~ $[cite:@a]$ [cite:@b]",
        "#+begin_src org\n[cite:@a]\n#+end_src\n\n# [cite:@a]\n\n*so [cite:@b]*",
        "* A [cite:@a]\n\nx[fn:1]\n\n[fn:1] y [cite:@b]\n",
    ],
)
def test_pandoc_reads_the_same(text: str) -> None:
    assert sorted(keys_by_loccit(text, "a.org")) == sorted(keys_by_pandoc(text, "org"))


def test_pandoc_sets_them_the_same() -> None:
    text = "[cite:@doe] [cite/t:@doe] [cite/na:@doe] cite:doe citep:doe citet:doe"
    modes = [line.partition(":")[0] for line in cites_of(text, "a.org").splitlines()]
    assert modes_by_pandoc(text, "org") == modes
