"""Read simple formulas of mathematics and chemistry as text."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.values.tex import known_word

#: Commands that set their argument upright or in a font that CSL has no markup for.
_FONTS = frozenset(
    [
        "boldsymbol",
        "fam",
        "mathbf",
        "mathcal",
        "mathfrak",
        "mathit",
        "mathnormal",
        "mathrm",
        "mathscr",
        "mathsf",
        "mathtt",
        "mbox",
        "operatorname",
        "text",
        "textbf",
        "textit",
        "textrm",
        "textsf",
    ]
)
#: Commands that print nothing themselves.
_SILENT = frozenset(
    [
        "bf",
        "big",
        "bigl",
        "bigr",
        "cal",
        "displaystyle",
        "em",
        "it",
        "left",
        "limits",
        "mathop",
        "mathrel",
        "nolimits",
        "nonumber",
        "right",
        "rm",
        "scriptstyle",
        "sf",
        "sl",
        "textstyle",
    ]
)
#: Accents of formulas, as combining characters after each character.
_ACCENTS = {
    "acute": "\u0301",
    "bar": "\u0304",
    "breve": "\u0306",
    "check": "\u030c",
    "ddot": "\u0308",
    "dot": "\u0307",
    "grave": "\u0300",
    "hat": "\u0302",
    "mathring": "\u030a",
    "overline": "\u0305",
    "tilde": "\u0303",
    "underline": "\u0332",
    "vec": "\u20d7",
    "widehat": "\u0302",
    "widetilde": "\u0303",
}
#: Letters of blackboard bold that Unicode has outside their alphabet.
_DOUBLE_STRUCK = {
    "C": "ℂ",
    "H": "ℍ",
    "N": "ℕ",
    "P": "ℙ",
    "Q": "ℚ",
    "R": "ℝ",
    "Z": "ℤ",
}
_DOUBLE_STRUCK_A = ord("𝔸")
_SYMBOLS = {"circ": "∘", "prime": "′", "colon": ":", "cprime": "ʹ", "deg": "°"}
#: Plain TeX's words for scripts, which MathSciNet writes.
_SHIFTS = {"sb": "_", "sp": "^"}
#: Control symbols: spaces, and characters that TeX would read.
_CONTROL = {",": " ", ";": " ", ":": " ", ">": " ", " ": " ", "!": "", "/": ""}
#: A command, a script, a group, or a character.
_TOKEN = regex(
    r"\\(?P<word>[A-Za-z]+)\s*|\\(?P<symbol>.)|(?P<shift>[_^])|(?P<open>\{)"
    r"|(?P<text>[^\\{}_^])",
    re.DOTALL,
)
#: TeX sets space around a relation between two things.
_RELATIONS = frozenset("=<>≤≥≈≠∼≡≲≳")
_SPACES = regex(r"\s+")
#: A deeper formula only TeX can set.
_DEEPEST = 12

#: Elements, brackets and numbers; several such formulas joined by " + ".
_CHEMISTRY = regex(r"(?:[A-Za-z0-9()\[\]]+(?: \+ | |$))+$")
_COUNT = regex(r"(?<=[A-Za-z)\]])\d+")


class _NoText(Exception):
    """A formula that has no plain text."""


def math_to_text(math: str) -> str:
    """Return a simple formula as text; `""` for one that only TeX can set.

    >>> math_to_text("H_2O"), math_to_text("\\\\alpha<.05"), math_to_text("\\\\frac12")
    ('H<sub>2</sub>O', 'α < .05', '')
    >>> math_to_text("20^\\\\circ"), math_to_text("\\\\sqrt{s}"), math_to_text("\\\\mathbb{R}^n")
    ('20°', '√s', 'ℝ<sup>n</sup>')
    >>> math_to_text("U\\sb p"), math_to_text("L\\sp 2")
    ('U<sub>p</sub>', 'L<sup>2</sup>')
    """
    try:
        text = _Formula(math).read()
    except _NoText:
        return ""
    return _SPACES.sub(" ", text).strip()


class _Formula:
    """Reads a formula token by token."""

    def __init__(self, math: str) -> None:
        self.math = math
        self.position = 0
        self.depth = 0
        self.in_script = False

    def read(self) -> str:
        pieces = []
        while self.position < len(self.math):
            pieces.append(self._part())
        return self._joined(pieces)

    def _joined(self, pieces: list[str]) -> str:
        """Join the pieces of a formula, with space around the relations inside it."""
        last = len(pieces) - 1
        for index, piece in enumerate(pieces):
            if piece in _RELATIONS and 0 < index < last and not self.in_script:
                pieces[index] = f" {piece} "
        return "".join(pieces)

    def _part(self) -> str:
        """Read one command, script, group or character."""
        token = _TOKEN.match(self.math, self.position)
        if token is None:
            raise _NoText
        self.position = token.end()
        match token.lastgroup:
            case "word":
                return self._word(token["word"])
            case "symbol":
                return _CONTROL.get(token["symbol"], token["symbol"])
            case "shift":
                return self._script(token["shift"])
            case "open":
                return self._group()
        return token["text"]

    def _group(self) -> str:
        """Read to the closing brace of a group."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NoText
        pieces = []
        while not self.math.startswith("}", self.position):
            pieces.append(self._part())
        self.position += 1
        self.depth -= 1
        return self._joined(pieces)

    def _argument(self) -> str:
        """Read what a command or a script applies to."""
        while self.math.startswith(" ", self.position):
            self.position += 1
        return self._part()

    def _script(self, shift: str) -> str:
        outer, self.in_script = self.in_script, True
        text = self._argument()
        self.in_script = outer
        if shift == "^" and text == _SYMBOLS["circ"]:
            return "°"
        if shift == "^" and set(text) == {_SYMBOLS["prime"]}:
            return text
        tag = "sub" if shift == "_" else "sup"
        return f"<{tag}>{text}</{tag}>" if text else ""

    def _word(self, word: str) -> str:
        if word in _SILENT:
            return ""
        if word in _SYMBOLS:
            return _SYMBOLS[word]
        if word in _SHIFTS:
            return self._script(_SHIFTS[word])
        if word in _FONTS:
            return self._argument()
        if word in _ACCENTS:
            return "".join(letter + _ACCENTS[word] for letter in self._argument())
        if word in ("mathbb", "Bbb"):
            return "".join(map(_double_struck, self._argument()))
        if word == "sqrt":
            radicand = self._argument()
            return f"√{radicand}" if len(radicand) == 1 else f"√({radicand})"
        known = known_word(word)
        if known is None:
            raise _NoText
        return known


def _double_struck(letter: str) -> str:
    if letter in _DOUBLE_STRUCK:
        return _DOUBLE_STRUCK[letter]
    if "A" <= letter <= "Z":
        return chr(_DOUBLE_STRUCK_A + ord(letter) - ord("A"))
    return letter


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
