"""Correct labels by the words beside them, which belong to no part themselves.

"31" is an issue after "n.º" and the number of pages before "pp."; the people before
"dirs." directed a film.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.recognize.segments import Label, Segment

#: How far a word that announces a part, or that follows it, reaches.
_REACH = 16
_BETWEEN = regex(r"[\s.,;:()\[\]–—-]{0,3}")


class _Rule(NamedTuple):
    """What a label becomes beside some words.

    Attributes:
        label: what the part is labelled.
        text: what the part is like.
        before, after: the words beside it.
        new: its right label.
    """

    label: Label
    text: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    new: Label


_ANY = regex(r"")
_NUMBER = regex(r"[\divxlc]+\.?$", re.IGNORECASE)
_PAGE_COUNT = regex(
    r"\s*(?:pp?\.?|pages|Seiten|S\.|págs?\.|p\.|f\.)(?!\s*\d)(?=[\s.,;)\]]|$)"
)
_VOLUME_COUNT = regex(r"\s*(?:vols?\b|volumes\b|Bde\b|Bände\b|tomes\b|t\.)(?!\.?\s*\d)")
_EDITION = regex(r"\s*(?:ed(?:n|ition)?\b|Aufl|éd\b|überarb|erw\b)", re.IGNORECASE)
_ISSUE_WORD = regex(
    r"(?:^|[\s,(])(?:nos?|nrs?|n|issue|iss|heft|núm|num)[.°º]*\s*$", re.IGNORECASE
)
_VOLUME_WORD = regex(
    r"(?:^|[\s,(])(?:vol(?:ume)?|bd|band|jg|t|tome)\.?\s*$", re.IGNORECASE
)
#: "(dir.)" in small letters is a French editor.
_MAKER = regex(
    r"(?!\s?\(dirs?\.?\))[\s,(\[]*"
    r"(?:[Dd]irs?|[Dd]irectors?|[Pp]roducers?|[Ww]riters?|[Hh]osts?)\b(?!\.?\s*by)"
)
_BRACKET = regex(r"\[$")
_RULES = [
    _Rule("pages", _NUMBER, _ANY, _PAGE_COUNT, "other"),
    _Rule("volume", _NUMBER, _ANY, _PAGE_COUNT, "other"),
    _Rule("volume", _NUMBER, _ANY, _VOLUME_COUNT, "other"),
    _Rule("volume", _NUMBER, _ANY, _EDITION, "edition"),
    _Rule("volume", _ANY, _ISSUE_WORD, _ANY, "issue"),
    _Rule("issue", _ANY, _VOLUME_WORD, _ANY, "volume"),
    _Rule("editor", _ANY, _ANY, _MAKER, "author"),
    _Rule("container-title", _ANY, _BRACKET, _ANY, "genre"),
]


def with_right_labels(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """Return the parts with the labels that the words beside them show; parts of one
    label with no word between them are one.

    >>> part = Segment("pages", 6, 9)
    >>> with_right_labels("Emma. 551 pp.", [part])[0].label
    'other'
    """
    return [_relabelled(text, segment) for segment in _joined(text, segments)]


def _relabelled(text: str, segment: Segment) -> Segment:
    before = text[max(0, segment.start - _REACH) : segment.start]
    part = text[segment.start : segment.end]
    for rule in _RULES:
        if (
            rule.label == segment.label
            and rule.text.match(part)
            and rule.before.search(before)
            and rule.after.match(text, segment.end)
        ):
            return segment._replace(label=rule.new)
    return segment


def _joined(text: str, segments: Iterable[Segment]) -> Iterator[Segment]:
    last: Segment | None = None
    for segment in segments:
        if (
            last
            and last.label == segment.label
            and _BETWEEN.fullmatch(text, last.end, segment.start)
        ):
            sure = min(last.probability, segment.probability)
            last = last._replace(end=segment.end, probability=sure)
            continue
        if last:
            yield last
        last = segment
    if last:
        yield last
