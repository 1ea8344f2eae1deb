"""The line ending that a text has, for what is put into it."""

from __future__ import annotations

from loccit._startup.regex import regex

LINE_END = regex(r"\r\n|\n|\r")


def newline_of(text: str) -> str:
    r"""The line ending that most lines have.

    >>> newline_of("a\r\nb\r\nc\n")
    '\r\n'
    """
    if "\r" not in text:
        return "\n"
    ends = LINE_END.findall(text)
    return max(("\n", "\r\n", "\r"), key=ends.count)


def with_newlines(text: str, newline: str) -> str:
    """The text with every line ending that one."""
    return LINE_END.sub(lambda _: newline, text)
