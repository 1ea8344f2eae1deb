"""A footnote begins like a sentence: the "ibid." that opens it takes a capital."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.output_tree import Output, is_empty
from loccit.csl.text.text_case import change_case
from loccit.model import RichText

#: A prefix after which a new sentence begins: more than one word, and a full stop.
_SENTENCE = regex(r"\S\s+\S.*[.!?][\"'”’»)]*\s*$", re.DOTALL)


def starts_sentence(prefix: RichText, first: bool) -> bool:
    """Whether a cite with this prefix begins a sentence; `first` of its note, it does
    without one.
    """
    return bool(_SENTENCE.search(prefix.plain)) if prefix else first


def capitalize_term(output: Output) -> Output:
    """The output with a capital, if what comes first in it is a term."""
    if isinstance(output, str):
        return output
    if output.tag == "term":
        return replace(
            output, children=change_case(output.children, "capitalize-first", "")
        )
    for index, child in enumerate(output.children):
        if not is_empty(child):
            changed = capitalize_term(child)
            return replace(
                output,
                children=(
                    *output.children[:index],
                    changed,
                    *output.children[index + 1 :],
                ),
            )
    return output
