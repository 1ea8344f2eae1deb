"""Read a TeX file: its paragraphs as readers see them, with the citations in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.essays.formats.latex import commands
from loccit.essays.formats.latex.cite_commands import CiteCommand, Dialect
from loccit.essays.formats.latex.cites import read_citation
from loccit.essays.formats.latex.run import Run, Shape
from loccit.essays.formats.latex.text_reader import TextReader
from loccit.essays.formats.latex.tokens import Argument, Tex, Token
from loccit.model import Span
from loccit.values.tex import ACCENTS, WORDS

#: An escape in an address (hyperref's manual, "Additional user macros").
_ESCAPE = regex(r"\\([%#&_~{}])")
#: TeX takes no space after the name of a command for one.
_AFTER_WORD = regex(r"\{\}|[ \t]*(?:\r\n|\n|\r)?(?![ \t]*[\r\n])[ \t]*|")
_LIST_HEADING = Shape("heading", commands.HEADINGS.index("section") + 1)
_PARAMETER = regex(r"#+\d|=")
_NAME = regex(r"\\(?:[A-Za-z@]+|.)\*?")


class Reader(TextReader):
    """Reads the commands of a file."""

    def _command(self, token: Token) -> int:
        command = self._dialect.command(token.name, star=token.star)
        if command:
            return self._cite(token, command)
        return _HANDLERS.get(token.name, Reader._other)(self, token)

    def _cite(self, token: Token, command: CiteCommand) -> int:
        citation = read_citation(self.tex, token, command)
        if citation is None:
            return token.end
        self._run.cite(citation)
        return citation.span.end

    def _other(self, token: Token) -> int:
        """Step over a command; its arguments are read as text."""
        if token.name in WORDS:
            after = _AFTER_WORD.match(self.text, token.end)
            end = after.end() if after else token.end
            return self._put(WORDS[token.name], token.start, end)
        self._run.steps_over = True
        if token.name.endswith("TeX"):
            return self._put(token.name, token.start, token.end)
        return self._after_option(token.end)

    def _marked(self, token: Token) -> int:
        return self._set_apart(token, self.tex.argument(token.end))

    def _set_apart(
        self, token: Token, argument: Argument | None, target: str = ""
    ) -> int:
        """Read an argument that a command sets apart."""
        if not argument or not self._may_enter():
            return token.end
        run, start = self._run, self._run.length
        self._inside(argument)
        end = argument.after
        kind = "link" if target else commands.MARKS[token.name]
        if run is self._run:
            run.mark(kind, start, Span(token.start, end), target)
        return end

    def _quoted(self, token: Token) -> int:
        argument = self.tex.argument(token.end)
        if not argument or not self._may_enter():
            return token.end
        self._put("“", token.start, argument.start)
        self._inside(argument)
        return self._put("”", argument.end, argument.after)

    def _declared(self, token: Token) -> int:
        kind = commands.DECLARATIONS[token.name]
        self._groups.declare(kind, self._run, self.text, token)
        return token.end

    def _heading(self, token: Token) -> int:
        argument = self.tex.argument(self._after_option(token.end))
        if not argument or not self._may_enter():
            return token.end
        level = commands.HEADINGS.index(token.name) + 1
        self._break(token.start, token.start)
        self._as_own(Shape("heading", level), argument, token.start)
        self._break(argument.after, argument.after)
        return argument.after

    def _note(self, token: Token) -> int:
        argument = self.tex.argument(self._after_option(token.end))
        if not argument or not self._may_enter():
            return token.end
        self.notes.append(token.start)
        shape = Shape("note", note=len(self.notes))
        return self._as_own(shape, argument, argument.start)

    def _own_paragraph(self, token: Token) -> int:
        argument = self.tex.argument(self._after_option(token.end))
        if not argument or not self._may_enter():
            return token.end
        return self._as_own(Shape(note=self._run.shape.note), argument, argument.start)

    def _item(self, token: Token) -> int:
        """Read what begins an item; one of a list of sources has a key."""
        number = self._environments.count_item()
        option = self.tex.option(self.tex.after_space(token.end))
        end = option.after if option else token.end
        shape = self._environments.shape()
        marker = f"{number}." if shape.environment == "enumerate" else "-"
        if token.name == "bibitem":
            key = self.tex.argument(end)
            end = key.after if key else end
            marker = f"[{number}]"
        if option and option.of(self.text):
            marker = option.of(self.text)
        self._break(token.start, token.start, shape._replace(marker=marker))
        return end

    def _accented(self, token: Token) -> int:
        return self._accent(token, token.name)

    def _link(self, token: Token) -> int:
        r"""Read `\href{address}{text}`."""
        address = self.tex.argument(self._after_option(token.end))
        if address is None:
            return token.end
        target = _ESCAPE.sub(r"\1", address.of(self.text))
        text = self.tex.argument(address.after)
        return max(self._set_apart(token, text, target or "#"), address.after)

    def _address(self, token: Token) -> int:
        r"""Read `\url{address}`."""
        address = self.tex.argument(token.end)
        if address is None:
            return token.end
        start, position = self._run.length, address.start
        for escape in _ESCAPE.finditer(self.text, address.start, address.end):
            self._keep(position, escape.start())
            position = self._put(escape[1], *escape.span())
        self._keep(position, address.end)
        target = _ESCAPE.sub(r"\1", address.of(self.text))
        end = address.after
        self._run.mark("link", start, Span(token.start, end), target)
        return end

    def _paragraph_end(self, token: Token) -> int:
        self._break(token.start, token.end)
        return token.end

    def _begin_environment(self, token: Token) -> int:
        name = self.tex.argument(token.end)
        if name is None:
            return token.end
        called = name.of(self.text).strip().rstrip("*")
        end = self._after_arguments(name.after, commands.ENVIRONMENT_ARGUMENTS, called)
        self._environments.begin(called)
        if called == "document":
            self._is_preamble = False
        if called not in commands.FORMULAS:
            self._break(token.start, end)
        if called == "thebibliography":
            self._heading_of_list(token.start, end)
        return end

    def _heading_of_list(self, start: int, end: int) -> None:
        """Add the heading that LaTeX prints above a list of sources."""
        heading = self._begin(_LIST_HEADING, start)
        heading.put("References", start, end)
        heading.end = end
        self._break(start, end)

    def _end_environment(self, token: Token) -> int:
        name = self.tex.argument(token.end)
        if name is None:
            return token.end
        called = name.of(self.text).strip().rstrip("*")
        self._environments.end(called)
        if called not in commands.FORMULAS:
            self._break(token.start, name.after)
        return name.after

    def _dropped(self, token: Token) -> int:
        self._run.steps_over = True
        return self._after_arguments(token.end, commands.DROPPED, token.name)

    def _definition(self, token: Token) -> int:
        """Step over a definition of a command."""
        position = self.tex.after_space(token.end)
        name = _NAME.match(self.text, position)
        position = name.end() if name else position
        while True:
            start = self.tex.after_space(position)
            inner = self.tex.group(start) or self.tex.option(start)
            parameter = _PARAMETER.match(self.text, start)
            if inner:
                position = inner.after
            elif parameter:
                position = parameter.end()
            else:
                return position

    def _assignment(self, token: Token) -> int:
        value = commands.ASSIGNED.match(self.text, token.end)
        return value.end() if value else token.end


def read_file(tex: Tex, dialect: Dialect) -> Reader:
    """Read a whole file."""
    reader = Reader(tex, dialect, is_preamble=tex.begin > 0)
    reader.read(0, tex.end)
    return reader


def read_words(tex: Tex, words: Argument) -> Sequence[Run]:
    """Read some words of a file, such as those around a key."""
    reader = Reader(tex, Dialect(), is_preamble=False)
    reader.read(words.start, words.end)
    return reader.runs


_Handler: TypeAlias = Callable[[Reader, Token], int]
_HANDLERS: Mapping[str, _Handler] = {
    **dict.fromkeys(commands.MARKS, Reader._marked),
    **dict.fromkeys(commands.DECLARATIONS, Reader._declared),
    **dict.fromkeys(commands.QUOTES, Reader._quoted),
    **dict.fromkeys(commands.HEADINGS, Reader._heading),
    **dict.fromkeys(commands.NOTES, Reader._note),
    **dict.fromkeys(commands.OWN_PARAGRAPHS, Reader._own_paragraph),
    **dict.fromkeys(commands.DEFINITIONS, Reader._definition),
    **dict.fromkeys(commands.DROPPED, Reader._dropped),
    **dict.fromkeys(commands.ASSIGNMENTS, Reader._assignment),
    **dict.fromkeys(filter(str.isalpha, ACCENTS), Reader._accented),
    **dict.fromkeys(["item", "bibitem"], Reader._item),
    **dict.fromkeys(["url", "nolinkurl", "path"], Reader._address),
    "href": Reader._link,
    "par": Reader._paragraph_end,
    "begin": Reader._begin_environment,
    "end": Reader._end_environment,
    "let": Reader._definition,
}
