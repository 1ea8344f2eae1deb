"""An entry that is not as the style prints it.

## What it does

Compares each entry of a typed list with what the style prints of the same data, in styles
other than APA, whose manual has rules of its own here.  It looks at words, signs and their
order, not at capitals and italics, and only at entries that were read surely.

## Why is this bad?

Readers, and those who mark essays, expect the details of one style in all entries of a
list.

## Example

    ---
    csl: modern-language-association
    ---

    Neighborhoods changed (Alexander 15).

    # Works Cited

    Alexander, Michelle. (2010). *The Quiet Street*. New Press.

## Use instead

    ---
    csl: modern-language-association
    ---

    Neighborhoods changed (Alexander 15).

    # Works Cited

    Alexander, Michelle. *The Quiet Street*. New Press, 2010.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference, differences
from loccit.lint.prose.rule import Mistake

IN_EVERY_STYLE = True

_WORD = regex(r"[^\W_]+")
#: Words of the form of an entry, which a style may add, change and leave out.
_FORM = frozenset(
    {"a", "accessed", "al", "and", "at", "available", "by", "chapter", "doi", "ed"}
    | {"edited", "edition", "editor", "editors", "eds", "et", "from", "http", "https"}
    | {"in", "no", "number", "on", "online", "org", "p", "page", "pages", "pp"}
    | {"retrieved", "the", "trans", "translated", "url", "vol", "volume", "www"}
)
#: Hyphens stand for dashes in typed lists.
_ALIKE = str.maketrans("–—‑’‘“”\u00a0\n", "---''\"\"  ")
#: An entry is read surely as a whole.
_SURE = 0.9
#: Brackets so near to a year are around it.
_AROUND = 5
#: Signs that stand in pairs.
_IN_PAIRS = ("“”\"‘’'", "()[]")
#: Words that depend on what kind of work it is, and on how an edition is counted.
_UNSURE = frozenset(
    ["chapter", "ed", "edited", "edition", "editor", "editors", "eds", "in"]
)
_YEAR = regex(r"(?:1[4-9]|20)\d\d[a-z]?")
#: Signs that styles set; others are a part of a name or title.
_SIGNS = frozenset(".,;:()[]“”‘’\"'-–—&/ ")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if essay.is_apa:
        return
    for entry in essay.ordinary_entries:
        printed = essay.expected.get(entry.number)
        if printed and _is_sure(entry):
            changes = _changes(entry.text, printed.text.plain)
            if changes:
                yield _mistake(entry, changes)


def _is_sure(entry: CheckedEntry) -> bool:
    read = entry.read
    return not read.doubtful and read.confidence >= _SURE and bool(read.segments)


def _changes(text: str, printed: str) -> list[Difference]:
    """Return the differences in form: in signs, in words of form, and in the place of the
    year; none, if there are others, because the data may have been read wrongly.
    """
    found = [
        each
        for each in differences(text, printed)
        if _even(text[each.start : each.end]) != _even(each.new)
    ]
    old = [_words(text[each.start : each.end]) for each in found]
    new = [_words(each.new) for each in found]
    moved = set().union(*old) & set().union(*new)
    years = {word for word in moved if _YEAR.fullmatch(word)}
    is_form = not set().union(*old, *new) - years
    return found if is_form and all(_counts(text, each) for each in found) else []


def _counts(text: str, change: Difference) -> bool:
    """Return whether a difference does not depend on what kind of work was read."""
    typed, new = text[change.start : change.end], change.new
    forms = {word.lower() for word in _WORD.findall(f"{typed} {new}")}
    if forms & _UNSURE or set(_signs(typed)) - _SIGNS:
        return False
    around = text[max(0, change.start - _AROUND) : change.end + _AROUND] + new
    return _YEAR.search(around) is not None or _pairs(typed) == _pairs(new)


def _signs(text: str) -> str:
    return "".join([sign for sign in text if not sign.isalnum() and not sign.isspace()])


def _pairs(text: str) -> list[int]:
    """Return how many quotation marks and brackets a text has."""
    return [sum(map(text.count, signs)) for signs in _IN_PAIRS]


def _words(text: str) -> set[str]:
    """Return the words of a text that are data."""
    return {word.lower() for word in _WORD.findall(text)} - _FORM


def _even(text: str) -> str:
    return text.translate(_ALIKE).lower().strip()


def _mistake(entry: CheckedEntry, changes: Sequence[Difference]) -> Mistake:
    text = entry.text
    start = text.rfind(" ", 0, changes[0].start) + 1
    end = text.find(" ", changes[-1].end)
    end = end if end >= 0 else len(text)
    new, done = "", start
    for each in changes:
        new += text[done : each.start] + each.new
        done = each.end
    new += text[done:end]
    message = "The entry is not as the style prints it."
    return Mistake(
        entry.mapped, start, end, message, f"Expected: {' '.join(new.split())}"
    )
