"""TeX in a field of a .bib file to text with CSL-JSON's markup (`<i>`, `<b>`, `<sc>`,
`<sup>`, `<sub>`, `nocase`).

Braces that protect letters from a change of case become `<span class="nocase">` in
titles.  A command that is not known stays visible as it was typed, so that nothing is
lost in silence.  A `<` or `&` is a plain character: only CSL-JSON's own tags are read
as markup.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.commands import (
    ACCENTS,
    AROUND,
    DECLARATIONS,
    FIRST_ARGUMENT_DROPPED,
    LIGATURES,
    SYMBOLS,
    WORDS,
    accented,
    known_word,
)
from loccit.bibliography.formats.bibtex.latex.math import (
    chemistry_to_text,
    math_to_text,
)

_TEX = regex(r"[\\{}$~`'\r\n\t]")
#: What has nothing but groups that lie in no other, as most titles have, is read
#: without taking it apart.
_BRACES_ALONE = regex(r"[^{}\\$~`']*(?:\{[^{}\\$~`']*\}[^{}\\$~`']*)*")
_GROUP = regex(r"\{([^{}]*)\}")
_SPACES = regex(r"[ \t\r\n\f\v]+")
TAG = regex(r"</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>")
_TOKEN = regex(
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
#: A letter with an accent, in braces of its own or in none; braces that begin with one
#: are not like others (below).
_ACCENT = r"""\\(?:(["'`^~=.])|([cdHkruv])(?=[ {])) *(?:\{(\\i|[A-Za-z])\}|(\\i(?=\})|[A-Za-z]))"""
_ACCENTED = regex(rf"\{{{_ACCENT}\}}|(?<![\\{{]){_ACCENT}")
_VERBATIM = regex(r"\{([^{}]*)\}")


def tex_to_text(tex: str, *, protect: bool = False) -> str:
    """The text that `tex` prints, with CSL-JSON's markup; with `protect`, braces keep
    their letters' case.

    >>> tex_to_text(r"G{\\"o}del, \\emph{Escher} \\& {Bach}", protect=True)
    'Gödel, <i>Escher</i> & <span class="nocase">Bach</span>'
    """
    if "\\" in tex:
        tex = with_letters(tex)
    dashes = "--" in tex
    if not dashes and "  " not in tex and not _TEX.search(tex):
        return tex.strip(" ")
    if not dashes and _BRACES_ALONE.fullmatch(tex):
        return _SPACES.sub(
            " ", _GROUP.sub(_protected if protect else r"\1", tex)
        ).strip(" ")
    return _Reader(tex, protect).read()


def with_letters(tex: str) -> str:
    """`tex` with letters in place of its commands, if these are nothing but accents;
    else as it is.

    >>> with_letters(r"G{\\"o}del"), with_letters(r"G{\\"o}del \\& Escher")
    ('Gödel', 'G{\\\\"o}del \\\\& Escher')
    """
    if "$" in tex:
        return tex
    read = _ACCENTED.sub(_letter, tex)
    return tex if "\\" in read else read


def _letter(found: re.Match[str]) -> str:
    accent, letter = filter(None, found.groups())
    return accented(ACCENTS[accent], letter.removeprefix("\\"))


def _protected(group: re.Match[str]) -> str:
    inside = group[1]
    return (
        f'<span class="nocase">{inside}</span>'
        if any(map(str.isalpha, inside))
        else inside
    )


def without_markup(text: str) -> str:
    """`text` without CSL-JSON's tags, for what can have none: names, numbers, dates."""
    return TAG.sub("", text) if "<" in text else text


def plain_tex(tex: str) -> str:
    """What `tex` prints, as plain characters, for dates and numbers.

    >>> plain_tex(r"\\emph{ca.}~1990")
    'ca. 1990'
    """
    return (
        tex
        if not tex or tex.isalnum()
        else without_markup(tex_to_text(tex)).replace("\N{NO-BREAK SPACE}", " ")
    )


@dataclass(slots=True)
class _Group:
    """An open group: what it holds so far, what goes round it once closed, and
    declarations with where they begin.
    """

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
            return accented(self.accent, inside)
        if self.kind == "protecting" and any(map(str.isalpha, inside)):
            return f'<span class="nocase">{inside}</span>'
        return self.before + inside + self.after


class _Reader:
    """Reads TeX token by token; open groups are a list, so that no depth of nesting is
    too deep.
    """

    def __init__(self, tex: str, protect: bool) -> None:
        self.tex = tex
        self.protect = protect
        self.groups = [_Group()]
        self.protected = 0  # how many of the open groups protect
        self.argument: _Group | None = (
            None  # the next group or character belongs to a command
        )
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
        self._put(LIGATURES[token])

    def _open(self, token: str, _: str) -> None:
        group, self.argument = self.argument, None
        if group is None:
            group = _Group()
            if self.protect and not self.protected and not self._special_character():
                group.kind = "protecting"
                self.protected += 1
        self.groups.append(group)

    def _special_character(self) -> bool:
        """Whether the group that begins here is one letter to BibTeX, such as `{\\"o}`
        ("Tame the BeaST", 3.2).
        """
        token = _TOKEN.match(self.tex, self.position)
        return bool(
            token
            and token[0][0] == "\\"
            and (token["word"] or "") not in AROUND.keys() | DECLARATIONS.keys()
        )

    def _close(self, token: str, _: str) -> None:
        self._drop_argument()
        if len(self.groups) == 1:
            return  # a brace too many prints nothing
        group = self.groups.pop()
        self.protected -= group.kind == "protecting"
        self.groups[-1].pieces.append(group.text())
        if group.kind == "dropped" and self.tex.startswith("{", self.position):
            self.argument = _Group(group.before, group.after)

    def _math(self, token: str, _: str) -> None:
        end_token = r"\)" if token == r"\(" else token
        end = self.tex.find(end_token, self.position)
        if end == -1:
            self._put(token)
            return
        self._put(
            math_to_text(self.tex[self.position : end])
            or self.tex[self.position - len(token) : end + len(token)]
        )
        self.position = end + len(token)

    def _symbol(self, token: str, symbol: str) -> None:
        if symbol in ACCENTS:
            self._drop_argument()
            self.argument = _Group(accent=ACCENTS[symbol])
        elif symbol == "(":
            self._math(token, symbol)
        elif symbol in ")[]":
            self._put(token)
        else:
            self._put(SYMBOLS.get(symbol, symbol))

    def _word(self, token: str, word: str) -> None:
        argument_follows = self.tex.startswith(
            "{", self.position
        ) and not self.tex.startswith("{}", self.position)
        if word in ("url", "path", "nolinkurl") and (
            verbatim := _VERBATIM.match(self.tex, self.position)
        ):
            self._put(verbatim[1])
            self.position = verbatim.end()
        elif word == "ce" and (formula := _VERBATIM.match(self.tex, self.position)):
            self._put(chemistry_to_text(formula[1]) or token + formula[0])
            self.position = formula.end()
        elif word in FIRST_ARGUMENT_DROPPED and argument_follows:
            self.argument = _Group(*AROUND.get(word, ("", "")), kind="dropped")
        elif word in AROUND:
            self._drop_argument()
            self.argument = _Group(*AROUND[word])
        elif word in DECLARATIONS:
            self.groups[-1].declared.setdefault(
                DECLARATIONS[word], len(self.groups[-1].pieces)
            )
        elif word in ACCENTS:
            self._drop_argument()
            self.argument = _Group(accent=ACCENTS[word])
        elif (known := WORDS.get(word)) is not None:
            self._put(known)
        elif argument_follows:
            self.argument = _Group(before=token + "{", after="}")
        elif (known := word if word.endswith("TeX") else known_word(word)) is not None:
            self._put(known)
        elif self.tex.startswith("{}", self.position):
            self._put(token + "{}")
            self.position += len("{}")
        elif self.tex.startswith(
            "}", self.position
        ):  # "{\Dash}an" must not become "\Dashan"
            self._put(token + "{}")
        else:
            self._put(token)
