"""Distinguish ISBN and ISSN in formats with one field for both."""

from __future__ import annotations

from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.types import ARTICLES, NUMBERED
from loccit.values.identifiers import numbers_in, standard_number


def move_standard_numbers(type_: str, from_: str, tags: Tags) -> None:
    """Move lines with the tag `from_` to `issn`, `isbn`, or `sn`, the work's own number.

    The digits decide; if they don't, the type does. A line may have several numbers,
    with words or spaces between them.
    """
    for line in tags.pop(from_, []):
        for number in numbers_in(line.text) or [line.text]:
            tag = standard_number(number) or _tag_by_type(type_)
            if tag in tags:
                _append(tags, tag, number)
            else:
                tags.put(tag, line.text if tag == "sn" else number, line)


def _tag_by_type(type_: str) -> str:
    if type_ in NUMBERED:
        return "sn"
    return "issn" if type_ in ARTICLES else "isbn"


def _append(tags: Tags, tag: str, number: str) -> None:
    earlier: Line = tags[tag][0]
    if number not in earlier.text.split(", "):
        tags.put(tag, f"{earlier.text}, {number}", earlier)
