"""TeX commands and environments in Markdown, as pandoc takes them."""

from __future__ import annotations

import re

_COMMAND = re.compile(r"\\(?:[A-Za-z@]+\*?|[^A-Za-z\n])")
_ENVIRONMENT = re.compile(r"\\begin\s*\{([^{}\n]*)\}")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)


def inline_end(text: str, position: int, end: int) -> int:
    """The end of the command or environment at `position`, with its arguments; 0 where it is none."""
    environment = environment_end(text, position, end)
    if environment:
        return environment
    command = re.compile(r"\\[A-Za-z]+\*?").match(text, position, end)
    if not command or command[0] in ("\\begin", "\\end"):
        return 0
    here = command.end()
    while here < end:
        after = here
        if text.startswith("{", after):
            close = group_end(text, after, end)
            if not close:
                return 0
            here = close
        elif text.startswith("[", after):
            close = text.find("]", after, end)
            if close < 0 or "\n\n" in text[after:close]:
                break
            here = close + 1
        else:
            break
    return here


def environment_end(text: str, position: int, end: int) -> int:
    """The end of `\\begin{name} ... \\end{name}` at `position`, 0 where there is none."""
    opening = _ENVIRONMENT.match(text, position, end)
    if not opening:
        return 0
    name = re.escape(opening[1])
    depth = 0
    for mark in re.compile(rf"\\(begin|end)\s*\{{{name}\}}").finditer(text, position, end):
        depth += 1 if mark[1] == "begin" else -1
        if not depth:
            return mark.end()
    return 0


def group_end(text: str, position: int, end: int) -> int:
    """The end of the balanced braces at `position`, 0 where they don't close."""
    depth = 0
    for brace in _BRACES.finditer(text, position, end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
    return 0
