"""Anonymous as the author of a work that is not signed so.

## What it does

Finds citations of "Anonymous" where no entry of the list has this author.

## Why is this bad?

Only a work that is signed "Anonymous" is cited so.  Others without an author are cited
by their titles (APA, section 8.14).

## Example

    Sleep helps memory (Anonymous, 2019).

    # References

    *Guide to sleep*. (2019). North Press.

## Use instead

    Sleep helps memory (*Guide to Sleep*, 2019).

    # References

    *Guide to sleep*. (2019). North Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.prose import found_in_prose
from loccit.lint.prose.rule import Mistake

_ANONYMOUS = regex(
    r"(?<=[(;\s])(?P<name>[Aa]nonymous|Anon\.?|Author\s[Uu]nknown|Unknown(?:\s[Aa]uthor)?"
    r"|No\s[Aa]uthor)(?=,?\s\(?(?:(?:1[5-9]|20)\d\d|n\.\s?d\.)[a-z]?\s?[),;])"
)
_SIGNED = regex(r"\W*(?:Anonymous|Anon\b)")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.entries or any(_SIGNED.match(each.text) for each in essay.entries):
        return
    for found in found_in_prose(essay, _ANONYMOUS):
        name = found.match["name"]
        message = f"No entry of the list is signed `{name}`."
        advice = "Cite the work by the first words of its title."
        yield Mistake(found.mapped, *found.match.span("name"), message, advice)
