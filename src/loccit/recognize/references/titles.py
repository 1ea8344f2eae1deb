"""Let titles end where they can: not before a word in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loccit._startup.regex import regex
from loccit.recognize.references.certain import put
from loccit.recognize.references.rules.imprint import PUBLISHER
from loccit.recognize.references.rules.sentences import sentence_end
from loccit.recognize.segments import Label, Segment

#: What goes on after the end of a title; words that begin another part do not.
_GOES_ON = regex(
    r"[)”\"’]{0,2} (?!(?:in|en|dans|im|on|by|from|ed|eds|edited|trans|transl|translated|hrsg"
    r"|vol|no|nr|pp?|p|and|et|und|y|with|accessed|retrieved|available|online|doi|url|arxiv|version|vs?)\b)[a-z]{2,}\s"
)
#: "esoteric.codes" is one word.
_IN_WORD = regex(r"(?<=[a-z])\.[a-z]{2,}\b")
#: Words that nobody has labelled, which no bracket encloses.
_LOST = regex(
    r"[\s.,:;)\]]*(?!(?:[Ee]ds?|[Hh]rsg|[Hh]g|[Dd]irs?)\b)(?P<words>[A-ZÀ-Þ][^()\[\]“”\"‘’«»]{1,60})",
    re.DOTALL,
)
_STOP = regex(r"[.?!]\s")
_OF_BOOKS: frozenset[Label] = frozenset(["publisher", "place"])
#: What shows that a work is in another one.
_NOT_OF_BOOKS: frozenset[Label] = frozenset(
    ["volume", "issue", "pages", "doi", "url", "editor", "event", "genre", "note"]
)
#: What no title goes over.
_AFTER_TITLES: frozenset[Label] = frozenset(
    ["doi", "url", "accessed", "volume", "issue", "pages", "genre", "edition"]
)
_AROUND = " .,;:"


def with_subtitle(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """Return the parts of a book with its subtitle in the title, where a full stop
    before it makes it look like a container.

    >>> text = "Lessing. Eine Biographie. Beck"
    >>> parts = [Segment("title", 0, 7), Segment("container-title", 9, 24)]
    >>> with_subtitle(text, [*parts, Segment("publisher", 26, 30)])[0].end
    24
    """
    parts = list(segments)
    by_label = {part.label: part for part in parts}
    title, container = by_label.get("title"), by_label.get("container-title")
    if not title or not container or not _OF_BOOKS & by_label.keys():
        return parts
    if PUBLISHER.search(text, container.start, container.end):
        return parts
    is_next = _STOP.fullmatch(text, title.end, container.start) is not None
    if not is_next or _NOT_OF_BOOKS & by_label.keys():
        return parts
    sure = min(title.probability, container.probability)
    whole = title._replace(end=container.end, probability=sure)
    return put(whole, [part for part in parts if part is not container])


def _start(text: str, title: Segment, parts: Iterable[Segment]) -> int:
    """Return where the words without a label begin that are between author and title."""
    above = [part for part in parts if part.end <= title.start]
    before = max(above, key=lambda part: part.end, default=None)
    if before is None or before.label not in ("author", "editor", "date"):
        return title.start
    gap = _LOST.fullmatch(text, before.end, title.start)
    return gap.start("words") if gap else title.start


def _is_in_quotation(text: str, title: Segment) -> bool:
    """Return whether a title ends inside a quotation that begins in it."""
    words = text[title.start : title.end]
    after = text[title.end : title.end + 1]
    if after == '"':
        return words.count('"') == 1 and text[title.start - 1 : title.start] != '"'
    return after == "”" and words.count("“") > words.count("”")


def with_whole_title(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """Return the parts with the title up to the end of its sentence.

    >>> text = "On “seas” that are old. Press."
    >>> with_whole_title(text, [Segment("title", 0, 9, 0.9)])[0].end
    22
    """
    parts = list(segments)
    title = next((part for part in parts if part.label == "title"), None)
    if title is None:
        return parts
    title = title._replace(start=_start(text, title, parts))
    goes_on = _GOES_ON.match(text, title.end) or _IN_WORD.match(text, title.end)
    if not goes_on and not _is_in_quotation(text, title):
        return put(title, parts)
    others = [part.start for part in parts if part.label in _AFTER_TITLES]
    after = [start for start in others if start > title.start]
    end = sentence_end(text, title.start, min(after, default=len(text)))
    while end > title.end and text[end - 1] in _AROUND:
        end -= 1
    return put(title._replace(end=end), parts)
