"""The numbers of footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_REFERENCE = re.compile(r"(?<!\\)(?:\[\^([^\[\]^\s]+)\](?!:)|\^\[)")


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """Notes in the order in which they are first referred to: by label, and inline notes by where they begin."""

    labels: dict[str, int] = field(default_factory=dict)
    inline: dict[int, int] = field(default_factory=dict)


def number_notes(essay: str) -> NoteNumbers:
    """The numbers of the notes of a Markdown text.

    >>> number_notes("a[^x] b^[c] d[^y]\\n\\n[^y]: e").labels
    {'x': 1, 'y': 3}
    """
    numbers = NoteNumbers()
    count = 0
    for mark in _REFERENCE.finditer(essay):
        if mark[1] is None:
            count += 1
            numbers.inline[mark.start()] = count
        elif mark[1] not in numbers.labels:
            count += 1
            numbers.labels[mark[1]] = count
    return numbers
