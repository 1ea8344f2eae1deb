"""Read TeX as text: characters, signs, formulas, paragraphs; commands are read by
reader.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.formats.latex.cite_commands import Dialect
from loccit.essays.formats.latex.environments import Environments
from loccit.essays.formats.latex.groups import Groups
from loccit.essays.formats.latex.run import Run, Shape
from loccit.essays.formats.latex.tokens import Argument, Tex, Token
from loccit.model import Span
from loccit.values.tex import ACCENTS, LIGATURES, SYMBOLS, accented

#: Signs that print others; two are babel's for German.
_SIGNS = {**LIGATURES, '"`': "„", "\"'": "“"}
#: The letter that an accent is put on, perhaps in braces.
_ACCENTED = regex(
    r"[ \t]*(?:\{[ \t]*(?:\\([ij])(?![A-Za-z])[ \t]*|([^\W\d_]?))\}"
    r"|\\([ij])(?![A-Za-z])[ \t]?|([^\W\d_]))"
)
#: What is between the first and the last sign of `\verb|...|` and the like.
_VERB = regex(r"\\[A-Za-z]+\*?(?:\[[^\]]*\])?(?:\{\w*\}(?=.))?(.)(.*).\Z")
#: Deeper arguments are read as if their commands were not there.
_DEEPEST = 40
_LONGEST_FORMULA = 2000


class TextReader:
    """Reads a file from its first token to its last.

    Attributes:
        runs: what was read, in the order in which it begins.
        notes: where each footnote is.
    """

    def __init__(self, tex: Tex, dialect: Dialect, *, is_preamble: bool) -> None:
        self.tex = tex
        self.text = tex.text
        self.runs: list[Run] = []
        self.notes: list[int] = []
        self._dialect = dialect
        self._environments = Environments()
        self._groups = Groups()
        self._is_preamble = is_preamble
        self._own: Shape | None = None
        self._depth = 0
        self._run = self._begin(Shape(), 0)

    def read(self, start: int, end: int) -> None:
        """Read the tokens of a part of the text, and the characters between them."""
        tokens, position = self.tex.tokens, start
        number = self.tex.number_at(start)
        while number < len(tokens) and tokens[number].start < end:
            token = tokens[number]
            self._keep(position, token.start)
            position = min(self._token(token), end)
            number += 1
            if position > token.end:
                number = self.tex.number_at(position)
        self._keep(position, end)
        self._run.end = end

    def _command(self, token: Token) -> int:
        """Read a command, and return where reading goes on."""
        raise NotImplementedError

    # Text

    @property
    def _is_hidden(self) -> bool:
        """Whether nobody reads the text here."""
        return self._is_preamble or self._environments.is_formula

    def _keep(self, start: int, end: int) -> None:
        if start < end and not self._is_hidden:
            self._run.keep(self.text, start, end)

    def _put(self, text: str, start: int, end: int) -> int:
        if not self._is_hidden:
            self._run.put(text, start, end)
        return end

    def _begin(self, shape: Shape, start: int) -> Run:
        run = Run(shape, start)
        self.runs.append(run)
        return run

    def _break(self, end: int, start: int, shape: Shape | None = None) -> None:
        """End the paragraph, and begin another one.

        Args:
            end: where its text ends.
            start: where that of the next one begins.
            shape: what that is; None if its place says so.
        """
        self._run.end = end
        self._run = self._begin(shape or self._own or self._environments.shape(), start)

    # Tokens

    def _token(self, token: Token) -> int:
        """Read a token, and return where reading goes on."""
        match token.kind:
            case "command":
                return self._command(token)
            case "symbol":
                return self._symbol(token)
            case "paragraph":
                self._environments.leave_formulas()
                self._break(token.start, token.end)
            case "open":
                self._groups.open(token.start)
            case "close":
                self._groups.close(token.end, self._run)
            case "math":
                return self._formula(token, self.text[token.start : token.end])
            case "sign":
                return self._sign(token)
            case "verbatim":
                self._verbatim(token)
        return token.end

    def _symbol(self, token: Token) -> int:
        sign = self.text[token.start + 1 : token.end]
        if sign in ACCENTS:
            return self._accent(token, sign)
        if sign == "\\":
            return self._line_end(token)
        if sign in ("(", "["):
            return self._formula(token, "\\)" if sign == "(" else "\\]")
        if sign in (")", "]"):
            return token.end
        return self._put(SYMBOLS.get(sign, sign), token.start, token.end)

    def _accent(self, token: Token, sign: str) -> int:
        found = _ACCENTED.match(self.text, token.end)
        if found is None:
            return token.end
        letter = next(filter(None, found.groups()), "")
        letter = (
            {"i": "ı", "j": "ȷ"}.get(letter, letter) if "\\" in found[0] else letter
        )
        text = accented(ACCENTS[sign], letter) or sign
        return self._put(text, token.start, found.end())

    def _sign(self, token: Token) -> int:
        sign = self.text[token.start : token.end]
        if sign == "&" and self._environments.is_table:
            self._break(token.start, token.end)
            return token.end
        return self._put(_SIGNS.get(sign, sign), token.start, token.end)

    def _line_end(self, token: Token) -> int:
        r"""Read `\\`, which ends a line or a row."""
        end = token.end + 1 if self.text.startswith("*", token.end) else token.end
        option = self.tex.option(end)
        end = option.after if option else end
        if self._environments.is_table:
            self._break(token.start, end)
            return end
        return self._put("\n", token.start, end)

    def _verbatim(self, token: Token) -> None:
        """Read verbatim text: that within a line is code, other is left out."""
        typed = self.text[token.start : token.end]
        found = _VERB.match(typed) if token.name == "verb" else None
        if found is None:
            if typed.startswith("\\begin"):
                self._break(token.start, token.end)
            return
        start = self._run.length
        self._keep(token.start + found.start(2), token.start + found.end(2))
        self._run.mark("code", start, Span(token.start, token.end))

    def _formula(self, token: Token, closing: str) -> int:
        """Read a formula in the line as it is typed; what nothing closes is none, and
        one with a citation is read for that.
        """
        end = self.text.find(closing, token.end, token.end + _LONGEST_FORMULA)
        content = self.text[token.end : end]
        if end < 0 or "\n\n" in content or "cite" in content:
            self._run.steps_over = True
            return token.end
        start = self._run.length
        self._keep(token.end, end)
        end += len(closing)
        self._run.mark("math", start, Span(token.start, end))
        return end

    # Arguments

    def _as_own(self, shape: Shape, argument: Argument, start: int) -> int:
        """Read an argument that is a paragraph of its own."""
        run, own, is_preamble = self._run, self._own, self._is_preamble
        self._run, self._own, self._is_preamble = (
            self._begin(shape, start),
            shape,
            False,
        )
        self._inside(argument)
        self._run.end = argument.after
        self._run, self._own, self._is_preamble = run, own, is_preamble
        return argument.after

    def _may_enter(self) -> bool:
        return self._depth < _DEEPEST

    def _inside(self, argument: Argument) -> None:
        self._depth += 1
        self._groups.open(argument.start - 1)
        self.read(argument.start, argument.end)
        self._groups.close(argument.after, self._run)
        self._depth -= 1

    def _after_arguments(
        self, position: int, counts: Mapping[str, int], name: str
    ) -> int:
        """Return where the arguments of a command end that are not text."""
        for _ in range(counts.get(name, 0)):
            argument = self.tex.argument(self._after_option(position))
            if argument is None:
                return position
            position = argument.after
        return self._after_option(position)

    def _after_option(self, position: int) -> int:
        """Return where options end; text with a citation is not one."""
        while option := self.tex.option(position):
            if "cite" in option.of(self.text):
                break
            position = option.after
        return position
