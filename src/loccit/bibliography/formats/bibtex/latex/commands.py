"""The TeX commands that occur in bibliographies, and what they print."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from loccit._startup.regex import regex

LIGATURES = {
    "~": "\N{NO-BREAK SPACE}",
    "--": "–",
    "---": "—",
    "``": "“",
    "''": "”",
    "`": "‘",
    "'": "’",
    "-": "-",
}

#: Commands with one argument, and what is printed before and after it.
AROUND = {
    "emph": ("<i>", "</i>"),
    "textit": ("<i>", "</i>"),
    "textsl": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"),
    "mkbibitalic": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "mkbibbold": ("<b>", "</b>"),
    "textsc": ("<sc>", "</sc>"),
    "mkbibsc": ("<sc>", "</sc>"),
    "textsuperscript": ("<sup>", "</sup>"),
    "mkbibsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
    "foreignquote": ("“", "”"),
    "hyphenquote": ("“", "”"),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "textnormal": ("", ""),
    "textrm": ("", ""),
    "textup": ("", ""),
    "textsf": ("", ""),
    "texttt": ("", ""),
    "text": ("", ""),
    "mbox": ("", ""),
    "underline": ("", ""),
    "uline": ("", ""),
    "textmd": ("", ""),
    "ensuremath": ("", ""),
    "mkbibacro": ("", ""),
    "nohyphens": ("", ""),
    "autocap": ("", ""),
    "hbox": ("", ""),
    "MakeUppercase": ("", ""),
}
#: Commands that take effect until their group ends, and the tag for them.
DECLARATIONS = {
    "em": "i",
    "it": "i",
    "itshape": "i",
    "sl": "i",
    "slshape": "i",
    "bf": "b",
    "bfseries": "b",
    "sc": "sc",
    "scshape": "sc",
}
#: Commands whose first argument is not printed: a URL, a colour, a language, the name of
#: a field, a sorting key.
FIRST_ARGUMENT_DROPPED = frozenset(
    [
        "bibfield",
        "bibinfo",
        "foreignlanguage",
        "foreignquote",
        "href",
        "hyphenquote",
        "noopsort",
        "singleletter",
        "SortNoop",
        "textcolor",
    ]
)

#: Accents, as combining characters.
ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
    "textcommabelow": "\u0326",
    "G": "\u030f",
    "U": "\u030d",
    "f": "\u0311",
    # the American Mathematical Society's, in MathSciNet
    "polhk": "\u0328",
    "ogonek": "\u0328",
    "soft": "\u030c",
    "cftil": "\u0303",
    "Cir": "\u0302",
    "lfhook": "\u0326",
    "udot": "\u0323",
}
_DOTLESS = {"ı": "i", "ȷ": "j"}
#: Control symbols that don't print themselves. `\-`, `\/`, `\@` and `\!` are hints to
#: TeX.
SYMBOLS = {
    " ": " ",
    "\n": " ",
    "\t": " ",
    ";": " ",
    ":": " ",
    ",": "\N{THIN SPACE}",
    "\\": " ",
    "-": "",
    "/": "",
    "@": "",
    "!": "",
}
#: Control words that pylatexenc doesn't have, or prints differently.
WORDS = {
    "textquotesingle": "'",
    "textless": "<",
    "textgreater": ">",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textbar": "|",
    "textbardbl": "‖",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textunderscore": "_",
    "textquotedbl": '"',
    "textminus": "−",
    "textsurd": "√",
    "textdblhyphen": "⹀",
    "textpilcrow": "¶",
    "textcopyleft": "🄯",
    "textborn": "*",
    "textdied": "†",
    "textmarried": "⚭",
    "textdivorced": "⚮",
    "textlbrackdbl": "⟦",
    "textrbrackdbl": "⟧",
    "textlquill": "⁅",
    "textrquill": "⁆",
    "textinterrobangdown": "⸘",
    "guillemetleft": "«",
    "guillemetright": "»",
    "lq": "‘",
    "rq": "’",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "flq": "‹",
    "frq": "›",
    "og": "«\u202f",
    "fg": "\u202f»",
    "SS": "ẞ",
    "ddag": "‡",
    "deg": "°",
    "degree": "°",
    "celsius": "°C",
    "micro": "µ",
    "ohm": "Ω",
    "perthousand": "‰",
    "slash": "/",
    "hyphen": "-",
    "nbhyphen": "\N{NON-BREAKING HYPHEN}",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "pounds": "£",
    "euro": "€",
    "space": " ",
    "nobreakspace": "\N{NO-BREAK SPACE}",
    "enspace": "\N{EN SPACE}",
    "emspace": "\N{EM SPACE}",
    "quad": "\N{EM SPACE}",
    "qquad": "\N{EM SPACE}\N{EM SPACE}",
    "thinspace": "\N{THIN SPACE}",
    "relax": "",
    "unskip": "",
    "protect": "",
    "newblock": "",
    "par": " ",
    "newline": " ",
    "linebreak": " ",
    "addspace": " ",
    "addcolon": ":",
    "addcomma": ",",
    "adddot": ".",
    "isdot": "",
    "allowbreak": "",
    "hfill": " ",
    "noindent": "",
    "centering": "",
    "smallskip": " ",
    "medskip": " ",
    "bigskip": " ",
    "LaTeXe": "LaTeX2e",
    # transliterations in MathSciNet
    "cprime": "ʹ",
    "cdprime": "ʺ",
    "dbar": "đ",
    "Dbar": "Đ",
    # fonts, which CSL has no markup for
    "rm": "",
    "rmfamily": "",
    "sf": "",
    "sffamily": "",
    "tt": "",
    "ttfamily": "",
    "up": "",
    "upshape": "",
    "normalfont": "",
}
#: A control word that is left in a text.
_COMMAND = regex(r"\\[A-Za-z@]+")


def accented(accent: str, letters: str) -> str:
    """Put a combining accent on the first of the letters."""
    if not letters:
        return ""
    first, rest = letters[0], letters[1:]
    letter = _DOTLESS.get(first, first) + accent
    return unicodedata.normalize("NFC", letter) + rest


def unknown_commands(text: str) -> list[str]:
    """Find the commands that are unknown, and so left in a text as they were typed.

    >>> unknown_commands("On \\\\foo{bar} and more")
    ['\\\\foo']
    """
    if "\\" not in text:
        return []
    return [found[0] for found in _COMMAND.finditer(text)]


@lru_cache(maxsize=256)
def known_word(word: str) -> str | None:
    """Return what a control word without an argument prints, according to pylatexenc."""
    # pylatexenc is slow to import, and few files have such a word.
    from pylatexenc.latex2text import get_default_latex_context_db  # type: ignore[import-untyped]

    spec = get_default_latex_context_db().get_macro_spec(word)
    if spec is None or spec.macroname != word:
        return None
    text = spec.simplify_repl
    # `%s` stands for an argument, and `< g r a p h i c s >` for what is not text.
    if not isinstance(text, str) or "%" in text or "<" in text:
        return None
    return text
