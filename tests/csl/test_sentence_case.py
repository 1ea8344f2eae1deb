from __future__ import annotations

import pytest

from loccit.csl.sentence_case import in_sentence_case, sentence_case
from loccit.model import Source


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Between the World and Me", "Between the world and me"),
        ("Code of Ethics", "Code of ethics"),
        ("Prisons: An Account of Self-Reliance", "Prisons: An account of self-reliance"),
        ("Why? Because We Can", "Why? Because we can"),
        ("Risk — A Study", "Risk — A study"),
        ("The U.S. and NATO in iPhone Ads by McAdam", "The U.S. and NATO in iPhone ads by McAdam"),
        ("Plan B and Vitamin C", "Plan B and vitamin C"),
        ("What I Learned From a Tree", "What I learned from a tree"),
        ("Women's Work in the City", "Women's work in the city"),
        ("A history of France and its kings", "A history of France and its kings"),
        ("On <i>Emma</i> and Her Readers", "On <i>emma</i> and her readers"),
        (
            '<span class="nocase">Los Angeles</span> Then and Now',
            '<span class="nocase">Los Angeles</span> then and now',
        ),
        ("bell hooks on love and justice", "bell hooks on love and justice"),
        ('The "Small World" Problem', 'The "Small world" problem'),
        ("13th and 21st", "13th and 21st"),
        ("", ""),
    ],
)
def test_sentence_case(typed: str, expected: str) -> None:
    assert sentence_case(typed) == expected
    assert sentence_case(expected) == expected


def test_only_headlines_in_english() -> None:
    german = Source("x", "book", {"title": "Der Prozess und das Schloss", "language": "de"}, headline=True)
    assert in_sentence_case(german) == german
    stored = Source("x", "book", {"title": "Animal Farm"})
    assert in_sentence_case(stored) == stored


def test_a_journal_keeps_its_name() -> None:
    titles = {"title": "A Big Study", "container-title": "Journal of Big Studies"}
    article = in_sentence_case(Source("x", "article-journal", titles, headline=True))
    assert article.variables == {"title": "A big study", "container-title": "Journal of Big Studies"}
    chapter = in_sentence_case(Source("x", "chapter", titles, headline=True))
    assert chapter.text("container-title") == "Journal of big studies"
