"""Faults in the authors of entries, and in the stops between their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.planted_faults import Planted
from benchmarks.planting import replaced

#: "Ortiz, P. Q.": a surname with its initials.
NAME = r"[A-ZÀ-Þ][\w’'-]+, (?:[A-Z]\.-?[ ]?)+(?<! )"
#: First names for initials.
GIVEN = {
    "A": "Anna", "B": "Brian", "C": "Carla", "D": "Daniel", "E": "Emily", "F": "Frank",
    "G": "Grace", "H": "Helen", "I": "Irene", "J": "James", "K": "Karen", "L": "Laura",
    "M": "Michelle", "N": "Nadia", "O": "Oscar", "P": "Peter", "R": "Robert",
    "S": "Sarah", "T": "Thomas", "U": "Ursula", "V": "Victor", "W": "William",
    "X": "Xavier", "Y": "Yvonne", "Z": "Zoe",
}  # fmt: skip


def final_stops(text: str) -> Iterator[Planted]:
    """Add a stop after an address, or leave one out at the end or after a group."""
    yield from replaced(text, r"(https?://[^\s>]+)$", r"\1.")
    # A treaty or a bill has no parts.
    yield from replaced(text, r"^(.*\)\. .*[\w*)])\.$", r"\1")
    yield from replaced(
        text, r"^((?:[A-Z][a-z]+ ){2,}?[A-Z][a-z]+)\. \((?=\d)", r"\1 ("
    )


def initials(text: str) -> Iterator[Planted]:
    """Leave out the stop, the space, the comma of initials."""
    two = r"([A-Z]\.) ([A-Z]\.)(?=[ ,])"
    yield from replaced(text, two, r"\1\2", lambda m: m[0].replace(".", ""))
    yield from replaced(text, rf"^({NAME})(?= \()", lambda m: m[1].rstrip("."))
    yield from replaced(text, rf"^({NAME})(?= \()", lambda m: m[1].replace(",", "", 1))
    yield from replaced(text, rf"^({NAME})(?= \()", lambda m: re.sub("[.,]", "", m[1]))


def _in_full(found: re.Match[str]) -> str:
    return re.sub(
        r"[A-Z]\.", lambda one: GIVEN.get(one[0][0], one[0]), found[0], count=1
    )


def given_names(text: str) -> Iterator[Planted]:
    """Give a first name in full."""
    yield from replaced(text, rf"(?:^|(?<=& )|(?<=\., )){NAME}", _in_full)


def _not_inverted(found: re.Match[str]) -> str:
    surname, _, given = found[1].partition(", ")
    return f"{given} {surname}"


def not_inverted(text: str) -> Iterator[Planted]:
    """Give initials or a first name before the surname."""
    yield from replaced(text, rf"(?<=& )({NAME})(?= \()", _not_inverted)
    yield from replaced(text, rf"^({NAME})(?= \()", _not_inverted)


def ampersand(text: str) -> Iterator[Planted]:
    """Join the last author by "and", or by a comma or semicolon alone."""
    yield from replaced(text, r"(?<=\.), & (?=[A-Z])", ", and ", " and ", ", ", "; ")


def comma_before_ampersand(text: str) -> Iterator[Planted]:
    """Leave out the comma before "&"."""
    yield from replaced(text, r"(?<=\.), & (?=[A-Z])", " & ")


def et_al(text: str) -> Iterator[Planted]:
    """Leave out all authors but the first."""
    authors = rf"^({NAME}), (?:{NAME}, )*& {NAME}(?= \()"
    yield from replaced(text, authors, r"\1, et al.", r"\1 et al.", r"\1 and others")


def _with_more(found: re.Match[str]) -> str:
    more = ", ".join([f"{name}son, {name[0]}." for name in GIVEN.values()][:20])
    return f"{found[1]}, {more}, & {found[2]}"


def many_authors(text: str) -> Iterator[Planted]:
    """Name more than twenty authors, or leave out some after six."""
    two = rf"^({NAME}), & ({NAME})(?= \()"
    for damaged, at in replaced(text, two, _with_more):
        yield damaged, damaged.index(", & ", at)
    six = "Adams, B., Brown, C., Clark, D., Davis, E., Evans, F., ... "
    yield from replaced(text, two, rf"\1, {six}\2")


def suffix(text: str) -> Iterator[Planted]:
    """Put a suffix before the initials."""
    name = r"^([A-ZÀ-Þ][\w’'-]+), ((?:[A-Z]\. ?)+(?<! ))(?= \(|, &)"
    yield from replaced(text, name, r"\1, Jr., \2", r"\1 Jr., \2", r"\1, \2 Jr.")


def hyphen(text: str) -> Iterator[Planted]:
    """Leave out the hyphen of initials that the essay gives in full."""
    for damaged, at in replaced(text, r"(?<=, )([A-Z])\.-([A-Z])\.", r"\1. \2."):
        surname = re.search(r"([\w’'-]+), $", damaged[:at])
        if surname:
            first, second = text[at], text[at + 3]
            person = f"{GIVEN[first]}-{GIVEN[second]} {surname[1]} began it.\n\n"
            yield person + damaged, at + len(person)


def acronym(text: str) -> Iterator[Planted]:
    """Give a group by its initials, or by both its names."""
    group = r"^((?:[A-Z][a-z’]+ ){2,}?[A-Z][a-z’]+)(?=\. \(\d)"
    yield from replaced(text, group, lambda m: re.sub("[^A-Z]", "", m[1]))
    yield from replaced(text, group, lambda m: f"{m[1]} ({re.sub('[^A-Z]', '', m[1])})")


def editors(text: str) -> Iterator[Planted]:
    """Give one editor the label of several, and several that of one."""
    yield from replaced(
        text, r"(?<=\.) \(Ed\.\)(?=\. \()", " (Eds.)", ", Ed", " (Editor)"
    )
    yield from replaced(text, r"(?<=\.) \(Eds\.\)(?=\. \()", " (Ed.)", ", eds")


PLANTS = {
    "R01": final_stops,
    "R02": initials,
    "R03": given_names,
    "R04": not_inverted,
    "R05": ampersand,
    "R06": comma_before_ampersand,
    "R07": et_al,
    "R08": many_authors,
    "R09": suffix,
    "R10": hyphen,
    "R11": acronym,
    "R12": editors,
}
