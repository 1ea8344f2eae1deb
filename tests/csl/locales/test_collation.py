from __future__ import annotations

import pytest

from loccit.csl.locales.collation import NAME_BREAK, PART_BREAK, collation_key


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
        [
            f"Doe{PART_BREAK}J",
            f"Doe{PART_BREAK}J{NAME_BREAK}Roe",
            f"Doe{PART_BREAK}Jane",
        ],
        ["Alan", "Al-Khatib", "Alm"],
        ["Bird", "@birdwatcher", "Birdy"],
        ["a", "A", "b"],
        ["Æsop", "Afer", "Dufy", "Đurić", "Łoś", "Lund", "Øre", "Ort", "Yılan", "Yip"],
        ["Hahn", "Ħal", "Ham", "Œdipe", "Off", "Thon", "Þór", "Thrice", "Tor"],
        ["ʿAbduh", "Abel", "Hawaʻi", "Hawk", "Saʾd", "Sadr"],
        ["Louis 9", "Louis 10", "Louis 100", "Louis IX"],
        ["2-9", "2-10", "10", "A9", "A10"],
    ],
)
def test_order(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=collation_key) == ordered


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("sv", ["Andersson", "Zander", "Åberg", "Ärlig", "Öberg"]),
        ("da", ["Zola", "Æbelø", "Østergaard", "Ågren"]),
        ("es", ["Nuñez", "Núñoz", "Ñandú", "Oca"]),
        ("cs", ["Cibulka", "Čapek", "Dvořák", "Hus", "Chmel", "Ibsen"]),
        ("de", ["Aal", "Ähre", "Alm"]),
        ("tr", ["Cem", "Çelik", "Demir"]),
        ("ru", ["Яблоков", "Adams"]),
        ("en", ["Adams", "Яблоков"]),
    ],
)
def test_order_of_a_language(language: str, ordered: list[str]) -> None:
    assert (
        sorted(sorted(ordered), key=lambda text: collation_key(text, language))
        == ordered
    )
