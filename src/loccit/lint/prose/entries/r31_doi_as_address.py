"""A DOI that is not written as `https://doi.org/...`.

## What it does

Finds DOIs after "doi:", bare ones, those at an old address of the resolver, and those in
the address of a library's proxy.

## Why is this bad?

APA gives a DOI as an address that begins with `https://doi.org/`, without a label
(section 9.35).

## Example

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Quiet streets. *Cities*, *12*(3), 1–9. doi:10.1000/182

## Use instead

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Quiet streets. *Cities*, *12*(3), 1–9. https://doi.org/10.1000/182

## Fix safety

This fix is safe: the DOI stays the same, and so does what a link leads to.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.addresses import RESOLVER, dois, readdressed
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for each in dois(entry):
            new = f"{RESOLVER}{each.doi}"
            if each.text.lower() != new.lower() and not _is_escaped(each.text):
                message = f"`{each.text}` is not the address of a DOI."
                yield readdressed(essay, entry, each, new, message)


def _is_escaped(text: str) -> bool:
    """Return whether a DOI at the resolver has escapes, which read differently."""
    return text.lower().startswith(RESOLVER) and "%" in text
