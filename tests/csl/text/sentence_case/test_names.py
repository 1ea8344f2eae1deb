"""Names of several words are found wherever a pattern finds one."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from loccit._startup.plugins import modules_in
from loccit.csl.text.sentence_case import names
from loccit.csl.text.sentence_case.words import Pattern, words_of

#: Parts of titles: words of names and others, what is between words, and markup.
PARTS = (
    *("Billie", "Holiday", "Lake", "Victoria", "Bath", "England", "the", "Beck", "in"),
    *("Inventory", "Escherichia", "coli", "Roe", "v", "Wade", "War", "World", "Title"),
    *("IX", "Theory", "s", "O", "ﬀ", "1"),
    *(" ", " ", " ", " ", "-", ". ", ", ", ": ", "'s ", "’", ".", "—", "?” ", "_"),
    *("<i>", "</i>", '<span class="nocase">', "</span>", "<", ">"),
)
TITLES = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


def patterns() -> Iterator[Pattern]:
    for module in modules_in(names.__name__):
        yield from module.PATTERNS


@given(TITLES)
def test_no_title_with_names_is_passed_over(title: str) -> None:
    found = {
        each.start
        for word in words_of(title)
        for pattern in patterns()
        if word.text in pattern.words
        for each in pattern.find(word)
    }
    assert names.words_of_names(title) == found
