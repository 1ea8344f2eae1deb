"""What cites in a plain text, and what only looks so."""

from __future__ import annotations

import time

import pytest

from loccit import read_essay


def cited(text: str) -> list[str]:
    return [
        citation.source
        for citation in read_essay(text.encode(), "essay.txt").citations({})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "me@home",
        "me@home.org",
        "git@github:me",
        "https://x.org/@user",
        "file:///x/@user",
        "www.x.org/@user",
        "see mastodon.social/@user/1",
        "`@a`",
        "``a ` @a``",
        "[`@a`]",
        r"\@a",
    ],
)
def test_addresses_and_code_cite_nothing(text: str) -> None:
    assert cited(f"So {text} and @b.") == ["@b"]


@pytest.mark.parametrize(
    "text",
    [
        "``so'' @a ``or'' so",
        "`so' @a or `so'",
        "` @a `",
        "a ` b @a",
        "(@a)",
        "and/or @a",
    ],
)
def test_quotations_are_no_code(text: str) -> None:
    assert cited(text) == ["@a"]


@pytest.mark.parametrize(
    "text",
    ["a.a" * 50_000, "a-" * 50_000, "`a " * 50_000, "`" * 100_000, "a@" * 50_000],
)
def test_time_is_linear(text: str) -> None:
    start = time.process_time()
    assert cited(f"{text} @b") == ["@b"]
    assert time.process_time() - start < 3


def test_quotes_beside_a_cite_stay_single_or_double() -> None:
    essay = read_essay(b"So ['short' or \"long\" @a].", "essay.txt")
    [citation] = essay.citations({})
    assert citation.cites[0].prefix.plain == "‘short’ or “long” "
