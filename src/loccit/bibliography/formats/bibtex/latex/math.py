"""Read simple formulas of mathematics and chemistry as text."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.commands import known_word

#: A part of a formula: a command with text, a symbol, a subscript or superscript, or
#: plain text.
_MATH = regex(
    r"\\(?:mathrm|mathit|mathsf|mathbf|mathcal|text|textrm|textit|operatorname)\{(?P<upright>[^{}\\$]*)\}"
    r"|\\(?P<word>[A-Za-z]+) ?|(?P<shift>[_^])(?:\{(?P<group>[^{}\\]*)\}|(?P<one>[^\\{}]))|(?P<text>[^\\{}_^]+)"
)
#: Elements, brackets and numbers; several such formulas joined by " + ".
_CHEMISTRY = regex(r"(?:[A-Za-z0-9()\[\]]+(?: \+ | |$))+$")
_COUNT = regex(r"(?<=[A-Za-z)\]])\d+")


def math_to_text(math: str) -> str:
    """Return a simple formula as text; `""` for one that only TeX can set.

    >>> math_to_text("H_2O"), math_to_text("\\\\alpha < .05"), math_to_text("\\\\frac12")
    ('H<sub>2</sub>O', 'α< .05', '')
    """
    pieces = []
    position = 0
    while position < len(math):
        token = _MATH.match(math, position)
        text = None if token is None else _part_to_text(token)
        if token is None or text is None:
            return ""
        pieces.append(text)
        position = token.end()
    return "".join(pieces)


def _part_to_text(token: re.Match[str]) -> str | None:
    if token["word"]:
        return known_word(token["word"])
    if token["shift"]:
        tag = "sub" if token["shift"] == "_" else "sup"
        return f"<{tag}>{token['group'] or token['one'] or ''}</{tag}>"
    return token["upright"] or token["text"] or ""


def chemistry_to_text(formula: str) -> str:
    """Return what mhchem's `\\ce` prints.

    Numbers after an element or a bracket become subscripts (`H2O`, `2 H2 + O2`). `""`
    for a formula with charges, arrows or more of mhchem's language.

    >>> chemistry_to_text("Ca(OH)2")
    'Ca(OH)<sub>2</sub>'
    """
    if not _CHEMISTRY.match(formula):
        return ""
    return _COUNT.sub(r"<sub>\g<0></sub>", formula)
