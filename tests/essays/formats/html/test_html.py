"""Essays in HTML as `format` makes them; test_html.txt has the cases.

A case has a text and what becomes of it.  Its title may name a style or a setting after
a colon: `: ieee`, `: link-citations`.
"""

from __future__ import annotations

import html5lib

from tests.essays.formats.html.library import NOTES, formatted

_STYLES = {"ieee": "ieee", "notes": NOTES, "mla": "modern-language-association"}


def _formatted(title: str, text: str) -> str:
    option = title.rpartition(": ")[2]
    style = _STYLES.get(option, "apa")
    if option == "link-citations":
        return formatted(text, style, link_citations=True).text
    return formatted(text, style).text


def test_formatted(title: str, given: str, expected: str) -> None:
    assert _formatted(title, given).rstrip("\n") == expected


def test_twice_is_once(title: str, given: str) -> None:
    once = _formatted(title, given)
    assert _formatted(title, once) == once


def test_tags_are_balanced(title: str, given: str) -> None:
    before = html5lib.HTMLParser()
    before.parse(given)
    after = html5lib.HTMLParser()
    after.parse(_formatted(title, given))
    errors = [code for _, code, _ in after.errors]
    assert set(errors) <= {code for _, code, _ in before.errors}
