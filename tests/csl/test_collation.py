from __future__ import annotations

import pytest

from loccit.csl.collation import NAME_BREAK, PART_BREAK, collation_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Äpfel", "apple", "apply"],
        ["résumé", "resumes"],
        ["12 monkeys", "a"],
        ["“Simple” title A", "Simple title B"],
        ["Doyle", "D’Souza", "Dunn"],
        ["[F]linders", "Go"],
        [f"López{PART_BREAK}M", f"López de Molina{PART_BREAK}A"],
        [f"Doe{PART_BREAK}J", f"Doe{PART_BREAK}J{NAME_BREAK}Roe", f"Doe{PART_BREAK}Jane"],
        ["Alan", "Al-Khatib", "Alm"],
        ["Bird", "@birdwatcher", "Birdy"],
        ["a", "A", "b"],
    ],
)
def test_order(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=collation_key) == ordered
