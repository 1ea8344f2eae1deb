"""Names that people type for styles."""

from __future__ import annotations

from loccit.csl import load_style, style_of_name
from loccit.csl.locales import style_names
from loccit.csl.locales.installed import style_path


def test_the_style_that_a_name_means(given: str, expected: str) -> None:
    assert style_of_name(given) == expected


def test_every_named_style_is_installed() -> None:
    named = {*style_names._MANUALS.values(), *style_names._EARLIER.values()}
    assert [name for name in sorted(named) if style_path(name) is None] == []


def test_a_style_is_loaded_by_its_name_with_its_corrections() -> None:
    named, by_id = load_style("APA 7th edition"), load_style("apa")
    assert named.title == by_id.title
    assert named.prepare == by_id.prepare
