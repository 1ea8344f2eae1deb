"""A post on a social network without its description or the name of its account.

## What it does

Finds posts on Twitter, X and Instagram, by their addresses, that have no description in
brackets, such as "[Tweet]", or no account after the author.

## Why is this bad?

APA gives the account in brackets after the author, up to twenty words of the post in
italics, and what it is in brackets (section 10.15).

## Example

    Neighborhoods changed (Cole, 2021).

    # References

    Cole, A. [@cole]. (2021, May 3). *Quiet streets*. Twitter. https://twitter.com/cole/status/1

## Use instead

    Neighborhoods changed (Cole, 2021).

    # References

    Cole, A. [@cole]. (2021, May 3). *Quiet streets* [Tweet]. Twitter. https://twitter.com/cole/status/1

## Fix safety

This fix is unsafe: the post may be a picture or a video.
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

#: A post, and the account that its address names.
_POST = regex(
    r"https?://(?:www\.|mobile\.)?(?P<site>twitter|x)\.com/(?P<account>\w+)/status/\d+",
    re.IGNORECASE,
)
_INSTAGRAM = regex(r"https?://(?:www\.)?instagram\.com/p/\w+", re.IGNORECASE)
_DESCRIBED = regex(
    r"\[(?:[^\[\]@]*\b)?(?:tweet|post|thread|video|photo\w*|image|gif|infographic"
    r"|status|reel|attached)",
    re.IGNORECASE,
)
_ACCOUNT = regex(r"@\w+")
_STOP = regex(r"\.?\s+\(")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        post = _POST.search(entry.text)
        if post or _INSTAGRAM.search(entry.text):
            yield from _without_description(essay, entry, post)
            yield from _without_account(essay, entry, post)


def _without_description(
    essay: CheckedEssay, entry: CheckedEntry, post: re.Match[str] | None
) -> Iterator[Mistake]:
    titles = entry.segments("title")
    if _DESCRIBED.search(entry.text) or not titles:
        return
    kind = "Tweet" if post and post["site"].lower() == "twitter" else "Post"
    start, end = titles[0].start, titles[-1].end
    new = f"{entry.text[start:end]} [{kind}]"
    message = "Nothing in brackets says that it is a post."
    if post is None:
        advice = "Write what it is after the title: `[Photograph]`, `[Video]`."
        yield Mistake(entry.mapped, start, end, message, advice)
    else:
        yield expected(essay, entry, start, end, new, message)


def _without_account(
    essay: CheckedEssay, entry: CheckedEntry, post: re.Match[str] | None
) -> Iterator[Mistake]:
    authors = entry.segments("author")
    address = entry.text.find("http")
    if len(authors) != 1 or _ACCOUNT.search(entry.text[:address]):
        return
    start, end = authors[0].start, authors[0].end
    name = entry.text[start:end]
    message = "The account is missing after the author."
    if post is None or not _STOP.match(entry.text, end):
        yield Mistake(entry.mapped, start, end, message, "Add it: `[@account]`.")
        return
    stop = "" if entry.text[end] == "." else "."
    new = f"{name} [@{post['account']}]{stop}"
    yield expected(essay, entry, start, end, new, message)
