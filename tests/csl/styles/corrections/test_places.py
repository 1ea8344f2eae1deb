"""Every correction finds its place in the style, and in the variants of the style."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest
from lxml import etree

from loccit.csl.locales.installed import style_path
from loccit.csl.styles import corrections
from loccit.csl.styles.corrections import Correction, correct, corrections_of


def corrected_styles() -> list[str]:
    """The ids of all styles that have corrections."""
    found = []
    for module in iter_modules(corrections.__path__):
        variants = getattr(
            import_module(f"{corrections.__name__}.{module.name}"), "VARIANTS", None
        )
        if variants is not None:
            style_id = module.name.replace("_", "-")
            found += [style_id, *(f"{style_id}-{variant}" for variant in variants)]
    return found


@pytest.mark.parametrize(
    ("style_id", "correction"),
    [
        (style_id, correction)
        for style_id in corrected_styles()
        for correction in corrections_of(style_id)
    ],
    ids=lambda value: value.section if isinstance(value, Correction) else value,
)
def test_each_correction_finds_its_place(style_id: str, correction: Correction) -> None:
    """A correction that no longer changes the style is out of date."""
    if correction.source and not correction.macros:
        return
    path = style_path(style_id)
    assert path is not None
    root = etree.parse(str(path)).getroot()
    before = etree.tostring(root)
    for place in (*(at for at, _ in correction.insert), *correction.remove):
        assert root.xpath(
            place, namespaces={"csl": "http://purl.org/net/xbiblio/csl"}
        ), place
    correct(root, (correction,))
    assert etree.tostring(root) != before
