"""The variables that are compared, in the order of a reference; one kind a file.

A variable differs only if one of the two must be wrong: where a record is not of the same
kind, or one of the two does not say it, there is nothing to compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loccit.lookup.verify.asked_work import Record
from loccit.lookup.verify.difference import Difference
from loccit.lookup.verify.variables import (
    container,
    doi,
    numbers,
    pages,
    people,
    title,
    year,
)
from loccit.recognize.matching import AskedEntry

VARIABLES: tuple[Callable[[AskedEntry, Record], Iterator[Difference]], ...] = (
    people.compare,
    year.compare,
    title.compare,
    container.compare,
    numbers.compare,
    pages.compare,
    doi.compare,
)
