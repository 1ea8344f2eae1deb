"""An ISBN with a wrong check digit, or with too few or too many digits.

## What it does

Computes the check digit, which is the last one. Several ISBNs in a field are fine, and
so are words such as `(pbk.)` between them.

## Why is this bad?

A digit is mistyped, and readers won't find the book by it.

## Example

    @book{alexander2010, isbn = {978-1-59558-103-8}}

## Use instead

The ISBN from the back of the title page:

    @book{alexander2010, isbn = {978-1-59558-103-7}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.identifiers import is_isbn, is_issn, numbers_in, plain_number

_LENGTHS = (10, 13)
_ADVICE = "Compare it with the book."


def check(entry: CheckedEntry) -> Iterator[Violation]:
    text = entry.source.text("ISBN")
    for number in numbers_in(text):
        digits = plain_number(number)
        if is_isbn(digits):
            continue
        if is_issn(digits):
            message = f"{number} is an ISSN, not an ISBN."
            yield Violation(message, "ISBN", "Move it to `issn`.")
        elif len(digits) in _LENGTHS:
            message = f"The ISBN {number} has a wrong digit."
            yield Violation(message, "ISBN", _ADVICE)
        else:
            message = f"`{number}` has {len(digits)} digits; an ISBN has 10 or 13."
            yield Violation(message, "ISBN", _ADVICE)
    if text and not any(character.isdigit() for character in text):
        advice = "An ISBN has 10 or 13 digits."
        yield Violation(f"`{text}` is not an ISBN.", "ISBN", advice)
