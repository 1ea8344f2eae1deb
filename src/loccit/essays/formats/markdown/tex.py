"""TeX commands and environments in Markdown, as pandoc reads them."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.html import last
from loccit.essays.formats.markdown.lines import BLANK

_COMMAND = regex(r"\\([^\W\d_]+)\*?")
_VERBATIM = regex(r"\\verb\*?([^\w\s*])[^\n]*?\1")
_OPTION = regex(r"[ \t]*(?:\n[ \t]*)?\[(?:[^\[\]{}\n]|\{[^{}]*\}|\n(?!\n))*\]")
_SPACES = regex(r" *")
_DIGITS = regex(r" *\d+")
#: How deep braces and environments may be nested.
_DEEPEST = 100

#: Commands that pandoc knows from LaTeX (`Text.Pandoc.Readers.LaTeX`), which take one
#: argument, and none.
_WITH_ARGUMENT = """
    chapter emph enquote footnote mbox paragraph section subsection subsubsection
    textbf textit textmd textrm textsc textsf textsl textsubscript textsuperscript
    texttt textup uline underline url
    """
_WITHOUT_ARGUMENTS = "LaTeX P S TeX bar dots l ldots linebreak newline o ss"
_ARITY = {
    **dict.fromkeys(_WITH_ARGUMENT.split(), 1),
    **dict.fromkeys(_WITHOUT_ARGUMENTS.split(), 0),
    "href": 2,
}

_ENVIRONMENT = regex(r"\\begin\s*\{([^{}\n]*)\}")
_GAP = regex(r"[ \t]*(?:\n[ \t]*)?(?!\n)")
#: Braces count, except escaped ones and those in comments.
_BRACES = regex(r"\\.|[{}]|%[^\n]*(?:\n|\Z)", re.DOTALL)
#: What pandoc can't read in the argument of a command that it knows: maths without an
#: end, a column separator.
_UNREAD = regex(r"\\[\[(]|(?<!\\)&")
_DOLLAR = regex(r"(?<!\\)\$")


def inline_end(text: str, position: int, end: int) -> int | None:
    """Find the end of the command or environment at `position`, with its arguments.

    A command that pandoc knows takes its own number of arguments; another takes the
    brackets and braces that follow it.
    """
    environment = environment_end(text, position, end)
    if environment:
        return environment
    verbatim = _VERBATIM.match(text, position, end)
    if verbatim:
        return verbatim.end()
    command = _COMMAND.match(text, position, end)
    if not command or command[1] in ("begin", "end", "verb"):
        return None
    here = _arguments_end(text, command.end(), end, _ARITY.get(command[1]))
    if here != command.end():
        return here
    spaces = _SPACES.match(text, here, end)
    return spaces.end() if spaces else here


def _arguments_end(text: str, position: int, end: int, arity: int | None) -> int | None:
    """Find the end of a command's options and arguments; None where one is unclosed."""
    if arity == 0:
        return position
    while option := _OPTION.match(text, position, end):
        position = option.end()
    gap = _SPACES.match(text, position, end)
    start = gap.end() if gap else position
    if text.startswith("{", start) and start < end:
        return _groups_end(text, start, end, arity)
    digits = _DIGITS.match(text, position, end) if arity is None else None
    return digits.end() if digits else position


def _groups_end(text: str, start: int, end: int, arity: int | None) -> int | None:
    """Find the end of the arguments in braces from `start` on."""
    position, count = start, 0
    while text.startswith("{", start) and start < end and count != arity:
        close = group_end(text, start, end)
        if not close or (arity and not _is_readable(text[start:close])):
            return None
        position = start = close
        count += 1
        gap = _SPACES.match(text, start, end) if arity else None
        start = gap.end() if gap else start
    return position


def _is_readable(argument: str) -> bool:
    return not _UNREAD.search(argument) and len(_DOLLAR.findall(argument)) % 2 == 0


def environment_end(text: str, position: int, end: int) -> int | None:
    """Find the end of the `\\begin{name} ... \\end{name}` at `position`."""
    opening = _ENVIRONMENT.match(text, position, end)
    if not opening or last(text, "\\end") < position:
        return None
    name = re.escape(opening[1])
    depth = 0
    marks = re.compile(rf"\\(begin|end)\s*\{{{name}\}}")
    for mark in marks.finditer(text, position, end):
        depth += 1 if mark[1] == "begin" else -1
        if not depth:
            return mark.end()
        if depth > _DEEPEST:
            return None
    return None


def group_end(text: str, position: int, end: int) -> int | None:
    """Find the end of the balanced braces at `position`."""
    if last(text, "}") < position:
        return None
    depth = 0
    for found in _BRACES.finditer(text, position, end):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
        if not depth:
            return found.end()
        if depth > _DEEPEST:
            return None
    return None


def block_end(text: str, position: int, end: int) -> int | None:
    """Find the end of the TeX at `position` that is a block of its own."""
    here = _commands_end(text, position, end)
    if here is None or _ENVIRONMENT.match(text, position, end):
        return here
    rest = BLANK.match(text, here, end)
    return rest.end() if rest else None


def _commands_end(text: str, position: int, end: int) -> int | None:
    """Find the end of commands and environments in a row."""
    here = inline_end(text, position, end)
    while here:
        gap = _GAP.match(text, here, end)
        if not gap or gap.end() >= end or not text.startswith("\\", gap.end()):
            return here
        following = inline_end(text, gap.end(), end)
        if not following:
            return gap.end()
        here = following
    return here
