"""Capitals that programs protect in titles, and those that people do; in brackets what
stays protected.
"""

from __future__ import annotations

import pytest

from loccit.bibliography.formats.bibtex.entry_source import source_of


def title_of(tex: str) -> str:
    title = source_of("a", "book", {"title": tex}).text("title")
    return title.replace('<span class="nocase">', "[").replace("</span>", "]")


@pytest.mark.parametrize(
    ("tex", "title"),
    [
        (
            "Extensive {{Data Shows Punishing Reach}} of {{Racism}} for {{Black Boys}}",
            "Extensive Data Shows Punishing Reach of Racism for Black Boys",
        ),
        (
            "The {{Master}}'s {{Tools Will Never Dismantle}} the {{Master}}'s {{House}}",
            "The Master’s Tools Will Never Dismantle the Master’s House",
        ),
        (
            "Mass {{Incarceration}} in the {{US}} and the {{UK Prison System}}",
            "Mass Incarceration in the [US] and the [UK] Prison System",
        ),
    ],
)
def test_better_bibtex_protects_every_capital_of_a_headline(
    tex: str, title: str
) -> None:
    assert title_of(tex) == title


@pytest.mark.parametrize(
    ("tex", "title"),
    [
        (
            "Black radicalism and the {{Communist Party}} in {{Alabama}}, from the {{New Deal}} on",
            "Black radicalism and the [Communist Party] in [Alabama], from the [New Deal] on",
        ),
        (
            "From {Martin Luther King} to {Malcolm X} and {Rosa Parks}",
            "From [Martin Luther King] to [Malcolm X] and [Rosa Parks]",
        ),
        (
            "Notes on the {{Birth of a Nation}}, {{Gone with the Wind}} and {{Song of the South}}",
            "Notes on the [Birth of a Nation], [Gone with the Wind] and [Song of the South]",
        ),
    ],
)
def test_names_are_protected_by_hand(tex: str, title: str) -> None:
    assert title_of(tex) == title
