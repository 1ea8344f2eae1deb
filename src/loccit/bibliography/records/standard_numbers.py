"""Distinguish ISBN and ISSN in formats with one field for both."""

from __future__ import annotations

from loccit.bibliography.records.lines import Tags
from loccit.bibliography.records.types import ARTICLES, NUMBERED
from loccit.values.identifiers import numbers_in, standard_number


def tell_standard_numbers(type_: str, from_: str, tags: Tags) -> None:
    """Move lines with the tag `from_` to `issn`, `isbn` or `sn`, a number of the work.

    The digits decide, else the type. Several numbers may be in a line, with words or
    spaces between them.
    """
    other = "sn" if type_ in NUMBERED else "issn" if type_ in ARTICLES else "isbn"
    for line in tags.pop(from_, []):
        for number in numbers_in(line.text) or [line.text]:
            tag = standard_number(number) or other
            if tag in tags:
                earlier = tags[tag][0]
                if number not in earlier.text.split(", "):
                    tags.put(tag, f"{earlier.text}, {number}", earlier)
            else:
                tags.put(tag, line.text if tag == "sn" else number, line)
