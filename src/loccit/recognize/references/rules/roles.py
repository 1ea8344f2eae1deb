"""Find the words that say what people did, which are neither names nor titles."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import CERTAIN, Draft
from loccit.recognize.references.rules.sentences import end_of_names

_ROLE = (
    r"(?:(?:executive |co-?)?(?:directors?|dirs?|producers?|writers?|hosts?|narrators?"
    r"|composers?|performers?|artists?|presenters?|speakers?|creators?)\b\.?)"
)
#: "(Host)", "(Writer & Director)", "(Regie)".
_IN_BRACKETS = regex(
    rf"[(\[](?P<other>(?:{_ROLE}|regie)(?:\s?(?:&|and|/|,)\s?{_ROLE}){{0,2}})[)\]]",
    re.IGNORECASE,
)
#: "[Video]", "[Doctoral dissertation, Oxford]", "[Review of the book Emma, by J. Austen]".
_GENRE = regex(
    r"\[(?P<genre>(?:review of|(?:[\w-]+ ){0,3}(?:video|tweet|film|post|podcast|episode|song|album"
    r"|lecture|thesis|dissertation|software|app|photographs?|photo|data ?set|report|speech"
    r"|poster|powerpoint slides|presentation|map|painting|interview|blog|press release"
    r"|webinar|television series|tv series|language model|paper))\b[^\[\]\0]{0,150})\]",
    re.IGNORECASE,
)
#: "Jaws. Dir. Steven Spielberg.", "Serial, hosted by Sarah Koenig, WBEZ".
_DONE_BY = regex(
    r"[.,]?\s?\b(?:(?:directed|hosted|created|performed|presented) by|dir\.(?: by)?|regie:|r\.:)"
    r"\s(?=[A-Z])",
    re.IGNORECASE,
)
#: Where one name ends: the second of two is joined by "and".
_AFTER_ONE = regex(r",\s(?!(?:and|&)\b)|\0|\(|\[")
#: "[in Chinese]", "[letter]": the language and the like.
_REMARK = regex(r"[(\[](?P<other>in [A-Z][a-z]+|internet|online)[)\]]", re.IGNORECASE)
#: "In: Ders., Title", "In: ead.": the author again.
_SAME_AUTHOR = regex(
    r"(?P<other>\bin:?\s(?:ders|dies|id|ead|idem|eadem)\b\.?[:,]?)", re.IGNORECASE
)
#: "———." and "…………" for the author of the entry above.
_DITTO = regex(r"(?P<other>\s*(?:[_.…—–―-]\s?){2,}|\s*[—―])(?=[\s.,(“\"]|[A-Z_*])")


def find_roles(draft: Draft) -> None:
    """Take the words for roles, and label whom they announce as authors."""
    for pattern in (_GENRE, _IN_BRACKETS, _SAME_AUTHOR, _REMARK):
        for found in pattern.finditer(draft.free):
            draft.label_groups(found, CERTAIN if pattern is _GENRE else 1.0)
    ditto = _DITTO.match(draft.free)
    if ditto:
        draft.label_groups(ditto)
    announced = _DONE_BY.search(draft.free)
    if announced and announced.start() > 0:
        end = end_of_names(draft.free, announced.end())
        one = _AFTER_ONE.search(draft.free, announced.end(), end)
        draft.label("author", announced.end(), one.start() if one else end, CERTAIN)
        draft.take(*announced.span())
