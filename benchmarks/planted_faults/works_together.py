"""Faults of citations that have to do with each other: C15 to C18, C21, C26, C27, C40."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.places_for_faults import (
    in_brackets,
    narrative,
    replaced,
    running_text,
    sentence_added,
    with_entry,
)
from benchmarks.planted_faults import Planted

_TWO_WORKS = re.compile(
    r"\(([^\W\d_][^();]*, \d{4}[a-z]?); ([^\W\d_][^();]*, \d{4}[a-z]?)\)"
)


def order(text: str) -> Iterator[Planted]:
    """Exchange two works."""
    for found in _TWO_WORKS.finditer(running_text(text)):
        yield replaced(text, found.span(), f"({found[2]}; {found[1]})")


def same_author(text: str) -> Iterator[Planted]:
    """Name the same authors twice, or give their years out of order."""
    for number, found in enumerate(in_brackets(text)):
        if found["place"] or found["before"] or not found["names"].isalpha():
            continue
        names, year = found["names"], int(found["year"])
        both = (
            f"({names}, {year}; {names}, {year + 2})",
            f"({names}, {year + 3}, {year})",
            f"({names}, {year + 2}; {names}, {year})",
        )
        yield replaced(text, found.span(), both[number % 3])


def see_also(text: str) -> Iterator[Planted]:
    """Separate "see also" by a comma."""
    for number, found in enumerate(_TWO_WORKS.finditer(running_text(text))):
        word = ("see also", "but see", "cf.", "see")[number % 4]
        yield replaced(text, found.span(), f"({found[1]}, {word} {found[2]})")


def suffix(text: str) -> Iterator[Planted]:
    """List two works of one author and year without letters, or cite without one."""
    for number, (one, other) in enumerate(
        (("", ""), ("a", ""), ("a", "b"), ("b", "a"))
    ):
        both = with_entry(
            text, f"Quist, T. (2009{one}). *Apples of the north*. Harbor Press."
        )
        both = with_entry(
            both, f"Quist, T. (2009{other}). *Pears of the north*. Harbor Press."
        )
        cite = "(Quist, 2009)" if number < 3 else "(Quist, 2009b)"
        for damaged, place in sentence_added(both, f"Apples keep well {cite}."):
            listed = damaged.index("Quist, T. (2009")
            yield damaged, place if number < 3 else listed


def initials(text: str) -> Iterator[Planted]:
    """Cite two people of one surname without initials."""
    both = with_entry(text, "Quist, A. (2004). *Apples of the north*. Harbor Press.")
    both = with_entry(both, "Quist, T., & Lind, M. (2009). *Pears*. Harbor Press.")
    cites = (
        "Apples keep well (Quist, 2004).",
        "Quist and Lind (2009) preferred pears.",
        "Pears do not keep (see also Quist & Lind, 2009, p. 4).",
        "Quist (2004) grew apples.",
    )
    for number, cite in enumerate(cites):
        yield from sentence_added(both, cite, every=number + 2)


def year_missing(text: str) -> Iterator[Planted]:
    """Leave out the year in brackets."""
    for found in in_brackets(text):
        if re.fullmatch(r"[A-Z][\w-]+(?: & [\w-]+| et al\.)?", found["names"]):
            yield replaced(text, (found.end("names"), found.end("year")), "")


def year_dropped(text: str) -> Iterator[Planted]:
    """Leave out the year of a work that another paragraph has cited."""
    for found in narrative(text):
        surname = re.fullmatch(r"([A-Z][\w-]+)(?: and [\w-]+)?", found["names"])
        before, here = running_text(text)[: found.start()].rpartition("\n\n")[::2]
        after = text[found.end() :].partition("\n\n")[0]
        if surname and f"({surname[1]}" in before and surname[1] not in here + after:
            yield replaced(text, found.span(), found["names"])


def repeated(text: str) -> Iterator[Planted]:
    """Cite a work after each sentence."""
    for found in in_brackets(text):
        if not found["place"]:
            again = f"{found[0]}. It was seen {found[0]}. It was heard {found[0]}. It stayed {found[0]}"
            yield replaced(text, found.span(), again)


PLANTS = {
    "C15": order,
    "C16": same_author,
    "C17": see_also,
    "C18": suffix,
    "C21": initials,
    "C26": year_missing,
    "C27": year_dropped,
    "C40": repeated,
}
