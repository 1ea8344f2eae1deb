"""Mistakes in what joins the names of a cite."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.people import are_people
from loccit.lint.prose.rule import Mistake


def wrong_joiners(
    essay: CheckedEssay, typed: str, right: str, message: str, *, is_inside: bool
) -> Iterator[Mistake]:
    """Yield a mistake for each place where `typed` joins the names of people.

    Args:
        right: what belongs there.
        is_inside: whether names within brackets are meant, or those in the sentence.
    """
    for words in essay.cite_words:
        if words.is_inside != is_inside:
            continue
        for joiner in words.joiners:
            if joiner.text == typed and are_people(essay, words):
                mapped, place = words.citation.mapped, (joiner.start, joiner.end)
                edits = essay.retyped(mapped, *place, right)
                yield Mistake(mapped, *place, message, f"Write `{right}`.", edits)
