"""An address that is none, or several in one field.

Readers can't follow it. It begins with `https://` or the like, and has no space in it.

    @online{nmaahc, url = {nmaahc.si.edu/learn}}

Copy it from the browser's address line:

    @online{nmaahc, url = {https://nmaahc.si.edu/learn}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation

_URL = regex(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"]+")
_SEVERAL = regex(r"\s*[;,]?\s+(?=[a-z]+://)")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    url = entry.source.text("URL")
    if not url or _URL.fullmatch(url):
        return
    if len(parts := _SEVERAL.split(url)) > 1 and all(map(_URL.fullmatch, parts)):
        yield Violation(
            f"There are {len(parts)} addresses in one field.",
            "URL",
            "Keep the best of them.",
        )
    elif any(character.isspace() for character in url):
        yield Violation(
            f"`{url[:80]}` has a space in it.",
            "URL",
            "Copy it from the browser's address line.",
        )
    else:
        yield Violation(
            f"`{url[:80]}` is no address.",
            "URL",
            "Copy it from the browser's address line, with its `https://`.",
        )
