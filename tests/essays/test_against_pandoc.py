"""loccit and pandoc read the same citations from the same Markdown.

The texts are those of `pandoc_texts.txt`, where one construct is tried at a time, and
thousands that are put together from a seed.  Where the two differ,
`pandoc_differences.txt` says what each reads, and why; a difference that goes away
fails the test until it is taken off that list.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.cases import read_cases
from tests.essays.pandoc import disagreements, loccit_reads, pandoc_reads, shown
from tests.essays.writer import Writer

HERE = Path(__file__).parent


def test_one_construct_at_a_time(tmp_path: Path) -> None:
    texts = (HERE / "pandoc_texts.txt").read_text("utf-8").split("\n%%%\n")
    assert len(texts) > 300
    faults = disagreements(texts, tmp_path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("seed", range(4))
def test_many_constructs_mixed(seed: int, tmp_path: Path) -> None:
    texts = [Writer(Random(f"{seed} {number}")).essay() for number in range(1500)]
    faults = disagreements(texts, tmp_path)
    assert not faults, f"{len(faults)} of {len(texts)}\n" + "\n".join(
        sorted(faults, key=len)[:20]
    )


def test_differences_are_those_listed(tmp_path: Path) -> None:
    cases = read_cases(HERE / "pandoc_differences.txt")
    texts = [case.given for case in cases]
    expected = [(case.sections["pandoc"], case.sections["loccit"]) for case in cases]
    found = [
        (shown(theirs), shown(loccit_reads(text)))
        for text, theirs in zip(texts, pandoc_reads(texts, tmp_path), strict=True)
    ]
    assert found == expected
