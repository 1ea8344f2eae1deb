r"""The command that cites in another way: `\textcite` for `\parencite`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.model import CiteMode

#: What cites in each mode; of those in one mode, a document uses what it has already.
#: From BibLaTeX (manual, 3.9), natbib (manual, 2.3) and apacite (manual, 3).
_FAMILIES: tuple[dict[CiteMode, tuple[str, ...]], ...] = (
    {
        "parenthetical": ("parencite", "autocite"),
        "narrative": ("textcite",),
        "suppress-author": ("parencite*", "autocite*"),
    },
    {
        "parenthetical": ("parencites", "autocites"),
        "narrative": ("textcites",),
    },
    {
        "parenthetical": ("citep",),
        "narrative": ("citet",),
        "suppress-author": ("citeyearpar",),
    },
    {"parenthetical": ("citep*",), "narrative": ("citet*",)},
    {"parenthetical": ("cite",), "narrative": ("citeA",)},
)
_COMMAND = regex(r"\\([A-Za-z]+\*?)")


def with_command_of(source: str, mode: CiteMode, text: str) -> Iterator[str]:
    r"""Yield the ways to type a citation with a command of another mode.

    Args:
        source: the citation.
        mode: how it is to be set.
        text: of the document, which may use one command of several.

    >>> [*with_command_of(r"\parencite[see][3]{doe}", "narrative", "")]
    ['\\textcite[see][3]{doe}']
    """
    found = _COMMAND.match(source)
    if not found:
        return
    name = found[1][0].lower() + found[1][1:]
    for family in _FAMILIES:
        if any(name in names for names in family.values()):
            for other in sorted(
                family.get(mode, ()), key=lambda each: -_uses(text, each)
            ):
                capital = other.capitalize() if found[1][0].isupper() else other
                yield f"\\{capital}{source[found.end() :]}"


def _uses(text: str, command: str) -> int:
    """Count how often a document uses a command."""
    return len(re.findall(rf"\\{re.escape(command)}(?![A-Za-z*])", text))
