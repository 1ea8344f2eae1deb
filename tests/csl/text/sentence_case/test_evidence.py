"""The abstract, keywords and other titles of the file show which words are names."""

from __future__ import annotations

from loccit.csl import in_sentence_case
from loccit.model import Source, TitleHabits, Value


def shown(title: str, **variables: Value) -> str:
    source = Source("a", "book", {"title": title, **variables}, headline=True)
    return in_sentence_case(source).plain("title")


def test_a_capital_inside_a_sentence_of_the_abstract_is_a_name() -> None:
    title = "Great Hope and Care in the Blue Light Project"
    assert shown(title) == "Great hope and care in the blue light project"
    abstract = "We saw care and hope. In the Blue Light Project we met people."
    assert shown(title, abstract=abstract) == (
        "Great hope and care in the Blue Light Project"
    )


def test_the_first_word_of_a_sentence_shows_nothing() -> None:
    abstract = "Hope is studied. Light is not."
    assert shown("The Use of Hope and Light", abstract=abstract) == (
        "The use of hope and light"
    )


def test_what_has_lower_case_in_sentences_is_no_name() -> None:
    title = "The Effects of Zymotane on Sleep"
    assert shown(title) == "The effects of Zymotane on sleep"
    in_lower_case = "The effects of zymotane on sleep"
    assert shown(title, abstract="We gave zymotane.") == in_lower_case
    assert shown(title, keyword="sleep; zymotane, drugs") == in_lower_case


def test_other_titles_of_the_file_show_it_too() -> None:
    habits = TitleHabits(
        words=frozenset(["zymotane"]), names=frozenset(["North Country Fair"])
    )
    title = "Zymotane at the North Country Fair: Zymotane Again"
    source = Source("a", "book", {"title": title}, headline=True, habits=habits)
    assert in_sentence_case(source).plain("title") == (
        "Zymotane at the North Country Fair: Zymotane again"
    )
