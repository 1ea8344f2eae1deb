"""A description in brackets that begins with a small letter, or is in parentheses.

## What it does

Finds descriptions of uncommon kinds of works, such as "[video]", in small letters or in
parentheses.

## Why is this bad?

APA describes uncommon kinds of works in square brackets after the title, with a capital
(section 9.21).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011, May 3). *Quiet streets* [video]. YouTube. https://youtu.be/abc

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011, May 3). *Quiet streets* [Video]. YouTube. https://youtu.be/abc

## Fix safety

This fix is safe: it changes the letter and the brackets alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_KINDS = (
    r"(?:video(?: file)?|film|tweet|status update|image|photograph|map|podcast|audio podcast(?: "
    r"episode)?|podcast episode|tv series(?: episode)?|television series|song|album"
    r"|powerpoint slides|slides|lecture notes|infographic|computer software|mobile app"
    r"|data ?set|unpublished manuscript|conference presentation|paper presentation"
    r"|poster presentation|keynote address|conference session|press release|blog post"
    r"|online forum post|facebook page|webinar|painting|sculpture|interview"
    r"|audiobook|audio file|video game|brochure|fact sheet|white paper|speech|ted talk"
    r"|letter to the editor|editorial|review of [^\[\]()]+|[^\W\d_]+ translation)"
)
_BRACKETED = regex(
    rf"(?<=\s)(?P<all>\[(?P<kind>{_KINDS})(?P<rest>(?:[;,][^\[\]]*)?)\])"
)
#: "[online]" and the like are of other styles, and describe nothing.
_AFTER_TITLE = regex(
    r"(?<=[\w)”\"’?!])(?:\s?\([^()]*\))?\s(?P<all>\["
    r"(?!online|internet|e-?book|sic|et al|in |n\.|accessed)"
    r"(?P<kind>[a-z][^\[\]\d;,]{2,40})(?P<rest>(?:[;,][^\[\]]*)?)\])(?=\.)"
)
#: No description is longer.
_LONGEST = 60
_IN_PARENTHESES = regex(rf"(?<=\s)\(({_KINDS})\)", re.IGNORECASE)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        titles = entry.segments("title") if entry.is_sure("title") else ()
        first = titles[0].end if titles else len(entry.text)
        for found in _bracketed(entry):
            new = f"[{_capitalized(found['kind'])}{found['rest']}]"
            message = (
                f"`{found['kind']}` describes the work, and begins with a small letter."
            )
            yield expected(essay, entry, *found.span("all"), new, message)
        for found in _IN_PARENTHESES.finditer(entry.text):
            if found.end() < first:
                continue  # it is within the title
            new = f"[{_capitalized(found[1])}]"
            message = f"`{found[0]}` describes the work, and is in parentheses."
            yield expected(essay, entry, *found.span(), new, message)


def _bracketed(entry: CheckedEntry) -> Iterator[re.Match[str]]:
    """Yield known kinds in small letters, and what is in brackets after a title."""
    found = {each.start("all"): each for each in _BRACKETED.finditer(entry.text)}
    for title in entry.segments("title"):
        after = _AFTER_TITLE.search(entry.text, title.start, title.end + _LONGEST)
        if after and after.start() >= title.end - _LONGEST:
            found.setdefault(after.start("all"), after)
    yield from found.values()


def _capitalized(kind: str) -> str:
    return kind[0].upper() + kind[1:]
