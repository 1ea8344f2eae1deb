"""Faults in the form of citations: names, "et al.", year, and what separates them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from benchmarks.planted_faults import Plant, Planted

_HEADING = "\n# References"
#: All within brackets that have a year.
_BRACKETS = re.compile(r"\([^()\n]*\d{4}[^()\n]*\)")
_NAME = r"[A-Z][\w’'-]+"
_NARRATIVE = re.compile(rf"(?<![\w.,&] )(?<!and )\b({_NAME})((?:'s|’s)?) \((\d{{4}})")
_PERSON = re.compile(r"([^,&()]+), ((?:[A-Z]\.[ -]?)+)")
_ENTRY = re.compile(
    r"(?m)^((?:[^,.&()\n]+, (?:[A-Z]\.[ -]?)+(?:, )?(?:& )?)+) ?\((\d{4})"
)
_ET_AL = re.compile(r"\bet al\.")


def body_of(text: str) -> str:
    """Return the essay without its list."""
    return text.partition(_HEADING)[0]


def replaced(text: str, start: int, end: int, new: str) -> Planted:
    """Put another text in the place of a stretch."""
    return text[:start] + new + text[end:], start


def within_brackets(text: str, pattern: str) -> Iterator[re.Match[str]]:
    """Find a pattern within brackets that have a year."""
    for bracket in _BRACKETS.finditer(body_of(text)):
        yield from re.compile(pattern).finditer(text, bracket.start(), bracket.end())


def _people(text: str) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return surnames and initials of each entry, by its first surname and its year."""
    listed = text.partition(_HEADING)[2]
    people = {}
    for entry in _ENTRY.finditer(listed):
        names = [
            (family.strip(), given.strip())
            for family, given in _PERSON.findall(entry[1])
        ]
        if "…" not in entry[1]:
            people[names[0][0], entry[2]] = names
    return people


def _joined(names: Sequence[str], sign: str) -> str:
    return f"{', '.join(names[:-1])}, {sign} {names[-1]}"


def no_comma(text: str) -> Iterator[Planted]:
    """Put something else between the author and the year."""
    found = within_brackets(text, rf"({_NAME})(, )(?=\d{{4}})")
    for number, each in enumerate(found):
        new = (" ", " ", ",", ": ", ". ")[number % 5]
        yield replaced(text, *each.span(2), new)


def comma_in_sentence(text: str) -> Iterator[Planted]:
    """Put a comma between a name in the sentence and its year."""
    for each in re.finditer(
        rf"(?:{_NAME}|et al\.)(?:['’]s)?( )(?=\(\d{{4}})", body_of(text)
    ):
        yield replaced(text, *each.span(1), ", ")


def and_in_brackets(text: str) -> Iterator[Planted]:
    """Join two people by "and" in brackets."""
    for each in within_brackets(
        text, r"[(; ](\w[\w’-]+)(?:, [\w’-]+)*,? (&) [\w’-]+, (\d{4})"
    ):
        if (each[1], each[3]) in _people(text):
            yield replaced(text, *each.span(2), "and")


def sign_in_sentence(text: str) -> Iterator[Planted]:
    """Join two people by "&" in the sentence."""
    pattern = rf"\b({_NAME}) (and) {_NAME}(?:['’]s)? \((\d{{4}})"
    for each in re.finditer(pattern, body_of(text)):
        if (each[1], each[3]) in _people(text):
            yield replaced(text, *each.span(2), "&")


def all_names(text: str) -> Iterator[Planted]:
    """Name all of three and more people."""
    for each in re.finditer(rf"\b({_NAME}) et al\.(,? \(?)(\d{{4}})", body_of(text)):
        people = _people(text).get((each[1], each[3]), [])
        if len(people) > 2:
            is_inside = each[2] == ", "
            names = _joined([name for name, _ in people], "&" if is_inside else "and")
            yield replaced(text, each.start(), each.start(2), names)


def et_al_for_two(text: str) -> Iterator[Planted]:
    """Put "et al." in the place of the second of two people."""
    for each in re.finditer(
        rf"\b({_NAME}) (?:and|&) {_NAME}(,? \(?)(\d{{4}})", body_of(text)
    ):
        if len(_people(text).get((each[1], each[3]), [])) == 2:
            yield replaced(text, each.end(1), each.start(2), " et al.")


