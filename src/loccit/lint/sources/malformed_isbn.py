"""An ISBN whose check digit is wrong, or that has too few or too many digits.

The last digit of an ISBN is computed from the others, so a digit that was mistyped
shows. Several ISBNs may stand in a field, with words such as `(pbk.)` between them.

    @book{alexander2010, isbn = {978-1-59558-103-8}}

Copy it from the back of the title page:

    @book{alexander2010, isbn = {978-1-59558-103-7}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.check_digits import is_isbn, is_issn

_NUMBER = regex(r"[0-9](?:[- ‐‑–]?[0-9]){7,}(?:[- ‐‑–]?[0-9xX])?")
_LENGTHS = (10, 13)
_MARKS = str.maketrans("", "", "- ‐‑–")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    text = entry.source.text("ISBN")
    for number in _NUMBER.findall(text):
        digits = number.translate(_MARKS).upper()
        if is_isbn(digits) or _several(number):
            continue
        if is_issn(digits):
            yield Violation(
                f"{number} is an ISSN, not an ISBN.", "ISBN", "Its field is `issn`."
            )
        elif len(digits) in _LENGTHS:
            yield Violation(
                f"The ISBN {number} has a wrong digit.",
                "ISBN",
                "Compare it with the book.",
            )
        else:
            yield Violation(
                f"`{number}` has {len(digits)} digits; an ISBN has 10 or 13.",
                "ISBN",
                "Compare it with the book.",
            )
    if text and not any(character.isdigit() for character in text):
        yield Violation(f"`{text}` is no ISBN.", "ISBN", "An ISBN has 10 or 13 digits.")


def _several(numbers: str) -> bool:
    """Whether these are ISBNs with nothing but spaces between them."""
    parts = [part.translate(_MARKS).upper() for part in numbers.split()]
    return len(parts) > 1 and all(map(is_isbn, parts))
