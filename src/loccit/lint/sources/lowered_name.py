"""A capital that sentence case leaves out, of a word that may be a name.

## What it does

Finds titles in headline case with a word that is a name about as often as a common word
(Apple, Turkey, Rose) and loses its capital in sentence case. Names that loccit
recognizes, as the one in "The Presidents Bush and Ford", and protected words are fine.

## Why is this bad?

Only you know whether the word is a name. APA prints titles in sentence case
(*Publication Manual*, 7th ed., section 6.17), and there a name keeps its capital.

## Example

    @book{isaacson2011, title = {The Secret History of Apple}}

## Use instead

Braces around the name; in CSL-JSON, `<span class="nocase">`. A name that is in many
titles can be listed under `proper-nouns` in `loccit.toml`.

    @book{isaacson2011, title = {The Secret History of {Apple}}}

If it is no name, leave it as it is.

## Fix safety

This fix is unsafe: it takes each word for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit.csl import in_sentence_case, lowered_words
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety, Severity
from loccit.values.letter_case.proper_nouns import may_be_name

SEVERITY: Severity = "note"
FIX_SAFETY: Safety = "unsafe"
_TITLE = "title"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    source = entry.source
    changed = in_sentence_case(source)
    lowered = lowered_words(source, changed, changed.plain(_TITLE))
    names = [word for word in lowered if may_be_name(word)]
    if not names:
        return
    yield Violation(
        _message(names),
        _TITLE,
        "If it is a name, put it in braces, or list it under `proper-nouns`.",
        _fix(entry, names),
    )


def _message(names: list[str]) -> str:
    quoted = " and ".join([f"`{name}`" for name in names])
    what = "loses its capital" if len(names) == 1 else "lose their capitals"
    return f"{quoted} {what} in sentence case."


def _fix(entry: CheckedEntry, names: list[str]) -> dict[str, str]:
    """Protect each word where it is first in the title."""
    at = entry.field_of(_TITLE) or _TITLE
    text = entry.fields.get(at) or entry.source.text(_TITLE)
    protected = r"{\g<0>}" if entry.kind else r'<span class="nocase">\g<0></span>'
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", protected, text, count=1)
    return entry.fix(at, text)
