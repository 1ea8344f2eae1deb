"""The line ends of a text."""

from __future__ import annotations

from loccit._startup.regex import regex

LINE_END = regex(r"\r\n|\n|\r")


def newline_of(text: str) -> str:
    r"""Return the line end that most lines of a text have.

    >>> newline_of("a\r\nb\r\nc\n")
    '\r\n'
    """
    pairs = text.count("\r\n")
    counts = {
        "\n": text.count("\n") - pairs,
        "\r\n": pairs,
        "\r": text.count("\r") - pairs,
    }
    return max(counts, key=lambda newline: counts[newline])


def with_newlines(text: str, newline: str) -> str:
    r"""Give every line of a text the same line end.

    >>> with_newlines("a\r\nb\n", "\n")
    'a\nb\n'
    """
    # A function, because `sub` would read a backslash in a string.
    return LINE_END.sub(lambda _: newline, text)


def line_ends(text: str, end: int | None = None) -> int:
    """Return how many lines end in a text, or before one of its characters.

    >>> line_ends("a\\r\\nb\\rc\\nd")
    3
    """
    count = text.count("\n", 0, end)
    returns = text.count("\r", 0, end)
    return count + returns - text.count("\r\n", 0, end) if returns else count
