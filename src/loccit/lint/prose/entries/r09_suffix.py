"""A suffix such as "Jr." that is not after the initials.

## What it does

Finds names in a list with "Jr.", "Sr." or a Roman number before the initials, or after
them without a comma.

## Why is this bad?

APA puts a suffix after the initials and a comma (section 9.8).

## Example

    He said so (King, 1963).

    # References

    King, Jr., M. L. (1963). *The quiet street*. New Press.

## Use instead

    He said so (King, 1963).

    # References

    King, M. L., Jr. (1963). *The quiet street*. New Press.

## Fix safety

This fix is safe: it moves the suffix, and sets its comma and stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.typed_names import authors_end, initials
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_SURNAME = r"(?P<surname>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][a-zß-ÿ’'-]+)?)"
_SUFFIX = r"(?P<suffix>[JS]r\b\.?|I{2,3}\b\.?|IV\b\.?)"
_INITIALS = r"[A-ZÀ-Þ]\.(?:[ -]?[A-ZÀ-Þ]\.)*"
#: Initials, with a first name before them, or a first name before the date.
_GIVEN = rf"(?P<given>(?:[A-ZÀ-Þ][a-zß-ÿ]+ )?{_INITIALS}|[A-ZÀ-Þ][a-zß-ÿ]+(?=\.? \())"
#: "King, Jr., M. L.", "King Jr., M. L.", "King, M. L. Jr."
_WRONG = regex(
    rf"\b{_SURNAME},?\s{_SUFFIX},\s{_GIVEN}|\b{_SURNAME.replace('P<surname>', 'P<before>')},\s"
    rf"{_GIVEN.replace('P<given>', 'P<initials>')}\s{_SUFFIX.replace('P<suffix>', 'P<after>')}"
)
_JUNIOR = ("Jr", "Sr")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for found in _WRONG.finditer(entry.text, 0, authors_end(entry)):
            surname = found["surname"] or found["before"]
            given = initials(found["given"] or found["initials"])
            suffix = (found["suffix"] or found["after"]).rstrip(".")
            if suffix in _JUNIOR:
                suffix += "."
            elif entry.text[found.end() : found.end() + 2] == " (":
                suffix += "."  # it ends the author's part
            new = f"{surname}, {given}, {suffix}"
            message = "The suffix is not after the initials and a comma."
            yield expected(essay, entry, found.start(), found.end(), new, message)
