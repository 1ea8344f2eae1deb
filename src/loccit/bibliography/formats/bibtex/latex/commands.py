"""The TeX commands that occur in bibliographies, and what they do to their arguments."""

from __future__ import annotations

from loccit._startup.regex import regex

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
#: A control word that is left in a text.
_COMMAND = regex(r"\\[A-Za-z@]+")


def unknown_commands(text: str) -> list[str]:
    """Find the commands that are unknown, and so left in a text as they were typed.

    >>> unknown_commands("On \\\\foo{bar} and more")
    ['\\\\foo']
    """
    if "\\" not in text:
        return []
    return [found[0] for found in _COMMAND.finditer(text)]
