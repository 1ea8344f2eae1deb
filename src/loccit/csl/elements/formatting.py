"""Format the content of an element: letter case, full stops, then its formatting."""

from __future__ import annotations

from functools import lru_cache

from loccit.csl.output_tree import Formatting, Node, Output, Tag
from loccit.csl.text.markup import parse_markup
from loccit.csl.text.text_case import change_case


def formatted(
    content: tuple[Output, ...],
    formatting: Formatting,
    tag: Tag = "",
    value: str = "",
    language: str = "en",
) -> Node:
    """Content under the formatting of an element.

    Letter case and full stops change first: affixes are exempt from both.
    """
    case = formatting.text_case
    if case == "title" and tag in ("label", "term") and language != "en":
        # title case is English, but "(Ed.)" has its capital in every language
        case = "capitalize-first"
    if case:
        content = change_case(content, case, language)
    if formatting.strip_periods:
        content = tuple(_without_periods(child) for child in content)
    return Node(content, formatting, tag, value)


@lru_cache(maxsize=16384)
def formatted_text(
    text: str,
    formatting: Formatting,
    tag: Tag = "",
    value: str = "",
    language: str = "en",
) -> Node:
    """A text with markup under the formatting of an element."""
    return formatted(parse_markup(text), formatting, tag, value, language)


def _without_periods(output: Output) -> Output:
    if isinstance(output, str):
        return output.replace(".", "")
    children = tuple(_without_periods(child) for child in output.children)
    return Node(children, output.formatting, output.tag, output.value)
