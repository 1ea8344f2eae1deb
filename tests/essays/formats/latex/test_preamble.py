"""What the preamble of a LaTeX essay says about its citations."""

from __future__ import annotations

import pytest

import loccit
from loccit import csl
from loccit.essays.formats.latex import preamble as latex_preamble


@pytest.mark.parametrize("style", sorted({*latex_preamble.CSL_STYLES.values()}))
def test_the_styles_are_there(style: str) -> None:
    assert csl.load_style(style)


def test_what_the_preamble_says() -> None:
    text = (
        r"\documentclass{article}\usepackage[main=ngerman,english]{babel}"
        r"\usepackage[style=ieee, backend=biber]{biblatex}"
        r"\addbibresource{a.bib}\addbibresource[location=remote]{https://x.org/b.bib}"
    )
    front_matter = loccit.read_essay(text.encode(), "essay.tex").front_matter
    assert front_matter
    assert front_matter.values == {
        "bibliography": ["a.bib"],
        "csl": "ieee",
        "lang": "de-DE",
    }


@pytest.mark.parametrize(
    ("preamble", "lang"),
    [
        (r"\usepackage[ngerman,french]{babel}", "fr-FR"),
        (r"\documentclass[british,12pt]{article}\usepackage{babel}", "en-GB"),
        (r"\setmainlanguage[variant=us]{english}", "en"),
        (r"\documentclass[german]{article}", None),
        (r"\usepackage[klingon]{babel}", None),
    ],
)
def test_languages(preamble: str, lang: str | None) -> None:
    front_matter = loccit.read_essay(preamble.encode(), "essay.tex").front_matter
    assert (front_matter.values.get("lang") if front_matter else None) == lang
