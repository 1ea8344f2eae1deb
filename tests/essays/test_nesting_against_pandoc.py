"""Lists, definitions and quotes in each other, indented as it comes: loccit and pandoc
read the same citations.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.essays.pandoc import disagreements

TEXTS = (
    "foo",
    "@a",
    "[see @b, p. 3]",
    "foo\nbar @c",
    "*x* @d [p. 2; @e]",
    "foo\n    bar @f",
    "-@g\n\nbaz",
)
MARKERS = ("-", "*", "1.", "2)", "(iv)", "a.", "#.", "(@x)", ":", "~")


def block(random: Random, depth: int) -> str:
    draw = random.random()
    if depth > 2 or draw < 0.4:
        return random.choice(TEXTS)
    if draw < 0.5:
        return "> " + blocks(random, depth).replace("\n", "\n> ")
    marker = random.choice(MARKERS)
    before = "foo\n" if marker in ":~" else ""
    start = (
        " " * random.choice((0, 0, 0, 1, 2, 3))
        + marker
        + " " * random.choice((1, 1, 2, 3, 4, 5))
    )
    indent = random.choice((len(start), len(start), 2, 3, 4, 5))
    lines = blocks(random, depth).split("\n")
    rest = [" " * indent + line if line else "" for line in lines[1:]]
    return before + "\n".join([start + lines[0], *rest])


def blocks(random: Random, depth: int) -> str:
    parts = [block(random, depth + 1) for _ in range(random.choice((1, 1, 2, 3)))]
    return random.choice(("\n\n", "\n\n", "\n")).join(parts)


@pytest.mark.parametrize("seed", range(2))
def test_what_belongs_to_an_item(seed: int, tmp_path: Path) -> None:
    texts = [blocks(Random(f"{seed} {number}"), 0) for number in range(1500)]
    faults = disagreements(texts, tmp_path)
    assert not faults, f"{len(faults)} of {len(texts)}\n" + "\n".join(
        sorted(faults, key=len)[:20]
    )
