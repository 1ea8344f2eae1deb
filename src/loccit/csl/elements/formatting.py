"""What all rendering elements share: an element's text, cased and stripped, under its
formatting.
"""

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
    """Content as an element prints it: letter case and full stops first, which affixes
    are exempt from.
    """
    case = formatting.text_case
    if case == "title" and tag in ("label", "term") and language != "en":
        case = "capitalize-first"  # title case is English, but "(Ed.)" has its capital in every language
    if case:
        content = change_case(content, case, language)
    if formatting.strip_periods:
        content = tuple(_strip_periods(child) for child in content)
    return Node(content, formatting, tag, value)


@lru_cache(maxsize=16384)
def formatted_text(
    text: str,
    formatting: Formatting,
    tag: Tag = "",
    value: str = "",
    language: str = "en",
) -> Node:
    """A text with markup, as an element prints it."""
    return formatted(parse_markup(text), formatting, tag, value, language)


def _strip_periods(output: Output) -> Output:
    if isinstance(output, str):
        return output.replace(".", "")
    return Node(
        tuple(map(_strip_periods, output.children)),
        output.formatting,
        output.tag,
        output.value,
    )
