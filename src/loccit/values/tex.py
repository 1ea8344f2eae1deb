"""The characters that TeX commands print: accents, ligatures, symbols."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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
#: Control words that pylatexenc doesn't have or prints differently, and frequent ones.
WORDS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "th": "þ",
    "dots": "…",
    "ldots": "…",
    "textellipsis": "…",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
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


def accented(accent: str, letters: str) -> str:
    """Put a combining accent on the first of the letters."""
    if not letters:
        return ""
    first, rest = letters[0], letters[1:]
    letter = _DOTLESS.get(first, first) + accent
    return unicodedata.normalize("NFC", letter) + rest


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
