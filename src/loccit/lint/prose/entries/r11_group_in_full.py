"""An abbreviation as the author of an entry, or beside its full name.

## What it does

Finds entries of a group that is named by an abbreviation, where the essay has the full
name, and entries that give both.

## Why is this bad?

In the list, APA gives the full name of a group alone; an abbreviation belongs in the
text (section 9.11).

## Example

    It was so (World Health Organization [WHO], 2020).

    # References

    WHO. (2020). *The quiet street*. New Press.

## Use instead

    It was so (World Health Organization [WHO], 2020).

    # References

    World Health Organization. (2020). *The quiet street*. New Press.

## Fix safety

This fix is unsafe: the words in the essay whose initials are those of the abbreviation
are taken for its full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import authors_end
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_ACRONYM = regex(r"(?:The )?(?P<acronym>[A-Z]{3,8})\b(?=\.? ?[(\d]|\.\s)")
#: "World Health Organization (WHO)", "WHO (World Health Organization)".
_NAME = r"[A-Z][\w’'&-]*(?:,? (?:(?:of|and|the|for|in|on|to|&) )*[A-Z][\w’'-]*)+"
_BOTH = regex(rf"(?P<name>{_NAME}) [(\[](?P<acronym>[A-Z]{{2,8}})[)\]]")
_BOTH_REVERSED = regex(rf"(?P<acronym>[A-Z]{{2,8}}) [(\[](?P<name>{_NAME})[)\]]")
#: Small words that abbreviations leave out.
_SMALL = r"(?:,? (?:of|and|the|for|in|on|to|&))*,? "


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        end = authors_end(entry)
        both = _BOTH.match(entry.text, 0, end) or _BOTH_REVERSED.match(
            entry.text, 0, end
        )
        alone = _ACRONYM.match(entry.text, 0, min(len(entry.text), end + 1))
        if both and _is_short_for(both["acronym"], both["name"]):
            message = f"The abbreviation `{both['acronym']}` is beside the full name."
            yield _mistake(essay, entry, both.end(), both["name"], message)
        elif alone:
            name = _full_name(essay, alone["acronym"])
            if name:
                message = f"`{alone['acronym']}` is not the full name of the group."
                yield _mistake(essay, entry, alone.end(), name, message)


def _mistake(
    essay: CheckedEssay, entry: CheckedEntry, end: int, name: str, message: str
) -> Mistake:
    return expected(essay, entry, 0, end, name, message)


def _is_short_for(acronym: str, name: str) -> bool:
    return _pattern(acronym).fullmatch(name) is not None


def _full_name(essay: CheckedEssay, acronym: str) -> str:
    """Return the words of the essay whose initials an abbreviation has."""
    pattern = _pattern(acronym)
    for paragraph in essay.paragraphs:
        found = pattern.search(paragraph.text)
        if found:
            return " ".join(found[0].split())
    return ""


def _pattern(acronym: str) -> re.Pattern[str]:
    words = [rf"{letter}[a-z][\w’'-]*" for letter in acronym]
    return re.compile(rf"\b{_SMALL.join(words)}\b")
