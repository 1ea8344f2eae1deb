"""An ISSN whose check digit is wrong, or that has not eight digits.

The last digit of an ISSN is computed from the others, so a digit that was mistyped
shows. Several ISSNs may stand in a field, with words such as `(online)` between them.

    @article{crenshaw1991, issn = {0038-9756}}

Copy it from the journal's page:

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
