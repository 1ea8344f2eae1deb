"""What TeX's commands, accents and ligatures print, as far as they occur in
bibliographies.
"""

from __future__ import annotations

import re
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

#: Commands with one argument, and what is put round it.
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
    "bibstring": ("", ""),
    "MakeUppercase": ("", ""),
}
#: Commands that hold until their group ends.
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
#: Commands whose first argument is not text (an address, a colour, a language, a
#: field's name, a sorting key).
FIRST_ARGUMENT_DROPPED = frozenset(
    [
        *(
            "bibfield",
            "bibinfo",
            "foreignlanguage",
            "foreignquote",
            "href",
            "hyphenquote",
            "textcolor",
        ),
        *("noopsort", "SortNoop", "singleletter"),
    ]
)

#: Accents and the combining characters that they are.
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
}
_DOTLESS = {"ı": "i", "ȷ": "j"}
SYMBOLS = {
    " ": " ",
    "\n": " ",
    "\t": " ",
    ",": "\N{THIN SPACE}",
    "\\": " ",
} | dict.fromkeys("-/@!", "")
#: Control words that pylatexenc does not have, or prints otherwise.
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
} | dict.fromkeys(
    [
        "rm",
        "rmfamily",
        "sf",
        "sffamily",
        "tt",
        "ttfamily",
        "up",
        "upshape",
        "normalfont",
    ],
    "",
)


def accented(accent: str, letters: str) -> str:
    """`letters` with the combining `accent` on the first of them."""
    first, rest = letters[:1], letters[1:]
    return (
        unicodedata.normalize("NFC", _DOTLESS.get(first, first) + accent) + rest
        if first
        else ""
    )


#: A control word that is left in a text.
_LEFT = re.compile(r"\\[A-Za-z@]+")


def unknown_commands(text: str) -> list[str]:
    """The commands that no one knew what to make of, so that they stand in the text as
    they were typed.

    >>> unknown_commands("On \\\\foo{bar} and more")
    ['\\\\foo']
    """
    return _LEFT.findall(text) if "\\" in text else []


@lru_cache(maxsize=256)
def known_word(word: str) -> str | None:
    """What a control word without argument prints, as pylatexenc has it."""
    from pylatexenc.latex2text import get_default_latex_context_db  # type: ignore[import-untyped]

    spec = get_default_latex_context_db().get_macro_spec(word)
    text = spec.simplify_repl if spec and spec.macroname == word else None
    return text if isinstance(text, str) and not re.search("[%<]", text) else None
