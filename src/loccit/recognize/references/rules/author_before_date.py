"""Recognize the author that has no form of a name: what is before a date in brackets.

In "CrashCourse. (2014). The silk road. https://..." a title follows the date; in "Autism.
(2014). In Encyclopedia of it" the title is before it.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import Draft
from loccit.recognize.references.rules.sentences import sentence_end
from loccit.values.groups import is_group
from loccit.values.people import has_initials

_BETWEEN = regex(r"[\s.,]*[(\[]\s?")
_AFTER = regex(r"[\s.,:;)\]\0]*")
#: What is after the date of a work without an author; "Directed by" follows a film.
_NO_TITLE = regex(
    r"(?:in|en|dans|directed|dir|on|retrieved|available)\b", re.IGNORECASE
)
_IN = regex(r"In\b")
#: The words of a name: its first letter is a capital, or it is one word.
_NAME = regex(r"@?[\w.&’'-]+|(?:[A-ZÀ-Þ@&][\w.&’'-]*[ ,]{0,2}){2,4}")
_HOST = regex(r"(?:https?://)?([\w.-]+)")
_LETTERS = regex(r"[^\W\d_]{2}")
#: A site after the date has a short name: "Autism. (2014). Mayo Clinic."
_LONGEST_SITE = 4


def is_author_before_date(draft: Draft, end: int) -> bool:
    """Return whether `text[:end]` is the author, since a date and a title follow."""
    title = _after_date(draft, end)
    head = draft.text[:end].strip(" .,")
    if not _LETTERS.search(title) or _NO_TITLE.match(title) or "“" in head:
        return False
    if is_group(head):
        return True
    address = draft.first("url", "doi")
    if address is None or not _NAME.fullmatch(head) or not _LETTERS.search(head):
        return False
    if is_host(head, draft.text[address.start : address.end]):
        return True
    return len(title.split()) > _LONGEST_SITE or not is_group(title)


def is_title_before_date(draft: Draft, end: int) -> bool:
    """Return whether `text[:end]` is the title of an entry: "Autism. (2014). In"."""
    head = draft.text[:end].strip(" .,")
    is_name = "," in head or has_initials(head) or is_group(head)
    return not is_name and _IN.match(_after_date(draft, end)) is not None


def _after_date(draft: Draft, end: int) -> str:
    """Return the sentence after the date in brackets that is after a place, or ""."""
    date = draft.first("date")
    if not end or not date or not _BETWEEN.fullmatch(draft.text, end, date.start):
        return ""
    after = _AFTER.match(draft.free, date.end)
    start = after.end() if after else date.end
    return draft.free[start : sentence_end(draft.free, start, len(draft.free))]


def is_host(name: str, address: str) -> bool:
    """Return whether the host of an address has a name in it.

    >>> is_host("Tate Modern", "https://www.tatemodern.org/a"), is_host("Roe", "a.org/roe")
    (True, False)
    """
    host = _HOST.match(address.casefold())
    letters = "".join(filter(str.isalnum, name.casefold()))
    return host is not None and bool(letters) and letters in host[1].replace("-", "")
