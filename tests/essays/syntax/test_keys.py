"""Where a key begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.essays.syntax.keys import find_keys, is_plain, key_at


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("@doe99, p. 3", "doe99", ", p. 3"),
        ("-@doe99]", "doe99", "]"),
        ("@doe.", "doe", "."),
        ("@doe:1999-a.", "doe:1999-a", "."),
        ("@doe..2", "doe", "..2"),
        ("@https://example.org/a.", "https://example.org/a", "."),
        ("@{doe 99} says", "doe 99", " says"),
        ("-@{a{b}c}d", "a{b}c", "d"),
        ("@Šimůnek2010 ", "Šimůnek2010", " "),
    ],
)
def test_a_key_ends_before_what_is_no_part_of_it(
    text: str, name: str, rest: str
) -> None:
    key = key_at(text, 0, len(text))
    assert key
    assert (key.name, text[key.end :], key.suppress) == (
        name,
        rest,
        text.startswith("-"),
    )


@pytest.mark.parametrize(
    "text",
    ["@", "@.doe", "doe", "@{doe", "@{ doe}", "@{doe\n99}", "@{" + "{" * 60 + "}" * 61],
)
def test_what_is_no_key(text: str) -> None:
    assert key_at(text, 0, len(text)) is None


@given(st.text(alphabet="ab1_:.-/ {}@", min_size=1, max_size=8))
def test_a_plain_key_is_read_as_it_is_typed(key: str) -> None:
    assert is_plain(key) == (
        list(find_keys(f"@{key}")) == [key] and not key.startswith("{")
    )


def test_a_list_of_keys() -> None:
    assert list(find_keys("@a, -@{b c}; name@example.org")) == ["a", "b c"]
