"""Faults of the citations against the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.planted_faults import Plant, Planted

_HEADING = "References\n"
_YEAR = r"(\d{4})(?=[,;)])"
#: The first name of a cite in brackets, and its year.
_CITE = re.compile(rf"\(([A-Z][\w’'-]{{4,}}),? (?:et al\., |& [\w’'-]+, )?{_YEAR}")
#: A narrative cite at the beginning of a sentence.
_NARRATIVE = re.compile(rf"(?:\. |\n)([A-Z][\w’'-]{{4,}})(?: et al\.)? \({_YEAR}")
_ENTRY = re.compile(r"(?m)^([A-Z][\w’'-]{4,}), .+\(\d{4}[a-z]?[,)].+\n\n?")


def _body_end(text: str) -> int:
    return text.index(_HEADING)


def _cites(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_CITE, _NARRATIVE):
        yield from pattern.finditer(text, 0, _body_end(text))


def _replaced(text: str, span: tuple[int, int], new: str) -> Planted:
    start, end = span
    return text[:start] + new + text[end:], start


def unlisted(text: str) -> Iterator[Planted]:
    """Cite works that nobody lists, and take entries out of the list."""
    for number, cite in enumerate(_cites(text)):
        name = ("Quillfeather", "Okonkwo-Reyes", "Zdravic")[number % 3]
        damaged, place = _replaced(text, cite.span(2), "1976")
        yield _replaced(damaged, cite.span(1), name)[0], place
    for entry in _ENTRY.finditer(text, _body_end(text)):
        damaged, _ = _replaced(text, entry.span(), "")
        place = text.find(f"({entry[1]}")
        if 0 <= place < _body_end(text):
            yield damaged, place


def uncited(text: str) -> Iterator[Planted]:
    """List works that nothing cites."""
    new = (
        "Quillfeather, T. (1976). *Birds of the northern marshes*. Harbor Press.\n\n",
        "Zdravic, M., & Ito, K. (1981). Tides and towns. *Coasts*, *4*(2), 11–19.\n\n",
    )
    for number, entry in enumerate(_ENTRY.finditer(text, _body_end(text))):
        place = entry.start()
        yield _replaced(text, (place, place), new[number % 2])


def misspelt(text: str) -> Iterator[Planted]:
    """Misspell names: swap, lose, double and change letters."""
    for number, cite in enumerate(_cites(text)):
        name = cite[1]
        middle = len(name) // 2
        swapped = name[middle] + name[middle - 1]
        damaged = (
            name[: middle - 1] + swapped + name[middle + 1 :],
            name[:middle] + name[middle + 1 :],
            name[:middle] + name[middle] + name[middle:],
            name[:-1] + ("e" if name[-1] != "e" else "a"),
        )[number % 4]
        if damaged != name and "-" not in name:
            yield _replaced(text, cite.span(1), damaged)


def wrong_years(text: str) -> Iterator[Planted]:
    """Change years by one."""
    for number, cite in enumerate(_cites(text)):
        year = int(cite[2]) + (1, -1)[number % 2]
        yield _replaced(text, cite.span(2), str(year))


def listed_twice(text: str) -> Iterator[Planted]:
    """Repeat entries."""
    for entry in _ENTRY.finditer(text, _body_end(text)):
        again = entry[0] if entry[0].endswith("\n\n") else f"\n{entry[0]}"
        yield _replaced(text, (entry.end(), entry.end()), again)


PLANTS: dict[str, Plant] = {
    "T01": unlisted,
    "T02": uncited,
    "T03": misspelt,
    "T04": wrong_years,
    "T05": listed_twice,
}
