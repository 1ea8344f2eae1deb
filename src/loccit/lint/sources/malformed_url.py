"""A malformed URL, or several in one field.

## What it does

Checks that a URL begins with `https://` or another scheme, and has no space in it.

## Why is this bad?

Readers can't follow it.

## Example

    @online{nmaahc, url = {nmaahc.si.edu/learn}}

## Use instead

The URL from the browser's address bar:

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
