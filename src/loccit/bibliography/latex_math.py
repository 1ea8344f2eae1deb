"""Simple formulas in a field to text."""

from __future__ import annotations

from loccit.bibliography.latex_commands import known_word
from loccit.model.pattern import pattern

_MATH = pattern(
    r"\\(?P<word>[A-Za-z]+) ?|(?P<shift>[_^])(?:\{(?P<group>[^{}\\]*)\}|(?P<one>[^\\{}]))|(?P<text>[^\\{}_^]+)"
)


def math_to_text(math: str) -> str:
    """Simple formulas as text (`H_2O`, `p < .05`, `\\alpha`); `""` for one that only TeX can set."""
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
            pieces.append(token["text"])
    return "".join(pieces)
