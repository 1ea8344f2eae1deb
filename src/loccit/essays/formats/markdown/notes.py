"""The footnotes of a Markdown text: their labels, their numbers, where they are
referred to.
"""

from __future__ import annotations

import re
from dataclasses import field

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

#: Code and comments, where nothing is a reference; else a definition, a reference, or
#: the beginning of an inline note.
_MARK = regex(
    r"""^\ {0,3}(?P<fence>`{3,}(?!`)|~{3,}(?!~))[^\n]*\n(?:[^\n]*\n)*?\ {0,3}(?P=fence)
    | (?P<code>(?<!`)`+(?!`))(?:(?!\n[ \t]*\n)[^`]|(?<!`)(?!(?P=code)(?!`))`+(?!`))*(?P=code)(?!`)
    | <!--.{0,5000}?-->
    | \\.
    | (?P<definition>^[ \t>]*\[\^(?P<defined>[^\[\]^\s]+)\]:)
    | \[\^(?P<reference>[^\[\]^\s]+)\]
    | (?P<inline>\^\[)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """Notes in the order in which they are first referred to: by label, and inline
    notes by where they begin.

    Attributes:
        labels: the number of each note that is defined somewhere.
        inline: the number of each inline note, by where it begins.
        references: by number, where each is first referred to; the end of the text for one that nothing refers to.
        mentioned: every label there is, of definitions and references.
    """

    labels: dict[str, int] = field(default_factory=dict)
    inline: dict[int, int] = field(default_factory=dict)
    references: list[int] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)


def number_notes(essay: str) -> NoteNumbers:
    r"""The numbers of the notes of a Markdown text.

    >>> number_notes("a[^x] b^[c] d[^y] `[^z]`\n\n[^y]: e\n\n[^x]: f").labels
    {'x': 1, 'y': 3}
    """
    numbers = NoteNumbers()
    text = essay.replace("\r\n", " \n").replace("\r", "\n") if "\r" in essay else essay
    marks = [
        mark
        for mark in _MARK.finditer(text)
        if mark["defined"] or mark["reference"] or mark["inline"]
    ]
    defined = dict.fromkeys(mark["defined"] for mark in marks if mark["defined"])
    for mark in marks:
        label = mark["defined"] or mark["reference"]
        if label:
            numbers.mentioned.add(label)
        if mark["inline"]:
            numbers.references.append(mark.start())
            numbers.inline[mark.start()] = len(numbers.references)
        elif mark["reference"] in defined and label not in numbers.labels:
            numbers.references.append(mark.start())
            numbers.labels[label] = len(numbers.references)
    for label in defined:
        if label not in numbers.labels:
            numbers.references.append(len(essay))
            numbers.labels[label] = len(numbers.references)
    return numbers
