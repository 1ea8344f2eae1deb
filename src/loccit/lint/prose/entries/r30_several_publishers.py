"""A slash between two publishers.

## What it does

Finds publishers that a slash separates.

## Why is this bad?

APA separates several publishers by semicolons (section 9.29).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. North Press/South House.

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. North Press; South House.

## Fix safety

This fix is unsafe: the slash may be a part of a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

#: A slash between words, each of several letters.
#: "Hall/CRC" is one publisher.
_SLASH = regex(r"(?<=[^\W\d_]{3})\s?/\s?(?!CRC\b)(?=[A-Z][^\W\d_]{2})")
#: The publisher may have been read up to the slash alone.
_SENTENCE = regex(r"[^.,()\[\]:]+(?:,(?!\s\d)[^.,()\[\]:]+)*")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for part in entry.segments("publisher"):
            sentence = _SENTENCE.match(entry.text, part.start)
            new = _SLASH.sub("; ", sentence[0]) if sentence else ""
            if sentence and new != sentence[0]:
                message = "A slash separates the publishers."
                yield expected(essay, entry, *sentence.span(), new, message)
