"""A library is typed by one hand: its long titles say how the short ones were typed."""

from __future__ import annotations

import json
from pathlib import Path

from loccit import open_library
from loccit.bibliography.title_habits import habits_of_titles
from loccit.csl import in_sentence_case

SENTENCES = [
    "The life of Hannah Arendt in New York",
    "How Barack Obama changed the debate about health care",
    "Great Expectations",
]
HEADLINES = [
    "The Strength of Weak Ties",
    "Questions and Answers on Immunization",
    "Great Expectations",
]


def printed(path: Path) -> list[str]:
    return [in_sentence_case(source).plain("title") for source in open_library(path)]


def in_three_formats(folder: Path, titles: list[str]) -> list[list[str]]:
    numbered = list(enumerate(titles))
    items = [{"id": f"k{n}", "type": "book", "title": title} for n, title in numbered]
    (folder / "a.json").write_text(json.dumps(items))
    entries = [f"@book{{k{n}, title = {{{title}}}}}\n" for n, title in numbered]
    (folder / "a.bib").write_text("".join(entries))
    records = [f"TY  - BOOK\nTI  - {title}\nER  - \n" for title in titles]
    (folder / "a.ris").write_text("".join(records))
    return [printed(folder / name) for name in ("a.json", "a.bib", "a.ris")]


def test_a_short_title_among_sentences_is_one(tmp_path: Path) -> None:
    for titles in in_three_formats(tmp_path, SENTENCES):
        assert titles == SENTENCES


def test_a_short_title_among_headlines_is_one(tmp_path: Path) -> None:
    for titles in in_three_formats(tmp_path, HEADLINES):
        assert titles == [
            "The strength of weak ties",
            "Questions and answers on immunization",
            "Great expectations",
        ]


def test_braces_that_protect_names_say_that_other_words_are_none(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@book{a, title = {Dynamic Documents with {R} and knitr}}\n"
        "@book{b, title = {The Framing of learning models illustrated by sepsis}}\n"
    )
    assert printed(path) == [
        "Dynamic documents with R and knitr",
        "The framing of learning models illustrated by sepsis",
    ]


def test_braces_around_all_capitals_of_a_file_show_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@book{a, title = {The {Strength} of {Weak} {Ties}}}\n"
        "@book{b, title = {Questions and {Answers} on {Health}}}\n"
        "@book{c, title = {Silent {Spring}}}\n"
        "@book{d, title = {The life of {Hannah} {Arendt}}}\n"
    )
    assert printed(path) == [
        "The strength of weak ties",
        "Questions and answers on health",
        "Silent spring",
        "The life of Hannah Arendt",
    ]


def test_braces_around_one_word_may_be_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{c, title = {Introducing {Swift}}}\n")
    assert printed(path) == ["Introducing Swift"]


def test_most_titles_decide() -> None:
    many = [f"The history of town {number}" for number in range(9)]
    assert habits_of_titles([*many, *HEADLINES]).sentences
    assert not habits_of_titles([*SENTENCES, *HEADLINES]).sentences
    assert not habits_of_titles([]).sentences
