"""A title in another language without a translation.

## What it does

Finds titles that are certainly not in English, in essays in English, after which no
translation follows in brackets.

## Why is this bad?

APA gives the original title and its translation in square brackets (section 9.38).

## Example

    Neighborhoods changed (Roux, 2011).

    # References

    Roux, A. (2011). *La vie quotidienne des ouvriers de Paris*. Maison Bleue.

## Use instead

    Neighborhoods changed (Roux, 2011).

    # References

    Roux, A. (2011). *La vie quotidienne des ouvriers de Paris* [The daily life of the workers of Paris]. Maison Bleue.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.csl import is_foreign
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity

#: A word of a title may look foreign that is a name or a term.
SEVERITY: Severity = "note"

#: Small words and letters that English does not have; long words alone may be terms.
_FOREIGN = regex(
    r"(?i)\b(?:der|die|das|und|zur|zum|von|sur|des?|las?|les?|du|et|el|los|del|della|il|per"
    r"|y|da|do|och|en|het|een|van)\b|[^\x00-\x7f‘’“”–—…]",
)
_BRACKET = regex(r"[\"”’.]*\s*(?:\([^()]*\)\s*)?\[")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for entry in essay.ordinary_entries:
        titles = entry.segments("title")
        if len(titles) != 1 or not entry.is_sure("title"):
            continue
        start, end = titles[0].start, titles[0].end
        title = entry.text[start:end]
        if _BRACKET.match(entry.text, end) or not _needs_translation(title):
            continue
        message = "A translation of the title is missing."
        advice = "Add it after the title, in square brackets."
        yield Mistake(entry.mapped, start, end, message, advice)


def _needs_translation(title: str) -> bool:
    if "[" in title or "/" in title:  # it has one
        return False
    return is_foreign(title) and _FOREIGN.search(title) is not None
