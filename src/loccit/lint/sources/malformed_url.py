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

#: A scheme, a colon and no space (RFC 3986, 3).
_URL = regex(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"]+")
#: What separates two URLs.
_BETWEEN = regex(r"\s*[;,]?\s+(?=[a-z]+://)")
#: How many characters of a wrong URL a message shows.
_SHOWN = 80


def check(entry: CheckedEntry) -> Iterator[Violation]:
    url = entry.source.text("URL")
    if not url or _URL.fullmatch(url):
        return
    urls = _BETWEEN.split(url)
    if len(urls) > 1 and all(map(_URL.fullmatch, urls)):
        message = f"There are {len(urls)} URLs in one field."
        advice = "Keep the best of them."
    elif any(character.isspace() for character in url):
        message = f"`{url[:_SHOWN]}` has a space in it."
        advice = "Copy the URL from the browser's address bar."
    else:
        message = f"`{url[:_SHOWN]}` is not a URL."
        advice = "Copy it from the browser's address bar, with its `https://`."
    yield Violation(message, "URL", advice)
