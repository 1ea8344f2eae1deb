"""Pair the quotation marks of a text.

Fonts and keyboards mix marks, people forget them, and a quotation may have marks of its
own kind in it.  So what counts is first what stands around a mark: one before a word
opens, one after a word closes.  Only where that says nothing, its shape decides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark

_Role = Literal["opens", "closes", "either"]

#: Marks that close each other; what opens in one language closes in the next.
_FAMILIES = ('"“”„‟', "«»", "'‘’‚‛", "‹›")
_SINGLE = frozenset("'‘’‚‛")
_OPENING = frozenset("“„‟«‘‚‛‹")
_CLOSING = frozenset("”»’›")
_FAMILY = {mark: family for family in _FAMILIES for mark in family}
#: Feet and inches; apostrophes: within a word, of a decade, of what is left out in front.
_NONE = (
    r"\d['′’]\s?\d+(?:[./]\d+)?[\"”″]|(?<=\w)['’](?=\w)|(?<!\S)’(?=\w)"
    r"|'(?=\d0s|(?:tis|twas|em|til|cause|round|bout)\b)"
)
_MARK = regex(rf"(?P<none>{_NONE})|[\"“”„‟«»'‘’‚‛‹›]")
#: How many marks are looked at for one that fits.
_FEW = 12
_BEFORE_OPENING = frozenset("([{—–-/=*_\"“„«‘'‚‹¿¡")
_AFTER_CLOSING = frozenset(")]}—–-/.,;:?!…*_\"”“»’'›^")


class Pair(NamedTuple):
    """A quotation with its marks, `text[start:end]`."""

    start: int
    end: int


class Pairs(NamedTuple):
    """What is in quotation marks.

    Attributes:
        closed: what is in marks, in order; what they are in has none of them.
        open: where the first mark is that nothing closes, None if there is none.
    """

    closed: Sequence[Pair]
    open: int | None = None


class _Sign(NamedTuple):
    """A mark with what its surroundings say of it."""

    place: int
    shape: str
    role: _Role
    is_doubtful: bool = False


def pair_marks(text: str, marks: Sequence[Mark] = ()) -> Pairs:
    """Return what is in quotation marks.

    Args:
        text: the text.
        marks: what its markup sets apart; code and formulas have no quotation marks.

    >>> [text[start:end] for text in ['the “New “Deal” pact” 24" and "24"'] for start, end in pair_marks(text).closed]
    ['“New “Deal” pact”', '"24"']
    """
    signs = [*_signs(text, marks)]
    waiting: list[_Sign] = []
    found: list[Pair] = []
    for index, sign in enumerate(signs):
        if _closes(sign, waiting) and not _is_early(index, signs):
            opened = _partner(sign, waiting)
            if opened is not None:
                found.append(Pair(waiting[opened].place, sign.place + 1))
                del waiting[opened:]
        elif _opens(sign):
            waiting.append(sign)
    return _outermost(found, waiting)


def _opens(sign: _Sign) -> bool:
    """Return whether a mark may open; a single one in doubt is an apostrophe."""
    is_open = sign.role == "opens" or sign.shape not in _SINGLE
    return is_open and sign.role != "closes" and not sign.is_doubtful


def _outermost(found: Sequence[Pair], waiting: Sequence[_Sign]) -> Pairs:
    outer: list[Pair] = []
    for pair in sorted(found):
        if not outer or pair.start >= outer[-1].end:
            outer.append(pair)
    unclosed = [sign.place for sign in waiting if sign.shape not in _SINGLE]
    return Pairs(outer, unclosed[0] if unclosed else None)


def _signs(text: str, marks: Sequence[Mark]) -> Iterator[_Sign]:
    apart = [mark for mark in marks if mark.kind in ("code", "math")]
    starts = [mark.start for mark in apart]
    for found in _MARK.finditer(text):
        place = found.start()
        above = bisect_right(starts, place) - 1
        is_apart = above >= 0 and place < apart[above].end
        if not is_apart and found["none"] is None:
            yield _sign(text, place)


def _sign(text: str, place: int) -> _Sign:
    shape = text[place]
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    opens = not before.strip() or before in _BEFORE_OPENING
    closes = not after.strip() or after in _AFTER_CLOSING
    is_doubtful = (shape in '"”' and before.isdigit()) or (
        shape in _SINGLE and before == "s" and text[place + 2 : place + 3].islower()
    )
    role: _Role = "either"
    if opens != closes:
        role = "opens" if opens else "closes"
    elif shape in _OPENING:
        role = "opens"
    elif shape in _CLOSING:
        role = "closes"
    return _Sign(place, shape, role, is_doubtful)


def _closes(sign: _Sign, waiting: Sequence[_Sign]) -> bool:
    if sign.role == "either":
        return _partner(sign, waiting) is not None
    return sign.role == "closes"


def _is_early(index: int, signs: Sequence[_Sign]) -> bool:
    """Return whether a mark after a number, or after a plural, is none: the next mark of
    its kind closes, too.
    """
    sign = signs[index]
    if not sign.is_doubtful:
        return False
    following = [
        each
        for each in signs[index + 1 : index + 1 + _FEW]
        if _is_of_family(each, sign)
    ]
    return bool(following) and following[0].role == "closes"


def _is_of_family(one: _Sign, other: _Sign) -> bool:
    return _FAMILY[one.shape] == _FAMILY[other.shape]


def _partner(sign: _Sign, waiting: Sequence[_Sign]) -> int | None:
    """Return which of the open marks a mark closes."""
    for index in range(len(waiting) - 1, max(-1, len(waiting) - 1 - _FEW), -1):
        if _is_of_family(waiting[index], sign):
            return index
        if waiting[index].shape not in _SINGLE:
            return None
    return None
