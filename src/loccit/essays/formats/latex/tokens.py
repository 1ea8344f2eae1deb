r"""The tokens of a TeX file: commands, groups, comments, verbatim text.

What TeX calls tokens ("The TeXbook", ch. 7), as far as they matter here.  Characters that
mean themselves are between the tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, cast

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

TokenKind = Literal[
    "command",  # \name, and with a star \name*
    "symbol",  # a backslash and a character that is not a letter
    "comment",
    "paragraph",  # one blank line or more
    "open",
    "close",
    "math",  # $ or $$
    "sign",  # a character, or several, that print another one
    "verbatim",  # text in which no token is read
]

#: Environments whose content is not TeX, or is left out: of LaTeX, and of the packages
#: listings, minted, fancyvrb, comment, alltt, tcolorbox, filecontents.
_VERBATIM = frozenset(
    (
        "verbatim", "Verbatim", "BVerbatim", "LVerbatim", "SaveVerbatim", "VerbatimOut",
        "lstlisting", "minted", "comment", "filecontents", "alltt", "tcblisting",
        "tcboutputlisting", "luacode", "pycode", "pyverbatim",
    )
)  # fmt: skip
#: What defines another one.
_DEFINES_VERBATIM = regex(
    r"\\(?:lstnewenvironment|DefineVerbatimEnvironment|(?:re)?newtcblisting"
    r"|(?:New|Renew|Declare)TCBListing|newverbatim|excludecomment)\s*\{([A-Za-z]+)\}"
    r"|\\newminted\[([A-Za-z]+)\]"
)
_BEGIN_ENVIRONMENT = regex(r"\\begin[ \t]*\{(([A-Za-z]+)\*?)\}")
#: The commands whose argument is verbatim between two equal characters.
_VERB = regex(
    r"(?:verb\*?|Verb\*?|lstinline(?:\[[^\]\n]*\])?|mintinline(?:\[[^\]\n]*\])?\{[^{}\n]*\})"
    r"(?:([^\w\s*{\[])[^\n]{0,2000}?\1|\{[^{}\n]*\})"
)
#: Letters of commands; with `@` those of an .aux file.
_TOKEN = regex(
    r"""
      \\(?P<command>[A-Za-z@]+)(?P<star>\*?)
    | (?P<symbol>\\(?:\r\n|.|\Z))
    | (?P<comment>%[^\r\n]*(?:\r\n|\n|\r|\Z)[ \t]*)
    | (?P<paragraph>(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]\s*)
    | (?P<open>\{) | (?P<close>\})
    | (?P<math>\$\$?)
    | (?P<sign>[~&]|---?|``|''|`|'|"[`'])
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANK_LINE = regex(r"[\r\n]\s*")
#: `\iffalse`, what nests in it, and its end ("The TeXbook", ch. 20).
_CONDITION = regex(
    r"\\(?:(if[A-Za-z@]*)|(fi)|(else))(?![A-Za-z@])|\\.|%[^\r\n]*", re.DOTALL
)
_BEGIN = r"\begin{document}"
_END = r"\end{document}"
#: What looks like a condition and is none.
_NO_CONDITIONS = frozenset(["iff", "ifthenelse", "ifdefined@"])
#: White space and comments between a command and its arguments.
_SPACE = regex(
    r"(?:[ \t]|%[^\r\n]*(?:\r\n|\n|\r)|(?:\r\n|\n|\r(?!\n))(?![ \t]*[\r\n]))*"
)
_IN_OPTION = regex(r"\\.|%[^\r\n]*|[{}\[\]<>()]", re.DOTALL)
#: Longer options are rather text whose bracket is not an option's.
_LONGEST_OPTION = 3000


class Token(NamedTuple):
    """A token.

    Attributes:
        name: of a command, without the backslash; `verb` or "" of verbatim text.
        star: whether a star follows the name.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    star: bool = False


class Argument(NamedTuple):
    """What is in a pair of braces or brackets."""

    start: int
    end: int

    @property
    def after(self) -> int:
        """Where the closing one ends."""
        return self.end + 1

    def of(self, text: str) -> str:
        """Return its characters."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Tex:
    """A text with its tokens.

    Attributes:
        tokens: in order, up to the end of the document.
        starts: where each starts.
        closings: by where a brace opens, where the one starts that closes it.
        begin: where the body of the document begins; 0 in a file without a preamble.
        end: where it ends.
    """

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    closings: dict[int, int]
    begin: int
    end: int

    def number_at(self, position: int) -> int:
        """Return the number of the first token that starts at a position or after it."""
        return bisect_left(self.starts, position)

    def after_space(self, position: int) -> int:
        """Return where white space and comments end; a blank line is not among them."""
        found = _SPACE.match(self.text, position)
        return found.end() if found else position

    def group(self, position: int) -> Argument | None:
        """Return what is in the braces that open at a position, if some do there."""
        close = self.closings.get(position)
        return None if close is None else Argument(position + 1, close)

    def argument(self, position: int) -> Argument | None:
        """Return what is in the braces after white space."""
        return self.group(self.after_space(position))

    def option(self, position: int, brackets: str = "[]") -> Argument | None:
        """Return what is in the brackets that open at a position, if some do there."""
        opening, closing = brackets[0], brackets[1]
        limit = min(position + _LONGEST_OPTION, len(self.text))
        if not self.text.startswith(opening, position):
            return None
        if self.text.find(closing, position, limit) < 0:
            return None
        depth, inner = 1, position + 1
        while found := _IN_OPTION.search(self.text, inner, limit):
            inner = found.end()
            match found[0]:
                case "{":
                    inner = self.closings.get(found.start(), limit) + 1
                case "}":
                    return None
                case sign if sign == opening:
                    depth += 1
                case sign if sign == closing:
                    depth -= 1
            if depth == 0:
                return Argument(position + 1, found.start())
        return None


def tokenize(text: str) -> Tex:
    r"""Read the tokens of a text, up to `\end{document}`.

    >>> [token.kind for token in tokenize(r"\emph{a} % b").tokens]
    ['command', 'open', 'close', 'comment']
    """
    scanner = _Scanner(text)
    end = scanner.run()
    starts = [token.start for token in scanner.tokens]
    begin = [token.start for token in scanner.tokens if _is_begin(token, text)]
    return Tex(
        text, scanner.tokens, starts, scanner.closings, begin[0] if begin else 0, end
    )


def _is_begin(token: Token, text: str) -> bool:
    return token.name == "begin" and text.startswith(_BEGIN, token.start)


class _Scanner:
    """Reads tokens, and which braces belong together."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.closings: dict[int, int] = {}
        self._open: list[int] = []
        #: What no end was found for, so that it is not looked for again.
        self._endless: set[str] = set()
        defined = _DEFINES_VERBATIM.findall(text)
        self._verbatim = _VERBATIM.union(*defined)
        # One in an example of TeX, which is not known to be one, is not the last.
        self._end = max(text.rfind(_END), 0)

    def run(self) -> int:
        """Read all tokens; return where the document ends."""
        position = 0
        while found := _TOKEN.search(self.text, position):
            if found.start() == self._end and self.text.startswith(_END, self._end):
                return self._end
            position = self._add(found)
        return len(self.text)

    def _add(self, found: re.Match[str]) -> int:
        """Add a token; return where the next one may start."""
        kind, start, end = found.lastgroup, found.start(), found.end()
        match kind:
            case "star":
                return self._command(found)
            case "open":
                self._open.append(start)
            case "close" if self._open:
                self.closings[self._open.pop()] = start
            case "comment":
                return self._comment(start, end)
        self.tokens.append(Token(cast("TokenKind", kind), start, end))
        return end

    def _command(self, found: re.Match[str]) -> int:
        name, start = found["command"], found.start()
        end = self._verbatim_end(name, start)
        if end is not None:
            kind = "" if name in ("begin", "iffalse") else "verb"
            self.tokens.append(Token("verbatim", start, end, kind))
            return end
        self.tokens.append(
            Token("command", start, found.end(), name, bool(found["star"]))
        )
        return found.end()

    def _verbatim_end(self, name: str, start: int) -> int | None:
        r"""Return where verbatim text ends that a command begins, `\verb|...|`."""
        if name == "begin":
            return self._environment_end(start)
        if name == "iffalse":
            return self._condition_end(start)
        found = _VERB.match(self.text, start + 1)
        return found.end() if found else None

    def _environment_end(self, start: int) -> int | None:
        begin = _BEGIN_ENVIRONMENT.match(self.text, start)
        if not begin or begin[2] not in self._verbatim:
            return None
        return self._end_of(rf"\end{{{begin[1]}}}", begin.end())

    def _end_of(self, closing: str, start: int) -> int | None:
        """Return where the text ends that closes something."""
        if closing in self._endless:
            return None
        found = self.text.find(closing, start)
        if found < 0:
            self._endless.add(closing)
            return None
        return found + len(closing)

    def _condition_end(self, start: int) -> int | None:
        r"""Return where the `\fi` or `\else` of an `\iffalse` ends."""
        if "fi" in self._endless:
            return None
        depth = 0
        for found in _CONDITION.finditer(self.text, start):
            if found[1] and found[1] not in _NO_CONDITIONS:
                depth += 1
            elif found[2]:
                depth -= 1
            if depth == 0 or (found[3] and depth == 1):
                return found.end()
        self._endless.add("fi")
        return None

    def _comment(self, start: int, end: int) -> int:
        """Add a comment; a blank line after it ends the paragraph."""
        self.tokens.append(Token("comment", start, end))
        blank = _BLANK_LINE.match(self.text, end)
        if not blank:
            return end
        self.tokens.append(Token("paragraph", end, blank.end()))
        return blank.end()
