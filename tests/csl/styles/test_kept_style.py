"""A style or a locale that an earlier run kept is the one that is read from its XML."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from loccit.csl.locales import locale as locales
from loccit.csl.locales.installed import locales_folder, styles_folder
from loccit.csl.output_tree import PLAIN
from loccit.csl.styles import kept_style as kept_styles
from loccit.csl.styles import parse
from loccit.csl.styles.kept_style import kept_style
from loccit.csl.styles.style import Style

CORRECTED = ["apa", "apa-annotated-bibliography", "modern-language-association"]
SOME = random.Random(17).sample(
    sorted(path.stem for path in styles_folder().glob("*.csl")), 60
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Nothing is kept yet, and everything will be."""
    monkeypatch.setattr("loccit._startup.kept._is_used", True)
    monkeypatch.setattr(
        "loccit._startup.kept.cache_folder", lambda: str(tmp_path / "cache")
    )
    parse._installed_style.cache_clear()
    locales._file_layers.cache_clear()
    yield tmp_path / "cache"
    parse._installed_style.cache_clear()


def never(path: Path) -> Style:
    raise AssertionError(f"{path} was read")


@pytest.mark.parametrize("style_id", [*CORRECTED, *SOME])
def test_a_kept_style_is_the_same(style_id: str) -> None:
    path = styles_folder() / f"{style_id}.csl"
    read = parse._read_installed(path)
    assert kept_style(path, parse._read_installed) == read
    assert kept_style(path, never) == read


def test_a_layout_without_formatting_stays_known_by_identity() -> None:
    path = styles_folder() / "apa.csl"
    read = kept_style(path, parse._read_installed)
    kept = kept_style(path, never)
    for one, other in zip(_formattings(read), _formattings(kept), strict=True):
        assert (one is PLAIN) == (other is PLAIN)


def _formattings(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for each in value:
            yield from _formattings(each)
    for name in getattr(value, "__match_args__", ()):
        part = getattr(value, name)
        if name in ("formatting", "name_formatting"):
            yield part
        else:
            yield from _formattings(part)


def test_a_style_that_changed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_styles, "styles_folder", lambda: tmp_path)
    path = tmp_path / "apa.csl"
    xml = (styles_folder() / "apa.csl").read_text("utf-8")
    path.write_text(xml, "utf-8")
    before = kept_style(path, parse._read_installed)
    path.write_text(xml.replace("<title>", "<title>New ", 1), "utf-8")
    assert kept_style(path, parse._read_installed).title == f"New {before.title}"


def test_styles_and_locales_are_read_again_when_our_code_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = styles_folder() / "apa.csl"
    kept_style(path, parse._read_installed)
    monkeypatch.setattr("loccit.csl.locales.kept_trees._code", lambda: b"other")
    with pytest.raises(AssertionError, match="was read"):
        kept_style(path, never)


def test_a_file_that_is_missing_is_reported_by_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_styles, "styles_folder", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match=r"apa\.csl"):
        kept_style(tmp_path / "apa.csl", parse._read_installed)


def test_a_dependent_style_changes_with_its_parent(cache: Path) -> None:
    dependent = next((styles_folder() / "dependent").glob("*.csl"))
    kept_style(dependent, parse._read_installed)
    with pytest.raises(AssertionError, match="was read"):
        kept_style(dependent, never)


@pytest.mark.parametrize(
    "lang",
    sorted(
        path.stem.removeprefix("locales-") for path in locales_folder().glob("*.xml")
    ),
)
def test_a_kept_locale_is_the_same(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = locales._read_file_layers(lang)
    assert repr(locales._file_layers(lang)) == repr(read)
    locales._file_layers.cache_clear()
    monkeypatch.setattr(locales, "_read_file_layers", never)
    assert repr(locales._file_layers(lang)) == repr(read)
