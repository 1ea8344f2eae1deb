"""Every correction finds its place in the style, and in the variants of the style."""

from __future__ import annotations

import pytest
from lxml import etree

from loccit._startup.plugins import modules_in
from loccit.csl.locales.installed import style_ids, style_path
from loccit.csl.styles import corrections
from loccit.csl.styles.corrections import Correction, correct, corrections_of


def corrected_styles() -> list[str]:
    """The ids of all styles that have corrections."""
    return [style_id for style_id in style_ids() if corrections_of(style_id)]


def test_each_file_of_corrections_has_styles() -> None:
    corrected = {each.replace("-", "_") for each in corrected_styles()}
    for module in modules_in(corrections.__name__):
        if hasattr(module, "CORRECTIONS"):
            name = module.__name__.rpartition(".")[2]
            assert any(each.startswith(name) for each in corrected), name


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
    if (correction.source or correction.list_heading) and not correction.macros:
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
