"""Render everything in a sample of styles; benchmarks/styles_sweep.py takes all."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.sixty_sources import references
from benchmarks.styles_sweep import (
    declared_locales,
    ill_formed,
    independent_styles,
    try_style,
)

SAMPLE = independent_styles()[::95]


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_a_style_renders_everything(path: Path) -> None:
    tried = try_style(path)
    assert tried.faults == ()
    assert tried.texts > len(references()) * tried.locales


def test_every_type_of_csl_is_among_the_sources() -> None:
    assert len({item["type"] for item in references()}) == 45


def test_ill_formed_texts_are_found() -> None:
    assert list(ill_formed(["<i>a</i>", "a &#38; b"])) == []
    assert len(list(ill_formed(["<i>a", "<i><b>a</i></b>", "a & b"]))) == 3


def test_locales_are_those_of_the_style() -> None:
    style = '<style default-locale="de-DE"><locale xml:lang="fr"/><locale xml:lang="de-DE"/></style>'
    assert declared_locales(style) == ["de-DE", "fr"]
    assert declared_locales("<style/>") == ["en-US"]
