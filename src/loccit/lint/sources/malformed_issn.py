"""An ISSN with a wrong check digit, or without eight digits.

## What it does

Computes the check digit, which is the last one. Several ISSNs in a field are fine, and
so are words such as `(online)` between them.

## Why is this bad?

A digit is mistyped, and readers won't find the journal by it.

## Example

    @article{crenshaw1991, issn = {0038-9756}}

## Use instead

The ISSN from the journal's page:

    @article{crenshaw1991, issn = {0038-9765}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.identifiers import is_isbn, is_issn, plain_number

#: Any number, since one that is too short is reported too.
_NUMBER = regex(r"[0-9][0-9‐‑–-]*[0-9xX]?")
_LENGTH = 8
_ADVICE = "Compare it with the journal's page."


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for number in _NUMBER.findall(entry.source.text("ISSN")):
        digits = plain_number(number)
        if is_issn(digits):
            continue
        if is_isbn(digits):
            message = f"{number} is an ISBN, not an ISSN."
            yield Violation(message, "ISSN", "Move it to `isbn`.")
        elif len(digits) == _LENGTH:
            message = f"The ISSN {number} has a wrong digit."
            yield Violation(message, "ISSN", _ADVICE)
        else:
            message = f"The ISSN {number} has {len(digits)} digits, not eight."
            yield Violation(message, "ISSN", _ADVICE)
