from __future__ import annotations

from loccit.csl.locales.locale import load_locale
from loccit.csl.output_tree import Node
from loccit.csl.text.markup import parse_markup
from loccit.csl.text.text_case import change_case
from loccit.csl.text.typeset import plain_text


def changed(text: str, case: str, language: str = "en") -> str:
    return plain_text(
        Node(change_case(parse_markup(text), case, language)), load_locale("en-US")
    )


def test_cases(title: str, given: str, expected: str) -> None:
    assert changed(given, title) == expected


def test_title_case_is_english() -> None:
    assert changed("die welt von gestern", "title", "de") == "die welt von gestern"
