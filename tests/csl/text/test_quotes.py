"""Quotation marks typed in titles; test_quotes.txt has the cases.

The heading of each table begins with the locale; "in quotes" says that the style sets the
title in quotation marks.  `~` is a space that does not break.
"""

from __future__ import annotations

from loccit.csl.locales.locale import load_locale
from loccit.csl.output_tree import Formatting, Node
from loccit.csl.text.markup import parse_markup
from loccit.csl.text.typeset import plain_text

#: The narrow one and the wide one.
SPACES = {0x202F: "~", 0xA0: "~"}


def test_quotes(title: str, given: str, expected: str) -> None:
    locale, _, how = title.partition(":")
    formatting = Formatting(quotes="in quotes" in how, suffix=".")
    node = Node(parse_markup(given), formatting)
    printed = plain_text(node, load_locale(locale))
    assert printed.translate(SPACES) == expected
