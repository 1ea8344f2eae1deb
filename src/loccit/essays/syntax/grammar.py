"""The citation syntax, the same in every text format: pandoc's.

    [see @doe99, pp. 33-35 and passim; also -@smith04]     in brackets, cites parted by
    semicolons @doe99 [p. 12; see also @smith04]                       in the sentence,
    with more in brackets after it

What else a text is made of (emphasis, code, links ...) is its format's affair.  A
format hands in an `Inlines`, which takes one step over whatever stands at a position;
so a semicolon in code parts nothing, and a bracket in a link closes nothing.  Formats
and grammar call each other, as in pandoc (`Text.Pandoc.Readers.Markdown`).
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.syntax.keys import Key, key_at

#: A word or sign, and what has a figure or is a Roman numeral; nothing that may be
#: markup.
_PAGE_ALONE = regex(
    r"\[(?:[^\W\d_]+\.?|§{1,2}|¶{1,2})[ \xa0]?(?=[^\[\]\n]*[\divxlcdm])[^\[\]@\n<>\"`$\\{}*_^~]{1,80}\]"
)

#: Spaces with at most one line ending; never a blank line.
_SPACE = regex(r"[ \t]*(?:\n[ \t]*)?(?!\n)")


@dataclass(frozen=True, slots=True)
class RawCite:
    """A cite as positions: prefix up to the key, suffix after it; `suppress` for a
    minus before the `@`.

    A `secondary` one is what the cite before it was read in.
    """

    key: str
    suppress: bool
    prefix: tuple[int, int]
    suffix: tuple[int, int]
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class RawCitation:
    """A citation as positions.  In a narrative one the first cite is the one before the
    brackets.

    One without cites is what may be a page alone, `[p. 199]`.
    """

    start: int
    end: int
    narrative: bool
    cites: tuple[RawCite, ...]


class InnerText(NamedTuple):
    """A part of a text to be read on its own, and whether it may hold links."""

    start: int
    end: int
    links: bool


@dataclass(frozen=True, slots=True)
class Inline:
    """One step: from `start` to `end`.

    `word_end` is where the last word in it ended (no key may follow there,
    `name@example.org`), -1 for none. A citation in it, or what it has inside, are for
    the caller who collects: `children` are steps already taken, `inner` parts are to be
    read as texts of their own.  `note` is the label of the footnote that a mark refers to, "" for a footnote
    that is written where it is referred to.
    """

    start: int
    end: int
    word_end: int = -1
    citation: RawCitation | None = None
    children: tuple[Inline, ...] = ()
    inner: tuple[InnerText, ...] = ()
    note: str | None = None


class Inlines(Protocol):
    """A text with its format: the steps it is made of."""

    text: str
    end: int
    #: Known of positions, for this module alone: where a suffix that goes on there
    #: ends; that no prefix there has a key.
    suffix_ends: dict[int, int]
    keyless: set[int]

    def step(self, position: int, word_end: int) -> Inline | None:
        """The construct at `position`, None where the run of text ends."""

    def is_link(self, start: int, end: int) -> bool:
        """Whether brackets from `start` to `end` are the text of a link, or anything
        that is no citation.
        """

    def is_reference(self, start: int, end: int) -> bool:
        """Whether brackets from `start` to `end` name a link or note defined elsewhere."""


def may_cite(text: str, start: int, end: int) -> bool:
    """Whether there is a key, or what may be a page alone, in `text[start:end]`."""
    return text.find("@", start, end) >= 0 or bool(_PAGE_ALONE.search(text, start, end))


def bracketed(inlines: Inlines, position: int) -> RawCitation | None:
    """The citation in brackets at `position`, `[see @doe99, p. 3; @smith04]`."""
    if not inlines.text.startswith("[", position):
        return None
    found = _cites(inlines, position + 1)
    if not found:
        return None
    cites, end = found
    return (
        None
        if inlines.is_link(position, end)
        else RawCitation(position, end, False, cites)
    )


def page_alone(inlines: Inlines, position: int) -> RawCitation | None:
    """What may be a page of what was cited before, `[p. 199]`; whether its word is one
    shows when it is read.
    """
    found = _PAGE_ALONE.match(inlines.text, position, inlines.end)
    if (
        not found
        or inlines.is_link(position, found.end())
        or inlines.is_reference(position, found.end())
    ):
        return None
    after = inlines.text[found.end() : min(found.end() + 1, inlines.end)]
    return (
        RawCitation(position, found.end(), False, ())
        if after not in ("[", "(", "{", ":")
        else None
    )


def narrative(inlines: Inlines, position: int) -> RawCitation | None:
    """The citation in the sentence at `position`, `@doe99` or `@doe99 [p. 3;
    @smith04]`.
    """
    key = key_at(inlines.text, position, inlines.end)
    if not key:
        return None
    space = _SPACE.match(inlines.text, key.end, inlines.end)
    bracket = space.end() if space else key.end
    first = RawCite(key.name, key.suppress, (key.start, key.start), (key.end, key.end))
    if inlines.text.startswith("[", bracket, inlines.end):
        more = bracketed(inlines, bracket)
        if more and not inlines.is_reference(bracket, more.end):
            return RawCitation(position, more.end, True, (first, *more.cites))
        found = None if more else _locator_first(inlines, bracket)
        if found and not inlines.is_reference(bracket, found[2]):
            suffix, cites, end = found
            first = RawCite(key.name, key.suppress, (key.start, key.start), suffix)
            return RawCitation(position, end, True, (first, *cites))
    return RawCitation(position, key.end, True, (first,))


def _locator_first(
    inlines: Inlines, bracket: int
) -> tuple[tuple[int, int], tuple[RawCite, ...], int] | None:
    """`[p. 3; see @smith04]` after a key: the suffix of that key, then further cites."""
    text = inlines.text
    if text.startswith("[^", bracket, inlines.end):
        return None
    suffix = _suffix(inlines, bracket + 1)
    if suffix is None:
        return None
    cites: tuple[RawCite, ...] = ()
    end = suffix[1]
    if text.startswith(";", end, inlines.end):
        space = _SPACE.match(text, end + 1, inlines.end)
        more = _cite_list(inlines, space.end()) if space else None
        if not more:
            return None
        cites, end = more
    close = _close(inlines, end)
    if close is None or (
        text[close : close + 1] in ("[", "(", "{") and close < inlines.end
    ):
        return None
    return suffix, cites, close


def _cites(inlines: Inlines, position: int) -> tuple[tuple[RawCite, ...], int] | None:
    """Cites up to the closing bracket, and the position after it."""
    space = _SPACE.match(inlines.text, position, inlines.end)
    found = _cite_list(inlines, space.end()) if space else None
    if not found:
        return None
    cites, end = found
    close = _close(inlines, end)
    return None if close is None else (cites, close)


def _close(inlines: Inlines, position: int) -> int | None:
    space = _SPACE.match(inlines.text, position, inlines.end)
    if not space or not inlines.text.startswith("]", space.end(), inlines.end):
        return None
    return space.end() + 1


def _cite_list(
    inlines: Inlines, position: int
) -> tuple[tuple[RawCite, ...], int] | None:
    cites = []
    while True:
        found = _cite(inlines, position)
        if not found:
            return None
        cite, position = found
        cites.append(cite)
        separator = inlines.text.startswith(";", position, inlines.end)
        space = (
            _SPACE.match(inlines.text, position + 1, inlines.end) if separator else None
        )
        if not space:
            return tuple(cites), position
        position = space.end()


def _cite(inlines: Inlines, start: int) -> tuple[RawCite, int] | None:
    key = _prefix(inlines, start)
    suffix = _suffix(inlines, key.end) if key else None
    if not key or not suffix:
        return None
    return RawCite(key.name, key.suppress, (start, key.start), suffix), suffix[1]


def _prefix(inlines: Inlines, position: int) -> Key | None:
    """The key that a cite's prefix leads to."""
    text, word_end = inlines.text, -1
    passed = []
    while position < inlines.end and (
        position == word_end or position not in inlines.keyless
    ):
        sign = text[position]
        if sign in "@-" and position != word_end:
            key = key_at(text, position, inlines.end)
            if key:
                return key
        step = None if sign in ";]" else inlines.step(position, word_end)
        if step is None:
            break
        if position != word_end:
            passed.append(position)
        position, word_end = step.end, max(word_end, step.word_end)
    inlines.keyless.update(passed)
    return None


def _suffix(inlines: Inlines, start: int) -> tuple[int, int] | None:
    """A suffix runs to the semicolon or the bracket that ends its cite."""
    space = _SPACE.match(inlines.text, start, inlines.end)
    if not space:
        return None
    position, word_end = space.end(), -1
    passed = []
    while position < inlines.end and inlines.text[position] not in ";]":
        if position != word_end:
            if position in inlines.suffix_ends:
                position = inlines.suffix_ends[position]
                break
            passed.append(position)
        step = inlines.step(position, word_end)
        if step is None:
            break
        position, word_end = step.end, max(word_end, step.word_end)
    inlines.suffix_ends.update(dict.fromkeys(passed, position))
    return start, position
