"""Faults of the reference list as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.planted_faults import Plant, Planted

_HEADING = re.compile(r"(?m)^# References$")
_ENTRY = re.compile(r"(?m)^\S.*\(.+$")
#: A surname before initials.
_NAME = re.compile(r"[A-Z][\w’'-]+, [A-Z]\. ")
_AFTER_LATIN = "\u0370"
_AUTHOR = re.compile(r"[^(]*?(?= \()")


def _entries(text: str) -> list[re.Match[str]]:
    heading = _HEADING.search(text)
    assert heading
    return [*_ENTRY.finditer(text, heading.end())]


def _cut(text: str, span: tuple[int, int], new: str = "") -> Planted:
    start, end = span
    return text[:start] + new + text[end:], start


def heading(text: str) -> Iterator[Planted]:
    """Give the list another heading."""
    found = _HEADING.search(text)
    assert found
    for new in (
        "# Sources",
        "# Works Cited",
        "# Bibliography",
        "# REFERENCES",
        "**References:**",
        "# Reference List",
    ):
        yield _cut(text, found.span(), new)


def signs(text: str) -> Iterator[Planted]:
    """Put numbers and bullets before entries."""
    entries = _entries(text)
    first = entries[0].start()
    for sign in ("1. ", "- ", "* ", "• ", "[1] ", "1) "):
        listed = [
            f"{sign.replace('1', str(n + 1))}{e[0]}" for n, e in enumerate(entries)
        ]
        yield _cut(text, (first, entries[-1].end()), "\n\n".join(listed))


def _with(text: str, new: Sequence[str]) -> Planted:
    """Put entries at the end of those in Latin letters; the first one is the fault."""
    end = [each for each in _entries(text) if each[0][0] < _AFTER_LATIN][-1].end()
    place = end + 2
    return f"{text[:end]}\n\n" + "\n\n".join(new) + text[end:], place


def order(text: str) -> Iterator[Planted]:
    """Swap entries of different authors, and move one to another end."""
    entries = _entries(text)
    for one, two in pairwise(entries):
        are_names = _NAME.match(one[0]) and _NAME.match(two[0])
        if are_names and one[0][:4].casefold() != two[0][:4].casefold():
            swapped = two[0] + text[one.end() : two.start()] + one[0]
            yield _cut(text, (one.start(), two.end()), swapped)


def particle(text: str) -> Iterator[Planted]:
    """Sort a name without its particle."""
    entries = _entries(text)
    for name in ("van Aaken", "von Aalst"):
        entry = f"{name}, T. (1976). *Birds of the marshes*. Harbor Press.\n\n"
        yield _cut(text, (entries[0].start(), entries[0].start()), entry)


def years(text: str) -> Iterator[Planted]:
    """List the later work of an author first."""
    for late, early in (("2012", "2009"), ("2012", "n.d."), ("in press", "2001")):
        yield _with(
            text,
            [
                f"Zyla, T. ({late}). *Birds of the marshes*. Harbor Press.",
                f"Zyla, T. ({early}). *Tides of the marshes*. Harbor Press.",
            ],
        )


def coauthors(text: str) -> Iterator[Planted]:
    """List works with others before those of the author alone."""
    for many, fewer in (
        ("Zyla, T., & Poe, E.", "Zyla, T."),
        ("Zyla, T., & Poe, E.", "Zyla, T., & Bell, R."),
        ("Zyla, T., Poe, E., & Roe, J.", "Zyla, T., & Poe, E."),
    ):
        yield _with(
            text,
            [
                f"{many} (2001). *Birds of the marshes*. Harbor Press.",
                f"{fewer} (2009). *Tides of the marshes*. Harbor Press.",
            ],
        )


def titles(text: str) -> Iterator[Planted]:
    """List works of one year by the article, or in no order."""
    for one, two in (
        ("Tides of the marshes", "Birds of the marshes"),
        ("A tide of the marshes", "The birds of marshes"),
    ):
        yield _with(
            text,
            [
                f"Zyla, T. (2001). *{one}*. Harbor Press.",
                f"Zyla, T. (2001). *{two}*. Harbor Press.",
            ],
        )


def initials(text: str) -> Iterator[Planted]:
    """Sort authors of one surname by year."""
    for one, two in (("T.", "A."), ("T. M.", "T. B.")):
        yield _with(
            text,
            [
                f"Zyla, {one} (2001). *Birds of the marshes*. Harbor Press.",
                f"Zyla, {two} (2009). *Tides of the marshes*. Harbor Press.",
            ],
        )


def no_author(text: str) -> Iterator[Planted]:
    """Put a title at the end."""
    for title in (
        "*Birds of the marshes*",
        "*Abroad in marshes*",
        "*Care for marshes*",
    ):
        yield _with(text, [f"{title}. (2001). Harbor Press."])


def dashes(text: str) -> Iterator[Planted]:
    """Put dashes for the author of the entry above."""
    for sign in ("———", "---", "\\_\\_\\_\\_\\_"):
        for entry in _entries(text):
            author = _AUTHOR.match(entry[0])
            if author and author[0].endswith("."):
                new = f"\n\n{sign}. (2030). *Birds of the marshes*. Harbor Press."
                damaged, place = _cut(text, (entry.end(), entry.end()), new)
                yield damaged, place + 2


def annotation(text: str) -> Iterator[Planted]:
    """Let a note follow an entry in its paragraph."""
    notes = (
        "This article shows how three towns learned to trust each other, and why.",
        "The author argues that towns which talk to each other do better than others.",
        "This book was helpful for my topic, since it has so many examples of towns.",
    )
    for number, entry in enumerate(_entries(text)):
        new = " " + notes[number % 3]
        damaged, place = _cut(text, (entry.end(), entry.end()), new)
        yield damaged, place + 1


def asterisks(text: str) -> Iterator[Planted]:
    """Put asterisks that nothing explains before entries."""
    for entry in _entries(text)[1:]:
        if entry[0][0] not in "*“":
            yield _cut(text, (entry.start(), entry.start()), "\\*")


def divided(text: str) -> Iterator[Planted]:
    """Divide the list by headings."""
    headings = ("## Books", "## Websites", "**Articles:**", "## Secondary Sources")
    for number, entry in enumerate(_entries(text)[2:]):
        new = f"{headings[number % 4]}\n\n"
        yield _cut(text, (entry.start(), entry.start()), new)


PLANTS: dict[str, Plant] = {
    "B01": heading,
    "B04": signs,
    "B05": order,
    "B06": particle,
    "B07": years,
    "B08": coauthors,
    "B09": titles,
    "B10": initials,
    "B11": no_author,
    "B12": dashes,
    "B13": annotation,
    "B14": asterisks,
    "B15": divided,
}
