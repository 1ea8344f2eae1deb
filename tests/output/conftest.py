"""Texts that try every escape, and the sources of no harm that they must come out as."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from loccit.model import Mark

SIGNS = "ab1 .,;:*_`[](){}<>@#$~^&%+=\\!?-|'\"/é–“’ß漢😀"

#: Lists of hard texts: each begins and ends with a letter, and has no two spaces in a
#: row, which markup makes one of.
TEXTS = st.lists(
    st.text(st.sampled_from(SIGNS), min_size=1, max_size=30).map(
        lambda text: " ".join(("x" + text + "x").split())
    ),
    min_size=20,
    max_size=20,
)
MARKS = [
    Mark("font-style", "italic"),
    Mark("font-weight", "bold"),
    Mark("font-variant", "small-caps"),
    Mark("text-decoration", "underline"),
    Mark("vertical-align", "sup"),
    Mark("vertical-align", "sub"),
]


@pytest.fixture(params=MARKS, ids=lambda mark: mark.value)
def mark(request: pytest.FixtureRequest) -> Mark:
    """Each mark that a style sets text in."""
    found: Mark = request.param
    return found
