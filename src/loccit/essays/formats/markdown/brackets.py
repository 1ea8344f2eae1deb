"""What may follow square brackets: an address, attributes, a second pair."""

from __future__ import annotations

import re

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.markdown.lines import end_of

#: A footnote's mark, `[^1]`.
NOTE = regex(r"\[\^([^\[\]^ \t\n]+)\]")

#: White space with at most one line ending.
_GAP = r"[ \t]*(?:\n[ \t]*)?"
_ONE_GAP = regex(_GAP)
_VALUE = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|(?:\\[^\w\s]|[^\s}\\\"']|\\)(?:\\[^\w\s]|[^\s}\\]|\\)*|"
#: `{#identifier .class key=value -}`
ATTRIBUTES = regex(
    rf"\{{{_GAP}(?:(?:#[^\W\d_][\w:.-]*|\.[^\W\d_][\w:.-]*|[^\W\d_][\w:.-]*=(?:{_VALUE})|-){_GAP})*\}}"
)

#: A label may hold brackets in pairs, but not another definition or a citation.
_LABEL = regex(
    r" {0,3}\[(?!\^[^\[\]^ \t\n]+\])((?:\\.|[^\[\]\\\n]|\n(?![ \t]*\n)|\[[^\[\]\n]*\])*)\]"
)
_NO_BLANK = r"\n(?![ \t]*\n)"
#: A quotation mark within a word does not close a title.
_TITLE = regex(
    rf"\"(?!\s)(?:\\.|[^\"\\\n]|{_NO_BLANK}|\"(?=\w))*?\"(?!\w)|'(?!\s)(?:\\.|[^'\\\n]|{_NO_BLANK}|'(?=\w))*?'(?!\w)",
    re.DOTALL,
)
_ANGLES = regex(r"<(?:\\.|[^>\\\n]|\n(?![ \t]*\n))*>")
#: A piece of an address; a space before a title or the closing bracket ends it.
_ADDRESS = regex(
    r"\\[^\w\s]|[^()\s\\]|\\|[ \t]+(?![\"')\s])|[ \t]*\n(?![ \t]*\n)[ \t]*"
)
#: How deep parentheses of an address may be nested.
_DEEPEST = 50

#: What may close the line of a heading.
HEADING_END = regex(rf"[ \t]*#*[ \t]*(?:{ATTRIBUTES.pattern})?[ \t]*(?:\n|\Z)")

_AFTER_LABEL = regex(r":[ \t]*(?:\n[ \t]*(?![ \t\[])|(?![ \t\n\[]))")
_DEFINED_TITLE = regex(rf"{_GAP}(?:{_TITLE.pattern}|\((?:\\.|[^()\\])*\))", re.DOTALL)
#: A word of a defined address, which neither a title nor attributes begin.
_DEFINED_WORD = regex(
    rf"(?!{_DEFINED_TITLE.pattern})[ \t]*(?!\{{|\[[^\]\n]*\])(?:\\[^\w\s]|\S)+",
    re.DOTALL,
)
_DEFINED_ATTRIBUTES = regex(rf"{_GAP}{ATTRIBUTES.pattern}")
_REST = regex(r"[ \t]*(?:\n|\Z)")


class Definition(NamedTuple):
    """A link reference definition: its label, and its end."""

    label: str
    end: int


def source_end(text: str, position: int, end: int) -> int | None:
    """Find the end of `(address "title")` at `position`."""
    if not text.startswith("(", position) or position >= end:
        return None
    start = _skip_spaces(text, position + 1, end)
    angles = _ANGLES.match(text, start, end)
    close = _source_close(text, angles.end(), end) if angles else None
    if close is None:
        close = _source_close(text, _address_end(text, start, end), end)
    return close


def _source_close(text: str, position: int, end: int) -> int | None:
    """Find the end of the parenthesis after an address and perhaps a title."""
    gap = _ONE_GAP.match(text, position, end)
    title = _TITLE.match(text, gap.end(), end) if gap else None
    close = _skip_spaces(text, title.end() if title else position, end)
    return close + 1 if close < end and text[close] == ")" else None


def _address_end(text: str, position: int, end: int) -> int:
    """Find where an address ends, whose parentheses have to be balanced."""
    depth, balanced = 0, position
    while position < end:
        sign = text[position]
        if sign == "(" and depth < _DEEPEST:
            depth += 1
            position += 1
        elif sign == ")" and depth:
            depth -= 1
            position += 1
        elif chunk := _ADDRESS.match(text, position, end):
            position = chunk.end()
        else:
            break
        if not depth:
            balanced = position
    return balanced


def _skip_spaces(text: str, position: int, end: int) -> int:
    while position < end and text[position] in " \t":
        position += 1
    return position


def definition_at(text: str, position: int) -> Definition | None:
    """Read the link reference definition at `position`, `[label]: address "title"`."""
    label = _LABEL.match(text, position)
    after = _AFTER_LABEL.match(text, label.end()) if label else None
    if not label or not after:
        return None
    end = _defined_address_end(text, after.end())
    end = end_of(_DEFINED_TITLE.match(text, end)) or end
    end = end_of(_DEFINED_ATTRIBUTES.match(text, end)) or end
    rest = _REST.match(text, end)
    return Definition(label[1], rest.end()) if rest else None


def _defined_address_end(text: str, position: int) -> int:
    angles = _ANGLES.match(text, position)
    if angles:
        return angles.end()
    while word := _DEFINED_WORD.match(text, position):
        position = word.end()
    return position
