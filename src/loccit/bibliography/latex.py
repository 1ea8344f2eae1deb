"""TeX in a field of a .bib file <-> text with CSL-JSON's markup (`<i>`, `<b>`, `<sc>`, `<sup>`, `<sub>`, `nocase`).

Braces that protect letters from a change of case become `<span class="nocase">` in titles.  A command that is not known
stays visible as it was typed, so that nothing is lost in silence.  A `<` or `&` is a plain character: only CSL-JSON's
own tags are read as markup.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field
from functools import lru_cache
from typing import Literal

from loccit.model.dataclass import dataclass

_TEX = re.compile(r"[\\{}$~`'\r\n\t]|--|  ")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_TAG = re.compile(r"</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>")
_TOKEN = re.compile(
    r"""
      \\(?P<word>[A-Za-z@]+)\*?[ \t\r\n]*   # a control word, which swallows the space behind it
    | \\(?P<symbol>.)                       # a control symbol
    | (?P<open>\{) | (?P<close>\})
    | (?P<math>\$\$?)
    | (?P<ligature>~|---?|``|''|`|')
    | (?P<text>[^\\{}$~`'-]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)

_LIGATURES = {"~": "\N{NO-BREAK SPACE}", "--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "'": "’", "-": "-"}

#: Commands with one argument, and what is put round it.
_AROUND = {
    "emph": ("<i>", "</i>"),
    "textit": ("<i>", "</i>"),
    "textsl": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "mkbibbold": ("<b>", "</b>"),
    "textsc": ("<sc>", "</sc>"),
    "textsuperscript": ("<sup>", "</sup>"),
    "mkbibsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "textnormal": ("", ""),
    "textrm": ("", ""),
    "textup": ("", ""),
    "textsf": ("", ""),
    "texttt": ("", ""),
    "text": ("", ""),
    "mbox": ("", ""),
    "hbox": ("", ""),
    "bibstring": ("", ""),
    "MakeUppercase": ("", ""),
}
#: Commands that hold until their group ends.
_DECLARATIONS = {
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
#: Commands whose first argument is not text (an address, a colour, a language, a sorting key).
_FIRST_ARGUMENT_DROPPED = frozenset(["href", "textcolor", "foreignlanguage", "noopsort", "SortNoop", "singleletter"])
_VERBATIM = re.compile(r"\{([^{}]*)\}")

#: Accents and the combining characters that they are.
_ACCENTS = {
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
}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_SYMBOLS = {" ": " ", "\n": " ", "\t": " ", ",": "\N{THIN SPACE}", "\\": " "} | dict.fromkeys("-/@!", "")
#: Control words that pylatexenc does not have, or prints otherwise.
_WORDS = {
    "textquotesingle": "'",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "slash": "/",
    "hyphen": "-",
    "nbhyphen": "\N{NON-BREAKING HYPHEN}",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "pounds": "£",
    "euro": "€",
    "relax": "",
    "protect": "",
    "newblock": "",
    "par": " ",
    "LaTeXe": "LaTeX2e",
} | dict.fromkeys(["rm", "rmfamily", "sf", "sffamily", "tt", "ttfamily", "up", "upshape", "normalfont"], "")


def tex_to_text(tex: str, *, protect: bool = False) -> str:
    """The text that `tex` prints, with CSL-JSON's markup; with `protect`, braces keep their letters' case.

    >>> tex_to_text(r"G{\\"o}del, \\emph{Escher} \\& {Bach}", protect=True)
    'Gödel, <i>Escher</i> & <span class="nocase">Bach</span>'
    """
    if not _TEX.search(tex):
        return tex.strip(" ")
    return _Reader(tex, protect).read()


def without_markup(text: str) -> str:
    """`text` without CSL-JSON's tags, for what can have none: names, numbers, dates."""
    return _TAG.sub("", text) if "<" in text else text


@dataclass(slots=True)
class _Group:
    """An open group: what it holds so far, what goes round it once closed, and declarations with where they begin."""

    before: str = ""
    after: str = ""
    accent: str = ""
    kind: Literal["plain", "protecting", "dropped"] = "plain"
    pieces: list[str] = field(default_factory=list)
    declared: dict[str, int] = field(default_factory=dict)

    def text(self) -> str:
        for tag, start in reversed(self.declared.items()):
            self.pieces[start:] = [f"<{tag}>", *self.pieces[start:], f"</{tag}>"]
        inside = "".join(self.pieces)
        if self.kind == "dropped":
            return ""
        if self.accent:
            return _accented(self.accent, inside)
        if self.kind == "protecting" and any(map(str.isalpha, inside)):
            return f'<span class="nocase">{inside}</span>'
        return self.before + inside + self.after


class _Reader:
    """Reads TeX token by token; open groups are a list, so that no depth of nesting is too deep."""

    def __init__(self, tex: str, protect: bool) -> None:
        self.tex = tex
        self.protect = protect
        self.groups = [_Group()]
        self.protected = 0  # how many of the open groups protect
        self.argument: _Group | None = None  # the next group or character belongs to a command
        self.position = 0

    def read(self) -> str:
        while self.position < len(self.tex):
            token = _TOKEN.match(self.tex, self.position)
            assert token
            self.position = token.end()
            getattr(self, f"_{token.lastgroup}")(token[0], token[token.lastgroup or 0])
        self._drop_argument()
        while len(self.groups) > 1:
            self._close("", "")
        return _SPACES.sub(" ", self.groups[0].text()).strip(" ")

    def _put(self, text: str) -> None:
        """`text` into the open group; a waiting command takes its first character."""
        if (group := self.argument) and text:
            if not (rest := text.lstrip(" ")):
                return
            self.argument = None
            group.pieces.append(rest[0])
            text = group.text() + rest[1:]
        self.groups[-1].pieces.append(text)

    def _drop_argument(self) -> None:
        if group := self.argument:
            self.argument = None
            self.groups[-1].pieces.append(group.text())

    def _text(self, token: str, _: str) -> None:
        self._put(token)

    def _ligature(self, token: str, _: str) -> None:
        self._put(_LIGATURES[token])

    def _open(self, token: str, _: str) -> None:
        group, self.argument = self.argument, None
        if group is None:
            group = _Group()
            if self.protect and not self.protected and not self._special_character():
                group.kind = "protecting"
                self.protected += 1
        self.groups.append(group)

    def _special_character(self) -> bool:
        """Whether the group that begins here is one letter to BibTeX, such as `{\\"o}` ("Tame the BeaST", 3.2)."""
        token = _TOKEN.match(self.tex, self.position)
        return bool(
            token and token[0][0] == "\\" and (token["word"] or "") not in _AROUND.keys() | _DECLARATIONS.keys()
        )

    def _close(self, token: str, _: str) -> None:
        self._drop_argument()
        if len(self.groups) == 1:
            return  # a brace too many prints nothing
        group = self.groups.pop()
        self.protected -= group.kind == "protecting"
        self.groups[-1].pieces.append(group.text())
        if group.kind == "dropped" and self.tex.startswith("{", self.position):
            self.argument = _Group()

    def _math(self, token: str, _: str) -> None:
        end = self.tex.find(token, self.position)
        if end == -1:
            self._put(token)
            return
        self._put(
            _math_to_text(self.tex[self.position : end]) or self.tex[self.position - len(token) : end + len(token)]
        )
        self.position = end + len(token)

    def _symbol(self, token: str, symbol: str) -> None:
        if symbol in _ACCENTS:
            self._drop_argument()
            self.argument = _Group(accent=_ACCENTS[symbol])
        elif symbol in "()[]":
            self._put(token)
        else:
            self._put(_SYMBOLS.get(symbol, symbol))

    def _word(self, token: str, word: str) -> None:
        argument_follows = self.tex.startswith("{", self.position) and not self.tex.startswith("{}", self.position)
        if word in ("url", "path", "nolinkurl") and (verbatim := _VERBATIM.match(self.tex, self.position)):
            self._put(verbatim[1])
            self.position = verbatim.end()
        elif word in _AROUND:
            self._drop_argument()
            self.argument = _Group(*_AROUND[word])
        elif word in _DECLARATIONS:
            self.groups[-1].declared.setdefault(_DECLARATIONS[word], len(self.groups[-1].pieces))
        elif word in _ACCENTS:
            self._drop_argument()
            self.argument = _Group(accent=_ACCENTS[word])
        elif word in _FIRST_ARGUMENT_DROPPED and argument_follows:
            self.argument = _Group(kind="dropped")
        elif (known := _WORDS.get(word)) is not None:
            self._put(known)
        elif argument_follows:
            self.argument = _Group(before=token + "{", after="}")
        elif (known := word if word.endswith("TeX") else _known_word(word)) is not None:
            self._put(known)
        elif self.tex.startswith("{}", self.position):
            self._put(token + "{}")
            self.position += len("{}")
        else:
            self._put(token)


def _accented(accent: str, letters: str) -> str:
    """`letters` with the combining `accent` on the first of them."""
    first, rest = letters[:1], letters[1:]
    return unicodedata.normalize("NFC", _DOTLESS.get(first, first) + accent) + rest if first else ""


@lru_cache(maxsize=256)
def _known_word(word: str) -> str | None:
    """What a control word without argument prints, as pylatexenc has it."""
    from pylatexenc.latex2text import get_default_latex_context_db  # type: ignore[import-untyped]

    spec = get_default_latex_context_db().get_macro_spec(word)
    text = spec.simplify_repl if spec and spec.macroname == word else None
    return text if isinstance(text, str) and not re.search("[%<]", text) else None


_MATH = re.compile(
    r"\\(?P<word>[A-Za-z]+) ?|(?P<shift>[_^])(?:\{(?P<group>[^{}\\]*)\}|(?P<one>[^\\{}]))|(?P<text>[^\\{}_^]+)"
)


def _math_to_text(math: str) -> str:
    """Simple formulas as text (`H_2O`, `p < .05`, `\\alpha`); `""` for one that only TeX can set."""
    pieces = []
    position = 0
    while position < len(math):
        token = _MATH.match(math, position)
        if not token:
            return ""
        position = token.end()
        if word := token["word"]:
            if (known := _known_word(word)) is None:
                return ""
            pieces.append(known)
        elif shift := token["shift"]:
            tag = "sub" if shift == "_" else "sup"
            pieces.append(f"<{tag}>{token['group'] or token['one'] or ''}</{tag}>")
        else:
            pieces.append(token["text"])
    return "".join(pieces)


#: Dashes and quotation marks that touch each other stay as they are: TeX would read other ones.
_ESCAPED = re.compile(r"[\\{}$&#%_^~\u00a0\u2009]|(?<![-–—])[–—](?![-–—])|(?<![`'“”‘’])[“”‘’](?![`'“”‘’])")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "\u00a0": "~",
    "\u2009": r"\,",
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
}
_TO_TEX = {
    "<i>": r"\emph{",
    "<b>": r"\textbf{",
    "<sc>": r"\textsc{",
    "<sup>": r"\textsuperscript{",
    "<sub>": r"\textsubscript{",
}


def text_to_tex(text: str) -> str:
    """TeX for text with CSL-JSON's markup; letters stay in Unicode.

    >>> text_to_tex('<i>R&D</i> at <span class="nocase">CERN</span>, 1990–1995')
    '\\\\emph{R\\\\&D} at {CERN}, 1990--1995'
    """
    pieces = []
    done = depth = 0
    for tag in _TAG.finditer(text):
        pieces.append(_escape(text[done : tag.start()]))
        done = tag.end()
        if not tag[0].startswith("</"):
            pieces.append(_TO_TEX.get(tag[0], "{"))
            depth += 1
        elif depth:
            pieces.append("}")
            depth -= 1
    return "".join([*pieces, _escape(text[done:]), "}" * depth])


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[0], "\\" + match[0]), text)
