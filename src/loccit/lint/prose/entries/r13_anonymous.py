"""A word for "nobody" in the place of the author.

## What it does

Finds entries that begin with "Anonymous", "Unknown", "No author" or the like.

## Why is this bad?

Without an author, APA moves the title to the first place; "Anonymous" is for works that
are signed so (section 9.12).

## Example

    It was so (*Guide to sleep*, 2019).

    # References

    Anonymous. (2019). *Guide to sleep*. New Press.

## Use instead

    It was so (*Guide to sleep*, 2019).

    # References

    *Guide to sleep*. (2019). New Press.

## Fix safety

This fix is unsafe: the work may be signed so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Mark, RichText, Safety

FIX_SAFETY: Safety = "unsafe"

#: Words for "nobody", and what follows: a stop, a date, a title.
_NOBODY = regex(
    r"(?P<word>anonymous|anon|unknown(?: author)?|no author|author unknown|n\.\s?a)\b"
    r"(?:\.,?\s+|\s+(?=[(\[\d\"“])|,\s+(?=[\"“]?\w{3}))",
    re.IGNORECASE,
)
_DATE = regex(r"\(([^()]*)\)[.,]?\s+[\"“]?")
_AFTER_TITLE = regex(r"[\"”]?[.,]?[\"”]?")
_ITALIC = Mark("font-style", "italic")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        nobody = _NOBODY.match(entry.text)
        if not nobody:
            continue
        word = nobody["word"]
        message = f"`{word}` is in the place of the author."
        mistake = Mistake(entry.mapped, 0, len(word), message, "Begin with the title.")
        yield _with_title_first(mistake, essay, entry, nobody.end())


def _with_title_first(
    mistake: Mistake, essay: CheckedEssay, entry: CheckedEntry, at: int
) -> Mistake:
    """Return a mistake with its fix, if the date and the title come next."""
    date = _DATE.match(entry.text, at)
    titles = entry.segments("title")
    if not date or not titles or titles[0].start != date.end():
        return mistake
    if not entry.is_sure("title"):
        return mistake
    title = entry.text[date.end() : titles[0].end]
    rest = RichText.of(f". ({date[1]}).")
    if title in entry.italic_in(date.end(), titles[0].end):
        new = RichText.of(title).marked(_ITALIC) + rest
    else:
        new = RichText.of(title) + rest
    end = _AFTER_TITLE.match(entry.text, titles[0].end)
    assert end
    edits = essay.retyped(entry.mapped, 0, end.end(), new)
    return replace(mistake, advice=f"Expected: {new.plain}", edits=edits)