def et_al_for_one(text: str) -> Iterator[Planted]:
    """Put "et al." in the place of the last of three people."""
    for each in re.finditer(rf"\b({_NAME}) et al\.(,? \(?)(\d{{4}})", body_of(text)):
        people = _people(text).get((each[1], each[3]), [])
        if len(people) == 3:
            yield replaced(
                text, each.end(1), each.start(2), f", {people[1][0]}, et al."
            )


def et_al_misspelt(text: str) -> Iterator[Planted]:
    """Misspell "et al."."""
    spellings = ("et al", "et. al.", "et. al", "*et al.*", "et al", "et.al.", "et all.")
    for number, each in enumerate(_ET_AL.finditer(body_of(text))):
        yield replaced(text, *each.span(), spellings[number % len(spellings)])


def no_comma_after_et_al(text: str) -> Iterator[Planted]:
    """Take the comma after "et al."."""
    for each in within_brackets(text, r"et al\.(, )\d{4}"):
        yield replaced(text, *each.span(1), " ")


def colleagues(text: str) -> Iterator[Planted]:
    """Write "and colleagues" in brackets."""
    words = ("and colleagues", "and others", "& colleagues", "and her colleagues")
    for number, each in enumerate(within_brackets(text, r"(et al\.), \d{4}")):
        yield replaced(text, *each.span(1), words[number % len(words)])


def initials(text: str) -> Iterator[Planted]:
    """Add initials, in brackets and in the sentence."""
    people = _people(text)
    for number, each in enumerate(within_brackets(text, rf"[( ]({_NAME}), (\d{{4}})")):
        names = people.get((each[1], each[2]), [])
        if len(names) == 1:
            after, before = f"{each[1]}, {names[0][1]}", f"{names[0][1]} {each[1]}"
            yield replaced(text, *each.span(1), (after, before)[number % 2])
    for each in _NARRATIVE.finditer(body_of(text)):
        names = people.get((each[1], each[3]), [])
        if len(names) == 1:
            yield replaced(text, *each.span(1), f"{names[0][1]} {each[1]}")


def titles(text: str) -> Iterator[Planted]:
    """Add titles and suffixes of people."""
    people = _people(text)
    for number, each in enumerate(within_brackets(text, rf"[( ]({_NAME}), (\d{{4}})")):
        if (each[1], each[2]) in people:
            forms = (
                f"{each[1]} Jr.",
                f"Dr. {each[1]}",
                f"{each[1]}, Jr.",
                f"Prof. {each[1]}",
            )
            yield replaced(text, *each.span(1), forms[number % 4])
    for number, each in enumerate(_NARRATIVE.finditer(body_of(text))):
        if (each[1], each[3]) in people:
            title = ("Dr.", "Prof.", "Professor", "Mrs.")[number % 4]
            yield replaced(text, *each.span(1), f"{title} {each[1]}")


def full_dates(text: str) -> Iterator[Planted]:
    """Add a month and a day to the year."""
    for number, each in enumerate(
        within_brackets(text, r"(?<=[a-z])(?<!August 30), (\d{4})(?=[;),])")
    ):
        year = each[1]
        dates = (
            f"{year}, March 3",
            f"March 3, {year}",
            f"{year}, May",
            f"3 June {year}",
        )
        yield replaced(text, *each.span(1), dates[number % 4])


def commas_between_works(text: str) -> Iterator[Planted]:
    """Separate works by commas and words."""
    signs = (", ", ", ", " and ", " & ")
    found = within_brackets(text, r"\d{4}[a-z]?(; )(?!see|e\.g\.)[A-Z]")
    for number, each in enumerate(found):
        yield replaced(text, *each.span(1), signs[number % 4])


PLANTS: dict[str, Plant] = {
    "C01": no_comma,
    "C02": comma_in_sentence,
    "C03": and_in_brackets,
    "C04": sign_in_sentence,
    "C05": all_names,
    "C06": et_al_for_two,
    "C07": et_al_for_one,
    "C08": et_al_misspelt,
    "C09": no_comma_after_et_al,
    "C10": colleagues,
    "C11": initials,
    "C12": titles,
    "C13": full_dates,
    "C14": commas_between_works,
}
