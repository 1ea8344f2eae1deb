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


def check(entry: CheckedEntry) -> Iterator[Violation]:
    text = entry.source.text("ISSN")
    for number in _NUMBER.findall(text):
        digits = plain_number(number)
        if is_issn(digits):
            continue
        if is_isbn(digits):
            yield Violation(
                f"{number} is an ISBN, not an ISSN.", "ISSN", "Its field is `isbn`."
            )
        else:
            what = (
                "has a wrong digit"
                if len(digits) == len("00000000")
                else f"has {len(digits)} digits, not eight"
            )
            yield Violation(
                f"The ISSN {number} {what}.",
                "ISSN",
                "Compare it with the journal's page.",
            )
