"""Faults in the words of citations: C19, C20, C22 to C25, C34, C35, C39."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.places_for_faults import (
    in_brackets,
    narrative,
    replaced,
    running_text,
    sentence_added,
)
from benchmarks.planted_faults import Planted


def hyphen(text: str) -> Iterator[Planted]:
    """Write a letter after "n.d." or "in press" without the hyphen."""
    for number, found in enumerate(in_brackets(text)):
        word = ("n.d.a", "n.d. b", "in press a", "n.d.b")[number % 4]
        yield replaced(text, found.span("year"), word)


def no_date(text: str) -> Iterator[Planted]:
    """Write "n.d." in other ways."""
    for number, found in enumerate(in_brackets(text)):
        word = ("nd", "n.d", "n. d.", "N.D.", "ND", "no date")[number % 6]
        yield replaced(text, found.span("year"), word)


def nested(text: str) -> Iterator[Planted]:
    """Put a narrative citation into brackets."""
    for number, found in enumerate(narrative(text)):
        before, after = (
            ("(see ", ")"),
            ("(as ", " says)"),
            ("(but see ", " for more)"),
        )[number % 3]
        yield replaced(text, found.span(), f"{before}{found[0]}{after}")


def latin(text: str) -> Iterator[Planted]:
    """Leave out the comma or the stops of "e.g.", or write it outside brackets."""
    for number, found in enumerate(in_brackets(text)):
        name = found["names"]
        if not found["before"]:
            word = ("e.g. ", "eg ", "i.e. ", "e.g ", "eg, ")[number % 5]
            yield replaced(text, found.span("names"), word + name)
    words = (
        "Some of it was sold, e.g. wood.",
        "It was i.e. sold.",
        "Wood, coal, etc. were.",
    )
    for number, sentence in enumerate(words):
        yield from sentence_added(text, sentence, every=number + 3)


def ibid(text: str) -> Iterator[Planted]:
    """Name a work by a Latin word."""
    for number, found in enumerate([*in_brackets(text)][1:]):
        word = ("ibid.", "Ibid.", "op. cit.", "loc. cit.", "ibid")[number % 5]
        if not found["before"]:
            yield replaced(text, (found.start("names"), found.end("year")), word)


def by_number(text: str) -> Iterator[Planted]:
    """Cite by number."""
    for number, found in enumerate(in_brackets(text)):
        word = f"[{number % 9 + 1}]" if number % 3 else f"[{number % 9 + 1}, 2]"
        yield replaced(text, found.span(), word)


def as_cited_in(text: str) -> Iterator[Planted]:
    """Write other words than "as cited in"."""
    words = (
        "cited in",
        "qtd. in",
        "quoted in",
        "as quoted in",
        "cited by",
        "qtd in",
        "as cited by",
    )
    for number, found in enumerate(in_brackets(text)):
        word = words[number % len(words)]
        if not found["before"]:
            yield replaced(
                text, found.span("names"), f"Rabin, 1941, {word} {found['names']}"
            )


def communication(text: str) -> Iterator[Planted]:
    """Cite a personal communication without one of its parts."""
    cites = (
        "(Tran, personal communication, April 3, 2021)",
        "(L. Tran, personal communication)",
        "(L. Tran, personal communication, 2021)",
        "(L. Tran, pers. comm., April 3, 2021)",
        "(L. Tran, personal communication, 3 April 2021)",
        "(Lan Tran, personal communication, April 3, 2021)",
        "(L. Tran, personal interview, April 3, 2021)",
        "(personal communication, April 3, 2021)",
    )
    for number, cite in enumerate(cites):
        sentence = f"Students sleep less each year {cite}."
        if cite.startswith("(personal"):
            sentence = f"Tran {cite} says that they sleep less."
        yield from sentence_added(text, sentence, every=number + 2)


def possessive(text: str) -> Iterator[Planted]:
    """Move a possessive after the year."""
    for found in re.finditer(r"('s)( \((?:\d{4}[a-z]?)\))", running_text(text)):
        yield replaced(text, found.span(), f"{found[2]}{found[1]}")


PLANTS = {
    "C19": hyphen,
    "C20": no_date,
    "C22": nested,
    "C23": latin,
    "C24": ibid,
    "C25": by_number,
    "C34": as_cited_in,
    "C35": communication,
    "C39": possessive,
}
