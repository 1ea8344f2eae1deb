"""What may follow a pair of square brackets: an address, attributes, a second pair."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.defined_labels import DefinedLabels, normalized

#: A note's mark, `[^1]`.
NOTE = regex(r"\[\^([^\[\]^ \t\n]+)\]")

_GAP = r"[ \t]*(?:\n[ \t]*)?"
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
_TITLE = regex(
    rf"\"(?!\s)(?:\\.|[^\"\\\n]|{_NO_BLANK}|\"(?=\w))*?\"(?!\w)|'(?!\s)(?:\\.|[^'\\\n]|{_NO_BLANK}|'(?=\w))*?'(?!\w)",
    re.DOTALL,
)
_ANGLES = regex(r"<(?:\\.|[^>\\\n]|\n(?![ \t]*\n))*>")
_ADDRESS = regex(
    r"\\[^\w\s]|[^()\s\\]|\\|[ \t]+(?![\"')\s])|[ \t]*\n(?![ \t]*\n)[ \t]*"
)


def source_end(text: str, position: int, end: int) -> int:
    """The end of `(address "title")` at `position`, 0 where there is none."""
    if not text.startswith("(", position) or position >= end:
        return 0
    position = _skip(text, position + 1, end)
    angles = _ANGLES.match(text, position, end)
    for after in ([angles.end()] if angles else []) + [
        _address_end(text, position, end)
    ]:
        gap = re.compile(_GAP).match(text, after, end)
        title = _TITLE.match(text, gap.end(), end) if gap else None
        close = _skip(text, title.end() if title else after, end)
        if text.startswith(")", close) and close < end:
            return close + 1
    return 0


def _address_end(text: str, position: int, end: int) -> int:
    depth, after = 0, position
    while position < end:
        sign = text[position]
        if sign == "(":
            depth += 1
            if depth > 50:
                break
            position += 1
        elif sign == ")":
            if not depth:
                break
            depth -= 1
            position += 1
        else:
            chunk = _ADDRESS.match(text, position, end)
            if not chunk:
                break
            position = chunk.end()
        if not depth:
            after = position
    return after


def _skip(text: str, position: int, end: int) -> int:
    while position < end and text[position] in " \t":
        position += 1
    return position


def is_defined(label: str, labels: DefinedLabels) -> bool:
    """Whether a link label is defined in the document."""
    return len(label) <= _LONGEST_LABEL and normalized(label) in labels.references


#: As in CommonMark, 4.7.
_LONGEST_LABEL = 999
#: What may close the line of a heading.
HEADING_END = regex(rf"[ \t]*#*[ \t]*(?:{ATTRIBUTES.pattern})?[ \t]*(?:\n|\Z)")

_AFTER_LABEL = regex(r":[ \t]*(?:\n[ \t]*(?![ \t\[])|(?![ \t\n\[]))")
_DEFINED_TITLE = regex(rf"{_GAP}(?:{_TITLE.pattern}|\((?:\\.|[^()\\])*\))", re.DOTALL)
_DEFINED_WORD = regex(
    rf"(?!{_DEFINED_TITLE.pattern})[ \t]*(?!\{{|\[[^\]\n]*\])(?:\\[^\w\s]|\S)+",
    re.DOTALL,
)
_REST = regex(r"[ \t]*(?:\n|\Z)")


def definition_at(text: str, position: int) -> tuple[str, int] | None:
    """The label of the link reference definition at `position`, `[label]: address
    "title"`, and its end.
    """
    label = _LABEL.match(text, position)
    after = _AFTER_LABEL.match(text, label.end()) if label else None
    if not label or not after:
        return None
    here = after.end()
    angles = _ANGLES.match(text, here)
    if angles:
        here = angles.end()
    else:
        while word := _DEFINED_WORD.match(text, here):
            here = word.end()
    title = _DEFINED_TITLE.match(text, here)
    here = title.end() if title else here
    attributes = re.compile(rf"{_GAP}{ATTRIBUTES.pattern}").match(text, here)
    here = attributes.end() if attributes else here
    rest = _REST.match(text, here)
    return (label[1], rest.end()) if rest else None
