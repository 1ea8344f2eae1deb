"""The volume and the issue of an article."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import words
from loccit.lookup.verify.asked_work import IN_JOURNAL, Record
from loccit.lookup.verify.difference import Difference
from loccit.recognize.matching import AskedEntry

_DIGITS = regex(r"\d+")


def compare(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare the numbers, however they are written."""
    if not asked.compared.kind == record.compared.kind == IN_JOURNAL:
        return
    for variable in ("volume", "issue"):
        stored = asked.entry.source.plain(variable)
        found = record.source.plain(variable)
        if found and _number(stored) != _number(found):
            yield Difference(variable, stored, found, found)


def _number(text: str) -> tuple[str, ...]:
    """Return the digits of a number, or its words: "Suppl. 1" may be typed "S1".

    >>> _number("Suppl. 1") == _number("S1"), _number("XII") == _number("12")
    (True, True)
    """
    found = words(text)
    return tuple(_DIGITS.findall(" ".join(found))) or found
