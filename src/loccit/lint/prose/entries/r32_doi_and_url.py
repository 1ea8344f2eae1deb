"""An address beside a DOI, or in the place of one.

## What it does

Finds entries that have another address besides the DOI, and addresses of publishers that
have the DOI in them.

## Why is this bad?

APA gives the DOI alone where there is one, because it stays right when a page moves
(section 9.34).

## Example

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Streets. *Cities*, *12*, 1–9. https://doi.org/10.1000/182 https://cities.example.org/182

## Use instead

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Streets. *Cities*, *12*, 1–9. https://doi.org/10.1000/182

## Fix safety

This fix is safe: the DOI leads to the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.prose.entry_mistakes.addresses import (
    RESOLVER,
    Address,
    dois,
    link_at,
    readdressed,
    urls,
)
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.values.identifiers.doi import doi_of_page

FIX_SAFETY: Safety = "safe"

#: Words that announce an address, and what separates it from the part before.
_BEFORE = regex(
    r"[\s.,;]*(?:(?:retrieved|available|accessed)(?: online)?(?: from| at)?:?\s+|url:\s*)?"
    r"[(<]?$",
    re.IGNORECASE,
)
_BETWEEN = regex(r"[.,;]?\s+(?=https?://doi\.org/)", re.IGNORECASE)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        known = [*dois(entry)]
        for url in urls(entry):
            if known:
                yield _beside(essay, entry, url, known[0].doi)
            elif doi := doi_of_page(url.text):
                message = f"The work at `{url.text}` has a DOI."
                yield readdressed(essay, entry, url, f"{RESOLVER}{doi}", message)


def _beside(
    essay: CheckedEssay, entry: CheckedEntry, url: Address, doi: str
) -> Mistake:
    message = f"`{url.text}` is given besides the DOI."
    wanted = f"{RESOLVER}{doi}"
    change = _change(entry, url)
    if not change or link_at(entry, url):
        advice = f"Expected: {wanted}"
        return Mistake(entry.mapped, url.start, url.end, message, advice)
    mistake = corrected(essay, entry, [change], wanted, message)
    return replace(mistake, start=url.start, end=url.end)


def _change(entry: CheckedEntry, url: Address) -> Difference | None:
    """Return what takes an address out, if it is at the end, or the DOI comes next."""
    found = _BEFORE.search(entry.text[: url.start])
    following = _BETWEEN.match(entry.text, url.end)
    if found and not entry.text[url.end :].strip(" .>)"):
        return Difference(found.start(), len(entry.text), "")
    if following:
        return Difference(url.start, following.end(), "")
    return None
