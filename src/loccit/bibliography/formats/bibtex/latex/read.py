"""Read the TeX of a .bib field as text with CSL-JSON's markup.

The markup is `<i>`, `<b>`, `<sc>`, `<sup>`, `<sub>` and `nocase`. In titles, braces that
protect letters from a change of case become `<span class="nocase">`. An unknown command
stays as it was typed, so that nothing is lost silently. `<` and `&` are plain
characters: only CSL-JSON's own tags are markup.
"""

from __future__ import annotations

import re
from typing import Literal

from loccit._startup.dataclass import dataclass, field
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.bibstrings import BIBSTRINGS
from loccit.bibliography.formats.bibtex.latex.commands import (
    AROUND,
    DECLARATIONS,
    FIRST_ARGUMENT_DROPPED,
)
from loccit.bibliography.formats.bibtex.latex.math import (
    chemistry_to_text,
    math_to_text,
)
from loccit.values.tex import (
    ACCENTS,
    LIGATURES,
    SYMBOLS,
    WORDS,
    accented,
    known_word,
)

#: What makes a text more than plain characters.
_TEX = regex(r"[\\{}$~`'\r\n\t]")
#: A text with nothing but unnested groups, as in most titles, is read with one regular
#: expression.
_BRACES_ALONE = regex(r"[^{}\\$~`']*(?:\{[^{}\\$~`']*\}[^{}\\$~`']*)*")
_GROUP = regex(r"\{([^{}]*)\}")
_SPACES = regex(r"[ \t\r\n\f\v]+")
TAG = regex(r"</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>")
_TOKEN = regex(
    r"""
      \\(?P<word>[A-Za-z@]+)\*?[ \t\r\n]*   # a control word, which swallows the space after it
    | \\(?P<symbol>.)                       # a control symbol
    | (?P<open>\{) | (?P<close>\})
    | (?P<math>\$\$?)
    | (?P<ligature>~|---?|``|''|`|')
    | (?P<text>[^\\{}$~`'-]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
#: A letter with an accent, with or without braces.
_ACCENT = r"""\\(?:(["'`^~=.])|([cdHkruv])(?=[ {])) *(?:\{(\\i|[A-Za-z])\}|(\\i(?=\})|[A-Za-z]))"""
#: An accent at the beginning of a longer group is left alone: it decides what the group
#: is (see `_begins_special_character`).
_ACCENTED = regex(rf"\{{{_ACCENT}\}}|(?<![\\{{]){_ACCENT}")
#: A word in straight single quotes, as R exports names of packages.  Contractions that
#: begin and end with an apostrophe ("rock 'n' roll", "the '90s") are not quoted.
QUOTED = regex(
    r"""
    (?<![\w'`\\])'                           # not after a word, nor an accent
    (?!n'|\d\ds?\b|(?:cause|em|til|tis|twas)\b)(?=[\w{\\])
    ((?:\\.|[^'`\\]|(?<=[\w}])'(?=\w))+)     # an apostrophe only within a word
    (?<!\s)'(?![\w'\\{])                      # nor before a letter, such as \"o
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: German quotation marks: babel's shorthands, and those that fonts make of commas.
GERMAN_QUOTED = regex(r"""(?:"`|(?<!\w),,(?=\w))([^"`']*)(?:"'|``|'')""")
#: The letter for formulas, and the one for text.
_FOR_BOTH_MODES = regex(r"\\ifmmode\b[^\n]*?\\else\b\s*([^\n]*?)\s*\\fi\b(?:\{\}|\s)?")
#: A scale of temperature after a degree sign.
_SCALE = regex(r"[CFK]\b")
_TABBING_ACCENT = regex(r"\\a(?=['`=])")
_VERBATIM = regex(r"\{([^{}]*)\}")
#: Commands whose argument is not TeX.
_VERBATIM_COMMANDS = frozenset(["bibstring", "ce", "nolinkurl", "path", "url"])


def tex_to_text(tex: str, *, protect: bool = False) -> str:
    """Return the text that TeX prints, with CSL-JSON's markup.

    Args:
        protect: whether braces keep the case of their letters.

    >>> tex_to_text(r"G{\\"o}del, \\emph{Escher} \\& {Bach}", protect=True)
    'Gödel, <i>Escher</i> & <span class="nocase">Bach</span>'
    """
    if "'" in tex:
        tex = QUOTED.sub(r"`\1'", tex)  # before letters take the place of commands
    if "\\" in tex:
        tex = with_letters(tex)
    if '"`' in tex or ",," in tex:
        tex = GERMAN_QUOTED.sub(r"„\1“", tex)
    dashes = "--" in tex
    if not dashes and "  " not in tex and not _TEX.search(tex):
        return tex.strip(" ")
    if not dashes and _BRACES_ALONE.fullmatch(tex):
        text = _GROUP.sub(_protected if protect else r"\1", tex)
        return _SPACES.sub(" ", text).strip(" ")
    return _Reader(tex, protect).read()


def with_letters(tex: str) -> str:
    """Replace accents by letters, if `tex` has no other commands; else change nothing.

    >>> with_letters(r"G{\\"o}del"), with_letters(r"G{\\"o}del \\& Escher")
    ('Gödel', 'G{\\\\"o}del \\\\& Escher')
    """
    tex = _in_text_mode(tex)
    if "$" in tex:
        return tex
    text = _ACCENTED.sub(_letter, tex)
    return tex if "\\" in text else text


def _in_text_mode(tex: str) -> str:
    """Return the TeX that is set outside formulas and tables, of TeX for both.

    The American Physical Society writes letters for both modes; in LaTeX's tabbing, and
    so in R's older exports, the accents are `\\a'`.
    """
    if "\\ifmmode" in tex:
        tex = _FOR_BOTH_MODES.sub(r"\1", tex)
    return _TABBING_ACCENT.sub(r"\\", tex) if "\\a" in tex else tex


def without_markup(text: str) -> str:
    """Remove CSL-JSON's tags from names, numbers and dates, which can have none."""
    return TAG.sub("", text) if "<" in text else text


def plain_tex(tex: str) -> str:
    """Return what the TeX of a date or number prints, as plain characters.

    >>> plain_tex(r"\\emph{ca.}~1990")
    'ca. 1990'
    """
    if not tex or tex.isalnum():
        return tex
    text = without_markup(tex_to_text(tex))
    return text.replace("\N{NO-BREAK SPACE}", " ")


def _letter(found: re.Match[str]) -> str:
    accent, letter = filter(None, found.groups())
    return accented(ACCENTS[accent], letter.removeprefix("\\"))


def _protected(group: re.Match[str]) -> str:
    return _without_case_change(group[1])


def _without_case_change(text: str) -> str:
    if not any(map(str.isalpha, text)):
        return text
    return f'<span class="nocase">{text}</span>'


@dataclass(slots=True)
class _Group:
    """An open group.

    Attributes:
        before: text to print before the group once it is closed.
        after: text to print after it.
        accent: the combining character for its first letter.
        kind: whether the group protects the case of its letters, or is not printed.
        pieces: its text so far.
        declared: tags of the declarations in force, with the index of the piece at
            which each begins.
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
        if self.kind == "protecting":
            return _without_case_change(inside)
        return self.before + inside + self.after


class _Reader:
    """Reads TeX token by token.

    The open groups are a list, so that no nesting is too deep for Python's stack.
    """

    def __init__(self, tex: str, protect: bool) -> None:
        self.tex = tex
        self.protect = protect
        self.groups = [_Group()]
        #: the number of open groups that protect
        self.protected = 0
        #: the command that waits for its argument: the next group or character
        self.waiting: _Group | None = None
        self.position = 0

    def read(self) -> str:
        while self.position < len(self.tex):
            token = _TOKEN.match(self.tex, self.position)
            assert token  # the last alternative matches any character
            self.position = token.end()
            self._read_token(token)
        self._end_waiting()
        while len(self.groups) > 1:
            self._close()
        return _SPACES.sub(" ", self.groups[0].text()).strip(" ")

    def _read_token(self, token: re.Match[str]) -> None:
        match token.lastgroup:
            case "text":
                self._put(token[0])
            case "word":
                self._word(token[0], token["word"])
            case "open":
                self._open()
            case "close":
                self._close()
            case "symbol":
                self._symbol(token[0], token["symbol"])
            case "ligature":
                self._put(LIGATURES[token[0]])
            case "math":
                self._math(token[0], token[0])

    def _put(self, text: str) -> None:
        """Add text to the open group; a waiting command takes the first character."""
        group = self.waiting
        if group is not None and text:
            rest = text.lstrip(" ")
            if not rest:
                return
            self.waiting = None
            group.pieces.append(rest[0])
            text = group.text() + rest[1:]
        self.groups[-1].pieces.append(text)

    def _wait(self, group: _Group) -> None:
        self._end_waiting()
        self.waiting = group

    def _end_waiting(self) -> None:
        """Print a command whose argument is missing."""
        if self.waiting is not None:
            self.groups[-1].pieces.append(self.waiting.text())
            self.waiting = None

    def _open(self) -> None:
        group, self.waiting = self.waiting, None
        if group is None:
            group = _Group()
            if self._protects():
                group.kind = "protecting"
                self.protected += 1
        self.groups.append(group)

    def _protects(self) -> bool:
        """Return whether the group that begins here protects case."""
        return (
            self.protect
            and self.protected == 0
            and not self._begins_special_character()
        )

    def _begins_special_character(self) -> bool:
        """Return whether this group is one letter to BibTeX, such as `{\\"o}`.

        See "Tame the BeaST", 3.2.
        """
        token = _TOKEN.match(self.tex, self.position)
        if token is None or not token[0].startswith("\\"):
            return False
        word = token["word"]
        return word not in AROUND and word not in DECLARATIONS

    def _close(self) -> None:
        self._end_waiting()
        if len(self.groups) == 1:
            return  # an extra brace prints nothing
        group = self.groups.pop()
        if group.kind == "protecting":
            self.protected -= 1
        self.groups[-1].pieces.append(group.text())
        if group.kind == "dropped" and self._argument_follows():
            self.waiting = _Group(group.before, group.after)

    def _math(self, opening: str, closing: str) -> None:
        start = self.position
        end = self.tex.find(closing, start)
        if end == -1:
            self._put(opening)
            return
        self.position = end + len(closing)
        text = math_to_text(self.tex[start:end])
        if text.endswith("°") and self._is_temperature(text[:-1]):
            text = f"{text[:-1]} °"
        self._put(text or self.tex[start - len(opening) : self.position])

    def _is_temperature(self, number: str) -> bool:
        """Return whether a number is before a degree sign, and a scale after: 20 °C."""
        pieces = [*self.groups[-1].pieces, number]
        has_number = "".join(pieces)[-1:].isdecimal()
        return has_number and _SCALE.match(self.tex, self.position) is not None

    def _symbol(self, token: str, symbol: str) -> None:
        if symbol in ACCENTS:
            self._wait(_Group(accent=ACCENTS[symbol]))
        elif symbol == "(":
            self._math(token, r"\)")
        elif symbol in ")[]":
            self._put(token)
        else:
            self._put(SYMBOLS.get(symbol, symbol))

    def _word(self, token: str, word: str) -> None:
        if word in _VERBATIM_COMMANDS and self._read_verbatim(token, word):
            return
        has_argument = self._argument_follows() and not self._next_is("{}")
        if word in FIRST_ARGUMENT_DROPPED and has_argument:
            before, after = AROUND.get(word, ("", ""))
            self.waiting = _Group(before, after, kind="dropped")
        elif word in AROUND:
            before, after = AROUND[word]
            self._wait(_Group(before, after))
        elif word in DECLARATIONS:
            group = self.groups[-1]
            group.declared.setdefault(DECLARATIONS[word], len(group.pieces))
        elif word in ACCENTS:
            self._wait(_Group(accent=ACCENTS[word]))
        elif word in WORDS:
            self._put(WORDS[word])
        elif has_argument and known_word(word):
            self._put(known_word(word) or "")  # `\textemdash{How}`
        elif has_argument:
            self.waiting = _Group(before=token + "{", after="}")
        else:
            self._put_word(token, word)

    def _read_verbatim(self, token: str, word: str) -> bool:
        """Read a command with an argument that is not TeX, if it has one."""
        argument = _VERBATIM.match(self.tex, self.position)
        if argument is None:
            return False
        text = argument[1]
        if word == "ce":
            text = chemistry_to_text(text) or token + argument[0]
        elif word == "bibstring":
            text = BIBSTRINGS.get(text, text)
        self._put(text)
        self.position = argument.end()
        return True

    def _put_word(self, token: str, word: str) -> None:
        """Print a command without an argument; an unknown one as it was typed."""
        known = word if word.endswith("TeX") else known_word(word)
        if known is not None:
            self._put(known)
        elif self._next_is("{}"):
            self._put(token + "{}")
            self.position += len("{}")
        elif self._next_is("}"):
            # "{\Dash}an" must not become "\Dashan".
            self._put(token + "{}")
        else:
            self._put(token)

    def _argument_follows(self) -> bool:
        return self._next_is("{")

    def _next_is(self, text: str) -> bool:
        return self.tex.startswith(text, self.position)
