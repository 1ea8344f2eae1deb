"""Another heading of the list than "References".

## What it does

In English essays, finds lists under another heading, such as "Works Cited",
"Bibliography", "Sources" or "References:".

## Why is this bad?

APA calls the list "References", centered and in bold (sections 2.12 and 9.43); other
styles have the other names. Whether a heading is centered depends on the layout of the
essay, which this rule does not look at.

## Example

    The street is old (Bell, 2009).

    # Works Cited

    Bell, R. (2009). *Streets of trust*. Harbor Press.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

## Fix safety

This fix is safe: it changes the words of the heading alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.list_groups import heading_of_list
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_REFERENCES = "References"
#: English names of lists of what is cited; "Further Reading" is another list.
_HEADING = regex(
    r"\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?P<words>(?:references?(?: list)?"
    r"|(?:list of |cited )?(?:references|sources|works|literature)(?: cited| used| list)?"
    r"|works? (?:cited|consulted)|bibliograph(?:y|ies)|literature|citations?|sources?"
    r"|reference list)\s?:?)\W*",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    paragraph = heading_of_list(essay)
    found = _HEADING.fullmatch(paragraph.text) if paragraph else None
    if not (essay.is_english and paragraph and found):
        return
    words = found["words"]
    if words == _REFERENCES or (words == "Reference" and len(essay.entries) == 1):
        return
    start, end = found.span("words")
    yield Mistake(
        paragraph.mapped,
        start,
        end,
        f"The heading of the list is `{words}`, not `{_REFERENCES}`.",
        f"Write `{_REFERENCES}`.",
        essay.retyped(paragraph.mapped, start, end, _REFERENCES),
    )
