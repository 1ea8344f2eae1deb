"""A thesis that is not described in brackets.

## What it does

Finds theses whose kind and university are in parentheses or without brackets.

## Why is this bad?

APA describes a thesis in square brackets after the title: "[Doctoral dissertation,
University of York]" (section 10.6).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets* (Doctoral dissertation, University of York). York Theses.

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets* [Doctoral dissertation, University of York]. York Theses.

## Fix safety

This fix is unsafe: the thesis may be unpublished, and is described differently then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_KIND = (
    r"(?P<unpublished>unpublished )?(?P<degree>doctoral|ph\.?\s?d\.?|d\.?phil\.?|master[’']?s?"
    r"|m\.?\s?(?:a|sc|s|phil)\.?|bachelor[’']?s?|b\.?\s?(?:a|sc)\.?|undergraduate|honou?rs)"
    r"[ -](?P<work>dissertation|thesis)"
)
#: After a title: in parentheses, or without brackets.
_IN_PARENTHESES = regex(
    rf"\.?\s+\({_KIND}(?:[,:]\s*(?P<university>[^()\[\]]+?))?\)", re.IGNORECASE
)
_WITHOUT = regex(
    rf"[.,]\s+{_KIND}[.,]\s+(?P<university>[A-Z][^,.()\[\]\d]+(?:University|College|Institute"
    rf"|Universität)[^,.()\[\]\d]*|(?:University|Université) of [^,.()\[\]\d]+)"
    r"(?:,\s*[A-Z][^.,()\[\]\d]+)*",
    re.IGNORECASE,
)
#: In brackets, but in other words, or with the university outside them.
_OTHER_WORDS = regex(
    r"\s+\[(?P<unpublished>unpublished )?(?P<degree>ph\.?\s?d\.?|d\.?phil\.?)[ -]"
    r"(?P<work>dissertation|thesis)(?:,\s*(?P<university>[^\[\]]+?))?\]",
    re.IGNORECASE,
)
_OUTSIDE = regex(
    r"\s+\[(?P<unpublished>(?!))?(?P<degree>doctoral|master[’']?s?|ph\.?\s?d\.?|d\.?phil\.?) "
    r"(?P<work>dissertation|thesis)\]\.\s+(?P<university>University of [^,.()\[\]\d]+"
    r"|[A-Z][^,.()\[\]\d]+(?:University|College))(?=\.)",
    re.IGNORECASE,
)
_FORMS = (_IN_PARENTHESES, _WITHOUT, _OUTSIDE, _OTHER_WORDS)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for title in entry.segments("title"):
            matches = [form.match(entry.text, title.end) for form in _FORMS]
            found = next(filter(None, matches), None)
            if found and entry.is_sure("title"):
                yield _mistake(essay, entry, found)


def _mistake(essay: CheckedEssay, entry: CheckedEntry, found: re.Match[str]) -> Mistake:
    kind, university = _kind(found), found["university"]
    wanted = f"[{kind}, {university}]" if university else f"[{kind}]"
    if university and found["unpublished"]:
        wanted = f"[{kind}]. {university}"
    typed = " ".join(found[0].split()).strip(" .,")
    message = f"`{typed}` is not how a thesis is described."
    return expected(essay, entry, *found.span(), f" {wanted}", message)


def _kind(found: re.Match[str]) -> str:
    """Return the kind of thesis in APA's words."""
    degree = found["degree"].lower().replace(".", "").replace(" ", "")
    if degree in ("doctoral", "phd", "dphil"):
        kind = "doctoral dissertation"
    elif degree.startswith("b"):
        kind = "bachelor’s thesis"
    elif degree.startswith("m"):
        kind = "master’s thesis"
    else:
        kind = f"{degree} {found['work'].lower()}"
    if found["unpublished"]:
        return f"Unpublished {kind}"
    return kind[0].upper() + kind[1:]
