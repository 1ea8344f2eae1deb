"""A shortened address.

## What it does

Finds addresses of services that shorten links, such as bit.ly.

## Why is this bad?

Readers don't see where such a link leads, and it stops working with its service; APA
prefers the full address (section 9.36).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. North Press. https://bit.ly/3abcXYZ

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. North Press. https://www.northpress.example/quiet-streets
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake

_SERVICES = regex(
    r"(?<![\w./-])(?:https?://)?(?:www\.)?(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly"
    r"|rb\.gy|cutt\.ly|shorturl\.at|tiny\.cc|lnkd\.in|rebrand\.ly|bl\.ink|fb\.me|amzn\.to"
    r"|nyti\.ms|wapo\.st|econ\.st|n\.pr)/[\w-]+(?:/[\w-]+)*",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for found in _SERVICES.finditer(entry.text):
            message = f"`{found[0]}` is a shortened address."
            advice = "Write the address that it leads to."
            yield Mistake(entry.mapped, *found.span(), message, advice)
