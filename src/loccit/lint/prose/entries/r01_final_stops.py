"""A full stop that is missing after a part of an entry, or too many at its end.

## What it does

Finds entries that end in a DOI or URL and a full stop, or in something else without one,
and groups and titles that no full stop follows.

## Why is this bad?

In APA, each of the four parts of an entry (author, date, title, source) ends in a full
stop (section 9.5), but no stop follows a DOI or URL, because it could be taken for a part
of the address (section 9.35).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Streets. *Cities*, *12*(3), 1–9. https://doi.org/10.1000/182.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Streets. *Cities*, *12*(3), 1–9. https://doi.org/10.1000/182

## Fix safety

This fix is safe: it adds or removes the stop alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import typed_names
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: A DOI or URL at the end of an entry, and a stop.
_ADDRESS = regex(
    r"(?:https?://|www\.|doi:\s?|\b10\.\d{4,9}/)(?P<rest>\S+?)"
    r"(?P<stop>\.?)[\s>]*$",
    re.IGNORECASE,
)
#: "gradepro.org" is an address, too.
_SITE = regex(r"\w\.(?:com|edu|gov|int|io|net|org|[a-z]{2})(?:/\S*)?\s*$")
#: What ends an entry without a stop.
_OPEN_END = regex(r"(?<![.?!])[\w)\]”\"’%](?P<end>)\s*$")
#: An entry that goes on in the next paragraph: "Proceedings of the 10th".
_CUT = regex(r"\b(?:\d+(?:st|nd|rd|th)|and|for|in|of|the|with)\s*$")
#: What a site adds to its references, and the number of a preprint.
_ADDED = regex(
    r"(?:\bview (?:at|in|on) [\w .]+|\b(?:CrossRef|PubMed|Google Scholar)\]?"
    r"|\barxiv:\s?\S+)\s*$",
    re.IGNORECASE,
)
_DATE = regex(r" \((?:1[4-9]|20|n\.\s?d|in press)")
#: "(Original work published 1943)" and "(Withdrawn)" have none.
_REMARK = regex(r"(?:\.|//\S+)\s+\([^()]*\)\s*$")
#: A comma or nothing between a title and the publication that it is followed by.
_COMMA = regex(r",?\s+")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        if not entry.segments("title") or not entry.segments("author", "date"):
            continue
        yield from _at_the_end(essay, entry)
        if entry.is_sure("title"):
            yield from _after_group(essay, entry)
            yield from _after_title(essay, entry)


def _after_group(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    """Report a group that is the author, and has no stop before the date."""
    group = _group(entry)
    if not group:
        return
    start, end = group
    if entry.text[end - 1] != "." and _DATE.match(entry.text, end):
        new = f"{entry.text[start:end]}."
        message = "No full stop follows the author."
        yield expected(essay, entry, start, end, new, message)


def _group(entry: CheckedEntry) -> tuple[int, int] | None:
    """Return where the last author is, if it is a group."""
    names = typed_names(entry)
    if names:
        return (names[-1].start, names[-1].end) if names[-1].name.literal else None
    authors, listed = entry.segments("author"), entry.source.names("author")
    is_one = len(authors) == len(listed) == 1 and bool(listed[0].literal)
    if is_one and authors[0].start == 0 and entry.is_clear(authors[0]):
        return authors[0].start, authors[0].end
    return None


def _after_title(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    """Report a comma between a title and the journal or publisher."""
    titles = entry.segments("title")
    followers = entry.segments("container-title", "publisher")
    if len(titles) != 1 or not followers or followers[0].start < titles[0].end:
        return
    start, end = followers[0].start, followers[0].end
    gap = entry.text[titles[0].end : start]
    if not _COMMA.fullmatch(gap) or not entry.is_clear(followers[0]):
        return
    title = entry.text[titles[0].start : titles[0].end]
    if title[-1] in '.?!…"”':
        return
    new = f"{title}. {entry.text[start:end]}"
    message = "No full stop follows the title."
    yield expected(essay, entry, titles[0].start, end, new, message)


def _at_the_end(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    address = _ADDRESS.search(entry.text)
    if address:
        if address["stop"] and ")" not in address["rest"]:
            start, end = address.start(), address.end("stop")
            new = entry.text[start : end - 1]
            message = "A full stop follows the address."
            yield expected(essay, entry, start, end, new, message)
        return
    last = entry.read.segments[-1]
    found = _OPEN_END.search(entry.text)
    if not found or last.label in _NO_STOP:
        return
    if any(form.search(entry.text) for form in (_REMARK, _SITE, _ADDED, _CUT)):
        return
    start = max(last.start, entry.text.rfind(" ", 0, found.start()) + 1)
    new = f"{entry.text[start : found.end('end')]}."
    message = "No full stop ends the entry."
    yield expected(essay, entry, start, found.end("end"), new, message)


#: After what the end of an entry is not judged: its address may be a link.
_NO_STOP = ("url", "doi", "accessed", "note", "other", "author")
