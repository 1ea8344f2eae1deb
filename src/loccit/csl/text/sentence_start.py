"""Capitalize what begins a sentence: the "ibid." of a footnote, "Van Dijk" in a text."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.output_tree import Node, Output, Tag, is_empty
from loccit.csl.text.text_case import change_case
from loccit.model import RichText

#: A prefix that ends a sentence: more than one word, and a full stop.
_SENTENCE = regex(r"\S\s+\S.*[.!?][\"'”’»)]*\s*$", re.DOTALL)


def starts_sentence(prefix: RichText, first: bool) -> bool:
    """Return whether a cite with this prefix begins a sentence.

    Without a prefix, the first cite of a note does.
    """
    if not prefix:
        return first
    return bool(_SENTENCE.search(prefix.plain))


def capitalize_term(output: Output) -> Output:
    """The output with a capital, if the first thing in it is a term.

    A term that the style sets in lower case stays so: OSCOLA writes "ibid" (1.2.3).
    """
    return _capitalized(output, "term")


def capitalize_particle(output: Output) -> Output:
    """The output with a capital, if it begins with the particle of a surname.

    "Van Dijk argues": Chicago Manual of Style, 8.5; APA 7, section 6.13.
    """
    return _capitalized(output, "particle")


def _capitalized(output: Output, tag: Tag) -> Output:
    if isinstance(output, str) or output.formatting.text_case == "lowercase":
        return output
    if output.tag == tag:
        children = change_case(output.children, "capitalize-first", "")
        return replace(output, children=children)
    for index, child in enumerate(output.children):
        if not is_empty(child):
            return _with_child(output, index, _capitalized(child, tag))
    return output


def _with_child(
    node: Node,
    index: int,
    child: Output,
) -> Node:
    if child is node.children[index]:
        return node
    children = list(node.children)
    children[index] = child
    return replace(node, children=tuple(children))
