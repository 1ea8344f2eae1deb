"""The footnotes of a text: their labels, their numbers, and where each is
first referred to.

Notes are numbered as pandoc nests them in its syntax tree: those that a note's own text
holds come directly after it.  A mark `[^label]` in a definition refers to nothing, since
pandoc leaves it as it is; so its definition has to be referred to from the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loccit._startup.dataclass import dataclass, field
from loccit._startup.namedtuple import NamedTuple


class NoteMark(NamedTuple):
    """A footnote's mark in the essay: where it begins, and its label; "" for a note
    that is written where it is referred to.
    """

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """Notes in the order in which they are first referred to.

    Attributes:
        labels: the number of each note that is defined.
        inline: the number of each inline note, by where it begins.
        references: by number, where each is first referred to; the end of the text for
            one that nothing refers to.
    """

    labels: dict[str, int] = field(default_factory=dict)
    inline: dict[int, int] = field(default_factory=dict)
    references: list[int] = field(default_factory=list)


def number_notes(
    marks: Iterable[NoteMark],
    definitions: Mapping[str, Sequence[NoteMark]],
    end: int,
) -> NoteNumbers:
    """Number the notes of a text.

    Args:
        marks: those outside definitions, in document order.
        definitions: the marks in each definition, by its label.
        end: the length of the text.

    >>> number_notes(
    ...     [NoteMark(9, "b"), NoteMark(12, ""), NoteMark(20, "b"), NoteMark(30, "x")],
    ...     {"a": [], "b": [NoteMark(50, ""), NoteMark(55, "a")]},
    ...     70,
    ... )
    NoteNumbers(labels={'b': 1, 'a': 4}, inline={50: 2, 12: 3}, references=[9, 9, 12, 70])
    """
    numbers = NoteNumbers()
    for mark in marks:
        if not mark.label:
            _number_inline(numbers, mark, mark.start)
        elif mark.label in definitions and mark.label not in numbers.labels:
            _number_label(numbers, mark.label, mark.start, definitions)
    for label in definitions:
        if label not in numbers.labels:
            _number_label(numbers, label, end, definitions)
    return numbers


def _number_label(
    numbers: NoteNumbers,
    label: str,
    reference: int,
    definitions: Mapping[str, Sequence[NoteMark]],
) -> None:
    """Number a note that is defined, then the notes in its definition."""
    numbers.references.append(reference)
    numbers.labels[label] = len(numbers.references)
    for mark in definitions[label]:
        if not mark.label:
            _number_inline(numbers, mark, reference)


def _number_inline(numbers: NoteNumbers, mark: NoteMark, reference: int) -> None:
    numbers.references.append(reference)
    numbers.inline[mark.start] = len(numbers.references)
