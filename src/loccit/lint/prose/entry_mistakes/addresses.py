"""Addresses and DOIs in entries, and how they are replaced: a link keeps its address in
step with its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark as TextMark
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Mark, RichText
from loccit.values.identifiers.doi import read_doi

RESOLVER = "https://doi.org/"

_URL = regex(r"(?:https?://|www\.)[^\s<>\]]+", re.IGNORECASE)
#: A DOI with what people type before it: labels, the resolver, also at a proxy.  One
#: within another address is not meant.
_DOI = regex(
    r"(?<![\w/.=%:-])(?:doi(?:\s?[:=]|\s)\s*)?(?:doi:\s*)?(?:https?://)?"
    r"(?:(?:www|dx)[.-])?(?:doi[.-]org[\w.:-]*/)?(?:doi:)?"
    r"10\.\d{4,9}/[^\s<>\]]+",
    re.IGNORECASE,
)
_PAGES = frozenset(["webpage", "post-weblog", "post"])
#: What ends a sentence after an address.
_AFTER = ".,;:"


class Address(NamedTuple):
    """An address, or a DOI with its label, as readers see it: `text[start:end]`.

    Attributes:
        doi: the DOI that it is; "" for other addresses.
    """

    text: str
    start: int
    end: int
    doi: str = ""


def dois(entry: CheckedEntry) -> Iterator[Address]:
    """Yield the DOIs of an entry, in any form."""
    for found in _DOI.finditer(entry.text):
        doi = read_doi(found[0])
        if doi:
            typed = found[0].partition(doi)
            text = typed[0] + typed[1] if typed[1] else found[0].rstrip(_AFTER)
            yield Address(text, found.start(), found.start() + len(text), doi)


def urls(entry: CheckedEntry) -> Iterator[Address]:
    """Yield the addresses of an entry that are not those of a DOI at its resolver."""
    taken = [*dois(entry)]
    for found in _URL.finditer(entry.text):
        text = _whole(found[0])
        if not any(each.start <= found.start() < each.end for each in taken):
            yield Address(text, found.start(), found.start() + len(text))


def _whole(text: str) -> str:
    """Leave out what ends the sentence or the bracket that an address is in."""
    text = text.rstrip(_AFTER)
    if text.endswith(")") and text.count(")") > text.count("("):
        return _whole(text[:-1])
    return text


def is_web_page(entry: CheckedEntry) -> bool:
    """Return whether an entry is of a page, which a site has, not a publisher."""
    if not any(urls(entry)):
        return False
    issued = entry.source.date("issued")
    has_day = issued is not None and issued.start is not None and issued.start.month
    return entry.source.type in _PAGES or bool(has_day)


def readdressed(
    essay: CheckedEssay, entry: CheckedEntry, at: Address, new: str, message: str
) -> Mistake:
    """Return the mistake that another address is expected in the place of one."""
    link = link_at(entry, at)
    mistake = expected(essay, entry, at.start, at.end, new, message)
    if link is None:
        return mistake
    label: tuple[Edit, ...] = ()
    if at.start < link.start:
        label = essay.retyped(entry.mapped, at.start, link.start, "")
    return replace(mistake, edits=(*label, *_relinked(essay, entry, link, new)))


def link_at(entry: CheckedEntry, at: Address) -> TextMark | None:
    """Return the link that an address is the text of, if it is one."""
    for mark in entry.marks:
        if mark.kind == "link" and mark.start < at.end and at.start < mark.end:
            return mark
    return None


def _relinked(
    essay: CheckedEssay, entry: CheckedEntry, link: TextMark, new: str
) -> tuple[Edit, ...]:
    """Return the edits that set a new link; where a document keeps addresses apart from
    the text, only that changes.
    """
    if link.whole is None:
        return essay.retyped(entry.mapped, link.start, link.end, new)
    text = RichText.of(new).marked(Mark("link", new))
    return essay.rewritten(link.whole, entry.mapped.part, text)
