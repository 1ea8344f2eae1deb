"""Languages as people and formats write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.values.languages import (
    biblatex_id,
    iso_639_2,
    lcid,
    own_name,
    primary_language,
    read_language,
)

TAGS = ["en", "en-US", "de", "de-AT", "fr-FR", "nb-NO", "zh-CN", "grc", "cy"]
TYPED = st.text() | st.from_regex(
    r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*", fullmatch=True
)


def test_languages(given: str, expected: str) -> None:
    assert read_language(given) == expected


@pytest.mark.parametrize("write", [biblatex_id, iso_639_2, lcid])
@pytest.mark.parametrize("tag", TAGS)
def test_what_is_written_is_read(write: Callable[[str], str], tag: str) -> None:
    assert read_language(write(tag) or tag) == tag


@pytest.mark.parametrize(
    ("text", "primary", "own"),
    [
        ("en-GB", "en", "English"),
        ("en_GB", "en", "English"),
        ("German", "de", "Deutsch"),
        ("sr-Latn", "sr", "Српски"),
        ("tlh", "tlh", "tlh"),
        ("", "", ""),
    ],
)
def test_the_language_without_its_region(text: str, primary: str, own: str) -> None:
    assert (primary_language(text), own_name(text)) == (primary, own)


@draw(TYPED)
def test_a_tag_that_was_read_is_read_as_itself(text: str) -> None:
    tag = read_language(text)
    assert read_language(tag) == tag
    assert primary_language(tag) == primary_language(text)
