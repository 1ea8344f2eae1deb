"""Words such as "Retrieved from" before an address.

## What it does

Finds "Retrieved from", "Available at", "URL:" and the like before an address.

## Why is this bad?

In APA an address follows without words (section 9.35), except where the day of retrieval
is given.

## Example

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). *Quiet streets*. North Press. Retrieved from https://streets.example.org

## Use instead

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). *Quiet streets*. North Press. https://streets.example.org

## Fix safety

This fix is safe: it removes the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Words right before an address, which may be in angle brackets.
_WORDS = regex(
    r"\[?\b(?:(?:retrieved|available|accessed|downloaded|obtained|viewed|found|taken)"
    r"(?: online)?(?: from| at| via| on| through)?(?: the)?(?: (?:web(?:site)?|link|url))?"
    r"|available(?: from| at)?(?: url)?|source:|url|web address|website|link|online(?: at)?)\]?"
    r"\s?:?\s+(?=<?(?P<address>(?:https?://|www\.|doi[:.])\S+))",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for found in _WORDS.finditer(entry.text):
            words = found[0].strip()
            if words.lower() == "website":
                continue  # the end of the name of a site
            start, end = found.start(), found.start("address")
            change = Difference(start, end, "")
            message = f"`{words}` is before the address."
            wanted = found["address"].rstrip(".,;>")
            mistake = corrected(essay, entry, [change], wanted, message)
            is_link = any(start < mark.end <= end for mark in entry.marks)
            yield replace(mistake, edits=()) if is_link else mistake
