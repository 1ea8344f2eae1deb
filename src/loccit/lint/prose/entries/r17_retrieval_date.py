"""A date of retrieval before or after an address.

## What it does

Finds "Retrieved May 2, 2021, from" and "Accessed 2 May 2021" in entries with a date of
their own.

## Why is this bad?

APA gives the day of retrieval only for sources that are made to change and are not
archived (section 9.16).

## Example

    It was so (Okafor, 2021).

    # References

    Okafor, N. (2021). *A street changes*. Retrieved May 2, 2021, from https://example.org/a

## Use instead

    It was so (Okafor, 2021).

    # References

    Okafor, N. (2021). *A street changes*. https://example.org/a

## Fix safety

This fix is unsafe: the page may be one that is made to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_VERB = (
    r"(?:last |date )?(?:retrieved|accessed|viewed|visited|access date|date of access)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|\d{{4}}, {_MONTH} \d{{1,2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d"
    rf"|{_MONTH} \d{{4}})"
)
#: Before an address, or after it, in brackets or not.
_BEFORE = regex(
    rf"[(\[]?\b{_VERB}:?(?: on)?:?\s{_DATE}[)\]]?(?:,?\s(?:from|at|via)\b)?[:,.]?\s+"
    r"(?=<?(?:https?://|www\.|doi:))",
    re.IGNORECASE,
)
_AFTER = regex(
    rf"[.,;]?\s*[(\[]?\b{_VERB}:?(?: on)?:?\s{_DATE}[)\]]?\.?\s*$", re.IGNORECASE
)
#: Sources that change, and are not archived.
_CHANGING = regex(
    r"\bn\.\s?d\.|wikipedia|\bmaps?\b|uptodate|dictionary|encyclopedia|@\w|\bprofile\b"
    r"|\bpopulation clock\b|statistics|dashboard",
    re.IGNORECASE,
)
_ADDRESS = regex(r"(?:https?://|www\.|doi:)\S+", re.IGNORECASE)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        text = " ".join(entry.text.split())
        if not _CHANGING.search(text) and entry.segments("date"):
            yield from _mistakes(essay, entry)


def _mistakes(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    message = "The day of retrieval is given for a source with a date of its own."
    address = _ADDRESS.search(entry.text)
    if not address:
        return
    before = _BEFORE.search(entry.text)
    found = before or _AFTER.search(entry.text, address.end())
    if found:
        change = Difference(found.start(), found.end(), "")
        wanted = address[0].rstrip(".,;")
        yield corrected(essay, entry, [change], wanted, message)
