"""Places in works, as citations that are worded in the essay say them: label, numbers,
what joins them, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.lint.checked.citations.cite_words import CiteWords, Word

#: What a place counts; "number" where no label says it.
PlaceKind = Literal[
    "number",
    "page",
    "paragraph",
    "chapter",
    "section",
    "figure",
    "table",
    "slide",
    "time",
    "kindle",
    "other",
]

#: The words for each, in small letters and without a full stop.
_LABELS: dict[PlaceKind, str] = {
    "page": "p pp pg pgs page pages",
    "paragraph": "para paras par pars paragraph paragraphs ¶ ¶¶",
    "chapter": "ch chs chap chaps chapter chapters",
    "section": "sec secs sect sects section sections § §§",
    "figure": "fig figs figure figures",
    "table": "tab tabs tbl table tables",
    "slide": "sl slide slides",
    "time": "min mins minute minutes time timestamp timecode",
    "kindle": "loc locs location locations",
    "other": "act scene line lines ll verse verses part pt vol volume book bk note fn",
}
_KINDS: dict[str, PlaceKind] = {
    word: kind for kind, words in _LABELS.items() for word in words.split()
}
_LABEL = r"(?:[Kk]indle\s)?(?:¶{1,2}|§{1,2}|[A-Za-z]{1,10}\.?)"
#: "46", "1,046", "S12", "e0123", "1.3.36", "1:30", "12a"; small and large Roman numbers.
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)"
    r"|(?:[A-OQ-Za-oq-z][A-Za-z]?)?\d+(?:[.:]\d+)*[a-e]?|[ivxlc]+|[IVXLC]+)"
    r"(?=ff?\b|[\W_]|\Z)"
)
_DASH = r"\s?(?:-{1,3}|[‐‑‒–—―−])\s?|\s(?:to|through)\s"
_RANGE = rf"{_NUMBER}(?:(?:{_DASH}){_NUMBER})?"
_JOINER = r"\s?[,;]\s?(?:(?:and|&)\s)?|\s?(?:and|&)\s"
#: The label of a page again: "p. 3 and p. 7".
_AGAIN = r"(?:pp?\.?\s?)?"
_OPEN = r"\s?ff?\b\.?|\s?et\sseqq?\.|\+"
_LEAD = r"(?P<lead>[\s,;:.]*(?:(?:at|on)\s)?)"
_END = rf"(?P<open>{_OPEN})?"
_PLACE = regex(
    rf"{_LEAD}(?:(?P<label>{_LABEL})(?P<gap>\s?))?"
    rf"(?P<value>{_RANGE}(?:(?:{_JOINER}){_RANGE})*){_END}"
)
_PAGES = regex(
    rf"{_LEAD}(?P<label>(?:pp?|pgs?|pages?)\b\.?)(?P<gap>\s?)"
    rf"(?P<value>{_RANGE}(?:(?:{_JOINER}){_AGAIN}{_RANGE})*){_END}",
    re.IGNORECASE,
)
_FIRST_AND_LAST = regex(
    rf"(?P<first>{_NUMBER})(?:(?P<dash>{_DASH})(?P<last>{_NUMBER}))?"
)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number, or a range of two: "46", "46–47".

    Attributes:
        joiner: what is between it and the one before: ", ", " and ".
        dash, last: None where it is one number.
    """

    joiner: Word | None
    first: Word
    dash: Word | None = None
    last: Word | None = None


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of a place; places count in the text of the paragraph.

    Attributes:
        words: the words of the cite that it belongs to.
        is_first: whether no other place is between the year and it.
        lead: what separates it from the year, or from the place before.
        label: its label, as typed; empty without one.
        gap: what is between label and value.
        value: its numbers.
        numbers: each of them.
        kind: what it counts.
        is_open: whether it ends with "ff." or the like.
        ends: whether nothing but another part of the citation follows.
    """

    words: CiteWords
    is_first: bool
    lead: Word
    label: Word
    gap: Word
    value: Word
    numbers: tuple[NumberWords, ...]
    kind: PlaceKind
    is_open: bool
    ends: bool

    @property
    def is_several(self) -> bool:
        """Whether it has more than one number."""
        return len(self.numbers) > 1 or self.numbers[0].last is not None

    @property
    def is_joined(self) -> bool:
        """Whether anything but commas separates its numbers: words, a second label."""
        joiners = [number.joiner.text for number in self.numbers if number.joiner]
        return any(joiner.strip() != "," for joiner in joiners)


def places_in(words: CiteWords) -> Iterator[PlaceWords]:
    """Yield the places that follow the year of a cite, or that are alone in brackets."""
    text, end = words.citation.paragraph.text, words.tail.end
    position = words.tail.start
    while position < end:
        found = _PAGES.match(text, position, end) or _PLACE.match(text, position, end)
        place = _place(words, found, position == words.tail.start) if found else None
        if not found or not place:
            return
        yield place
        position = found.end()


def _place(words: CiteWords, found: re.Match[str], is_first: bool) -> PlaceWords | None:
    kind = _kind(found["label"])
    if kind is None or (kind == "number" and not found["value"][-1].isdecimal()):
        return None
    value = _word(found, "value")
    return PlaceWords(
        words,
        is_first,
        _word(found, "lead"),
        _word(found, "label") if found["label"] else _empty(value.start),
        _word(found, "gap") if found["label"] else _empty(value.start),
        value,
        tuple(_numbers(value)),
        kind,
        found["open"] is not None,
        _ends(found.string[found.end() : words.tail.end]),
    )


def _kind(label: str | None) -> PlaceKind | None:
    """Return what a label means; None if it is not one."""
    if not label:
        return "number"
    return _KINDS.get(label.casefold().removeprefix("kindle ").rstrip("."))


def _numbers(value: Word) -> Iterator[NumberWords]:
    end = 0
    for found in _FIRST_AND_LAST.finditer(value.text):
        joiner = _part(value, end, found.start()) if end else None
        end = found.end()
        first = _part(value, *found.span("first"))
        if found["last"] is None:
            yield NumberWords(joiner, first)
        else:
            dash, last = (
                _part(value, *found.span("dash")),
                _part(value, *found.span("last")),
            )
            yield NumberWords(joiner, first, dash, last)


def _part(value: Word, start: int, end: int) -> Word:
    return Word(value.text[start:end], value.start + start, value.start + end)


def _ends(rest: str) -> bool:
    return not rest.strip() or rest.lstrip()[0] in ",;.)]"


def _word(found: re.Match[str], name: str) -> Word:
    return Word(found[name], found.start(name), found.end(name))


def _empty(at: int) -> Word:
    return Word("", at, at)
