"""A Latin word, such as "ibid.", in the place of author and year.

## What it does

Finds "ibid.", "op. cit.", "loc. cit." and their German and Spanish counterparts where a
citation should name its work.

## Why is this bad?

Such words are for footnotes.  In APA each citation names author and year (section
8.10), so that it stays right when sentences move.

## Example

    Sleep helps memory (Bell, 2009). It helps at any age (ibid., p. 7).

    # References

    Bell, R. (2009). *On sleep*. North Press.

## Use instead

    Sleep helps memory (Bell, 2009). It helps at any age (Bell, 2009, p. 7).

    # References

    Bell, R. (2009). *On sleep*. North Press.

## Fix safety

This fix is unsafe: it names the work that was cited last, and sentences may have moved
since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.checked.prose import found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Cite, Edit, Safety

FIX_SAFETY: Safety = "unsafe"

#: Beside citations by key, typed ones are not recognized.
_IN_BRACKETS = regex(
    r"\((?:ibid(?:em)?|op\.\s?cit|loc\.\s?cit)\b[^()]{0,40}\)", re.IGNORECASE
)
_ADVICE = "Name the author and the year again."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    known = set()
    for citation in essay.worded:
        if citation.mode == "ibid":
            known.add((citation.mapped, citation.end))
            place = (citation.start, citation.end)
            edits = _edits(essay, citation)
            message = _message(citation.text)
            yield Mistake(citation.mapped, *place, message, _ADVICE, edits)
    for found in found_in_prose(essay, _IN_BRACKETS):
        if (found.mapped, found.match.end()) not in known:
            place = found.match.span()
            yield Mistake(found.mapped, *place, _message(found.match[0]), _ADVICE)


def _message(words: str) -> str:
    return f"`{words}` does not name its work."


def _edits(essay: CheckedEssay, citation: CheckedCitation) -> tuple[Edit, ...]:
    """Return the edits that name the work; none where it is not known beyond doubt, or
    where the words are part of a sentence.
    """
    if not citation.text.startswith("("):
        return ()
    cites = []
    for cite in citation.cites:
        work = essay.work_of(cite)
        if work is None:
            return ()
        cites.append(Cite(work, locator=cite.locator))
    printed = essay.in_print.together(cites)
    return essay.retyped(citation.mapped, citation.start, citation.end, printed)
