"""Simple formulas in a field, of mathematics and of chemistry, to text."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.commands import known_word

_MATH = regex(
    r"\\(?:mathrm|mathit|mathsf|mathbf|mathcal|text|textrm|textit|operatorname)\{(?P<upright>[^{}\\$]*)\}"
    r"|\\(?P<word>[A-Za-z]+) ?|(?P<shift>[_^])(?:\{(?P<group>[^{}\\]*)\}|(?P<one>[^\\{}]))|(?P<text>[^\\{}_^]+)"
)
#: Elements, brackets and numbers, also several joined by a plus with space round it.
_CHEMISTRY = regex(r"(?:[A-Za-z0-9()\[\]]+(?: \+ | |$))+$")
_COUNT = regex(r"(?<=[A-Za-z)\]])\d+")


def math_to_text(math: str) -> str:
    """Simple formulas as text (`H_2O`, `p < .05`, `\\alpha`); `""` for one that only
    TeX can set.
    """
    pieces = []
    position = 0
    while position < len(math):
        token = _MATH.match(math, position)
        if not token:
            return ""
        position = token.end()
        if word := token["word"]:
            if (known := known_word(word)) is None:
                return ""
            pieces.append(known)
        elif shift := token["shift"]:
            tag = "sub" if shift == "_" else "sup"
            pieces.append(f"<{tag}>{token['group'] or token['one'] or ''}</{tag}>")
        else:
            pieces.append(token["upright"] or token["text"] or "")
    return "".join(pieces)


def chemistry_to_text(formula: str) -> str:
    """What mhchem's `\\ce` prints: numbers behind an element or a bracket are lowered
    (`H2O`, `Ca(OH)2`, `2 H2 + O2`).

    `""` for a formula with charges, arrows or other things of mhchem's language.

    >>> chemistry_to_text("Ca(OH)2")
    'Ca(OH)<sub>2</sub>'
    """
    return _COUNT.sub(r"<sub>\g<0></sub>", formula) if _CHEMISTRY.match(formula) else ""
