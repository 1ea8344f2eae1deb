"""The page of a rule, taken apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from loccit.lint.prose.rule import ProseRule
from loccit.lint.rule import Rule

_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
_EXAMPLE = re.compile(r"(?:^    .*\n?|^\n(?=    ))+", re.MULTILINE)

WHAT = "What it does"
WHY = "Why is this bad?"
WRONG = "Example"
RIGHT = "Use instead"
SAFETY = "Fix safety"


class Page(NamedTuple):
    """The text before the first heading, and the texts after each."""

    summary: str
    sections: dict[str, str]


def page_of(rule: Rule | ProseRule) -> Page:
    summary, *rest = _HEADING.split(rule.page)
    texts = [text.strip("\n") for text in rest[1::2]]
    return Page(summary.strip(), dict(zip(rest[::2], texts, strict=True)))


def example_in(section: str) -> str:
    """The indented block of a section; `""` if it has none."""
    found = _EXAMPLE.search(f"{section}\n")
    block = found[0].strip("\n") if found else ""
    return re.sub("^    ", "", block, flags=re.MULTILINE)
