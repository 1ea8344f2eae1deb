"""TeX commands and environments in Markdown, as pandoc takes them."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.html import last

_COMMAND = regex(r"\\([^\W\d_]+)\*?")
_VERBATIM = regex(r"\\verb\*?([^\w\s*])[^\n]*?\1")
_OPTION = regex(r"[ \t]*(?:\n[ \t]*)?\[(?:[^\[\]{}\n]|\{[^{}]*\}|\n(?!\n))*\]")
_SPACES = regex(r" *")
#: How deep braces and environments may lie in each other.
_DEEPEST = 100
_DIGITS = regex(r" *\d+")

#: How many arguments pandoc gives the commands that it knows from LaTeX
#: (`Text.Pandoc.Readers.LaTeX`).
_ARITY = {
    **dict.fromkeys(
        (
            "emph",
            "textbf",
            "textit",
            "textsc",
            "texttt",
            "textrm",
            "textsf",
            "textsl",
            "textmd",
        ),
        1,
    ),
    **dict.fromkeys(
        (
            "textup",
            "underline",
            "uline",
            "textsuperscript",
            "textsubscript",
            "footnote",
            "enquote",
        ),
        1,
    ),
    **dict.fromkeys(
        (
            "section",
            "subsection",
            "subsubsection",
            "chapter",
            "paragraph",
            "mbox",
            "url",
        ),
        1,
    ),
    "href": 2,
    **dict.fromkeys(
        (
            "ldots",
            "dots",
            "bar",
            "newline",
            "linebreak",
            "LaTeX",
            "TeX",
            "S",
            "P",
            "o",
            "l",
            "ss",
        ),
        0,
    ),
}

_ENVIRONMENT = regex(r"\\begin\s*\{([^{}\n]*)\}")
_GAP = regex(r"[ \t]*(?:\n[ \t]*)?(?!\n)")
_REST = regex(r"[ \t]*(?:\n|\Z)")
_BRACES = regex(r"\\.|[{}]|%[^\n]*(?:\n|\Z)", re.DOTALL)
#: What pandoc can't read in the argument of a command that it knows: maths without an
#: end, a column separator.
_UNREAD = regex(r"\\[\[(]|(?<!\\)&")
_DOLLAR = regex(r"(?<!\\)\$")


def inline_end(text: str, position: int, end: int) -> int:
    """The end of the command or environment at `position`, with its arguments; 0 where
    it is none.

    A command that pandoc knows takes its own number of arguments; another takes what
    brackets and braces follow it.
    """
    environment = environment_end(text, position, end)
    if environment:
        return environment
    verbatim = _VERBATIM.match(text, position, end)
    if verbatim:
        return verbatim.end()
    command = _COMMAND.match(text, position, end)
    if not command or command[1] in ("begin", "end", "verb"):
        return 0
    arity = _ARITY.get(command[1])
    here = command.end()
    if arity != 0:
        while option := _OPTION.match(text, here, end):
            here = option.end()
        found = _arguments(text, here, end, arity)
        if not found:
            return 0
        here = found
    spaces = _SPACES.match(text, here, end)
    return spaces.end() if spaces and here == command.end() else here


def _arguments(text: str, position: int, end: int, arity: int | None) -> int:
    """The end of the arguments in braces; 0 where one does not close."""
    gap = _SPACES.match(text, position, end)
    start = gap.end() if gap else position
    if not text.startswith("{", start) or start >= end:
        digits = _DIGITS.match(text, position, end) if arity is None else None
        return digits.end() if digits else position
    count = 0
    while text.startswith("{", start) and start < end and count != arity:
        close = group_end(text, start, end)
        if not close or (arity and not _readable(text[start:close])):
            return 0
        position = start = close
        count += 1
        gap = _SPACES.match(text, start, end) if arity else None
        start = gap.end() if gap else start
    return position


def _readable(argument: str) -> bool:
    return not _UNREAD.search(argument) and len(_DOLLAR.findall(argument)) % 2 == 0


def environment_end(text: str, position: int, end: int) -> int:
    """The end of `\\begin{name} ... \\end{name}` at `position`, 0 where there is none."""
    opening = _ENVIRONMENT.match(text, position, end)
    if not opening or last(text, "\\end") < position:
        return 0
    name = re.escape(opening[1])
    depth = 0
    for mark in re.compile(rf"\\(begin|end)\s*\{{{name}\}}").finditer(
        text, position, end
    ):
        depth += 1 if mark[1] == "begin" else -1
        if not depth:
            return mark.end()
        if depth > _DEEPEST:
            return 0
    return 0


def group_end(text: str, position: int, end: int) -> int:
    """The end of the balanced braces at `position`, 0 where they don't close."""
    depth = 0
    if last(text, "}") < position:
        return 0
    for brace in _BRACES.finditer(text, position, end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
        if depth > _DEEPEST:
            return 0
    return 0


def block_end(text: str, position: int, end: int) -> int:
    """The end of TeX that makes a block of its own at `position`, 0 where there is
    none.
    """
    start = position
    while True:
        here = environment_end(text, position, end) or inline_end(text, position, end)
        if not here:
            break
        position = here
        gap = _GAP.match(text, position, end)
        if gap and text.startswith("\\", gap.end()) and gap.end() < end:
            position = gap.end()
        else:
            break
    if position == start:
        return 0
    if _ENVIRONMENT.match(text, start, end):
        return position
    rest = _REST.match(text, position, end)
    return rest.end() if rest else 0
