"""The author of several works written out in the first entry only.

## What it does

Finds dashes, underscores or "Ibid." in the place of the author of the entry above.

## Why is this bad?

Each entry must be understood alone. APA writes the authors out each time (section 9.46);
dashes are for other styles.

## Example

    The street is old (Bell, 2009, 2012).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    ———. (2012). *Towns that talk*. Harbor Press.

## Use instead

    The street is old (Bell, 2009, 2012).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    Bell, R. (2012). *Towns that talk*. Harbor Press.

## Fix safety

This fix is safe: it writes the authors of the entry above, as they are typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

#: What stands for the author above, with the punctuation after it.
_DITTO = regex(r"(?:[-_—–─―‐‑]{2,}|[—―–](?=[.,]?\s?\()|Ibid|Idem|Ders|Dies)[.,]?(?=\s)")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    authors = ""
    for entry in essay.entries:
        found = _DITTO.match(entry.text)
        if found is None:
            authors = _authors(entry)
            continue
        yield Mistake(
            entry.mapped,
            0,
            found.end(),
            "The authors of this entry are not written out.",
            f"Write `{authors}`." if authors else "Write them.",
            _edits(essay, entry, found.end(), authors),
        )


def _edits(
    essay: CheckedEssay, entry: CheckedEntry, end: int, authors: str
) -> tuple[Edit, ...]:
    if not authors or "&" in authors:
        return essay.retyped(entry.mapped, 0, end, authors) if authors else ()
    return essay.retyped(entry.mapped, 0, end, authors)


def _authors(entry: CheckedEntry) -> str:
    """Return the authors as an entry has them, with the full stop after them."""
    found = entry.segments("author")
    if not found or found[0].start:
        return ""
    end = found[-1].end
    stop = entry.text[end : end + 1]
    return entry.text[:end] + (stop if stop in (".", ",") else "")
