"""An invisible character: a control character, a soft hyphen or a zero-width space.

## What it does

Finds characters that print nothing. Joiners and marks of direction, which some scripts
need, are fine.

## Why is this bad?

Such characters come along when you copy from a PDF or a web page. They split words
where no line ends, and searches miss these words.

## Example

    [{"id": "davis2003", "type": "book", "title": "Are Pri\\u00adsons Obsolete?"}]

## Use instead

The text without them:

    [{"id": "davis2003", "type": "book", "title": "Are Prisons Obsolete?"}]

## Fix safety

This fix is safe: it deletes what nobody sees, and puts a space where a form feed or a
line separator separates words. Where a character of Windows-1252 was misread, only you
can say which, so there is no fix.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import name

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"
#: Joiners and marks of direction are not among them: some scripts need them.
_UNSEEN = regex(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff]"
)
#: Those that separate words, as a space does.
_SEPARATOR = regex(r"[\x0b\x0c\x1c-\x1f\u2028\u2029]")
#: What Windows-1252 has letters and marks for, misread as Latin-1.
_LOST = regex(r"[\x80-\x9f]")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for at, text in entry.texts():
        if text.isprintable():
            continue
        if found := _UNSEEN.search(text):
            what = name(found[0], "control character").lower()
            message = f"There is a {what} (U+{ord(found[0]):04X}) in `{at}`."
            if _LOST.search(text):
                yield Violation(message, at, "Write the character that belongs there.")
            else:
                new = _UNSEEN.sub("", _SEPARATOR.sub(" ", text))
                yield Violation(message, at, "Delete it.", entry.fix(at, new))
