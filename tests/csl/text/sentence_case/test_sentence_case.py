from __future__ import annotations

import pytest

from loccit.csl.text.sentence_case import in_sentence_case, sentence_case
from loccit.model import Source


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Between the World and Me", "Between the world and me"),
        ("Code of Ethics", "Code of ethics"),
        (
            "Prisons: An Account of Self-Reliance",
            "Prisons: An account of self-reliance",
        ),
        ("Why? Because We Can", "Why? Because we can"),
        ("Risk — A Study", "Risk — A study"),
        (
            "The U.S. and NATO in iPhone Ads by McAdam",
            "The U.S. and NATO in iPhone ads by McAdam",
        ),
        ("Plan B and Vitamin C", "Plan B and vitamin C"),
        ("What I Learned From a Tree", "What I learned from a tree"),
        ("Women's Work in the City", "Women's work in the city"),
        ("A history of France and its kings", "A history of France and its kings"),
        ("On <i>Emma</i> and Her Readers", "On <i>Emma</i> and her readers"),
        ("<i>Emma</i> and <i>Persuasion</i>", "<i>Emma</i> and <i>Persuasion</i>"),
        ("<i>The Art of War</i>", "<i>The art of war</i>"),
        (
            '<span class="nocase">Los Angeles</span> Then and Now',
            '<span class="nocase">Los Angeles</span> then and now',
        ),
        ("bell hooks on love and justice", "bell hooks on love and justice"),
        ('The "Small World" Problem', 'The "small world" problem'),
        ("The “Small World” Problem", "The “small world” problem"),
        ('Weapons & "Math" at Large', 'Weapons & "math" at large'),
        ('"Quoted Phrase" First', '"Quoted phrase" first'),
        ('Prisons: "Quoted Phrase" Second', 'Prisons: "Quoted phrase" second'),
        ('"Who Knows?" A Question', '"Who knows?" A question'),
        (
            'A <span class="nocase">DNA</span> study: the role of sleep',
            'A <span class="nocase">DNA</span> study: The role of sleep',
        ),
        (
            "A study of sleep — the role of dreams",
            "A study of sleep — The role of dreams",
        ),
        ("Risk—A Study", "Risk—A study"),
        ("The Life of J. K. Rowling Today", "The life of J. K. Rowling today"),
        (
            "Meeting Dr. King and St. Louis Blues",
            "Meeting Dr. King and St. Louis blues",
        ),
        ("World War II and Henry IV in Plays", "World War II and Henry IV in plays"),
        ("Why I'm No Longer Talking", "Why I'm no longer talking"),
        ("Hepatitis A, Hepatitis B and a Cure", "Hepatitis A, hepatitis B and a cure"),
        ("X-Ray Vision in the Self-Help Book", "X-ray vision in the self-help book"),
        ("Man Vs. Machine", "Man vs. machine"),
        ("O'Neill and the McDonald's Way", "O'Neill and the McDonald's way"),
        ("THE ART OF WAR: A NEW VIEW", "The art of war: A new view"),
        ("THE SECOND WORLD WAR II IN FILMS", "The Second World War II in films"),
        ("NATO", "NATO"),
        ("Risk – A Study", "Risk – A study"),
        ("Risk - A Study", "Risk - A study"),
        ("Odd</i> Tags in a Title", "Odd</i> tags in a title"),
        ("13th and 21st", "13th and 21st"),
        ("", ""),
    ],
)
def test_sentence_case(typed: str, expected: str) -> None:
    assert sentence_case(typed) == expected
    assert sentence_case(expected) == expected


def test_only_headlines_in_english() -> None:
    german = Source(
        "x",
        "book",
        {"title": "Der Prozess und das Schloss", "language": "de"},
        headline=True,
    )
    assert in_sentence_case(german) == german
    stored = Source("x", "book", {"title": "Animal Farm"})
    assert in_sentence_case(stored) == stored


@pytest.mark.parametrize(
    "kind", ["legal_case", "legislation", "bill", "treaty", "hearing", "regulation"]
)
def test_a_law_keeps_its_name(kind: str) -> None:
    law = Source("x", kind, {"title": "Brown v. Board of Education"}, headline=True)
    assert in_sentence_case(law) == law


def test_a_journal_keeps_its_name() -> None:
    titles = {"title": "A Big Study", "container-title": "Journal of Big Studies"}
    article = in_sentence_case(Source("x", "article-journal", titles, headline=True))
    assert article.variables == {
        "title": "A big study",
        "container-title": "Journal of Big Studies",
    }
    chapter = in_sentence_case(Source("x", "chapter", titles, headline=True))
    assert chapter.text("container-title") == "Journal of big studies"
