"""A character that nobody sees: a control character, a soft hyphen, a space without
width.

Copied along from a PDF or a web page, it parts words where no line ends, and keeps
searches from finding them.

    [{"id": "davis2003", "type": "book", "title": "Are Pri\\u00adsons obsolete?"}]

Take it out:

    [{"id": "davis2003", "type": "book", "title": "Are prisons obsolete?"}]
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
        if found := _UNSEEN.search(text):
            what = name(found[0], "control character").lower()
            message = f"There is a {what} (U+{ord(found[0]):04X}) in `{at}`."
            if _LOST.search(text):
                yield Violation(message, at, "Write the character that belongs there.")
            else:
                new = _UNSEEN.sub("", _SEPARATOR.sub(" ", text))
                yield Violation(message, at, "Delete it.", entry.fix(at, new))
