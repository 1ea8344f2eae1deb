"""Read the labelled parts of a reference as CSL variables, one kind of field a file.

Each reader gets the texts of the parts with one label, in their order, and returns the
variables that it reads in them; a part may say more than its label, as "24(2)" does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from loccit.model.source import Value
from loccit.recognize.references.fields import (
    dates,
    identifiers,
    notes,
    numbers,
    people,
    publishers,
    titles,
)
from loccit.recognize.references.fields.edges import one_line
from loccit.recognize.references.neighbours import with_right_labels
from loccit.recognize.segments import Label, Segment

Reader: TypeAlias = "Callable[[Sequence[str]], Mapping[str, Value | None]]"

#: Where two labels say the same, the first reader counts.
READERS: dict[Label, Reader] = {
    "author": people.authors,
    "editor": people.editors,
    "translator": people.translators,
    "date": dates.issued,
    "title": titles.title,
    "container-title": titles.container,
    "collection-title": titles.collection,
    "volume": numbers.volume,
    "issue": numbers.issue,
    "pages": numbers.pages,
    "edition": numbers.edition,
    "place": publishers.place,
    "publisher": publishers.publisher,
    "doi": identifiers.doi,
    "url": identifiers.url,
    "isbn": identifiers.isbn,
    "accessed": dates.accessed,
    "genre": notes.genre,
    "number": numbers.number,
    "event": notes.event,
    "archive": notes.archive,
    "note": notes.note,
}


def read_fields(text: str, segments: Iterable[Segment]) -> dict[str, Value]:
    """Read the CSL variables of a labelled reference.

    >>> read_fields("Emma, 24(2)", [Segment("title", 0, 4), Segment("volume", 6, 11)])
    {'title': 'Emma', 'volume': '24', 'issue': '2'}
    """
    texts: dict[Label, list[str]] = {}
    for segment in with_right_labels(text, segments):
        part = one_line(text[segment.start : segment.end])
        texts.setdefault(segment.label, []).append(part)
    variables: dict[str, Value] = {}
    for label, read in READERS.items():
        if label in texts:
            for name, value in read(texts[label]).items():
                if value:
                    variables.setdefault(name, value)
    return variables
