"""The citation syntax, the same in every text format: pandoc's.

    [see @doe99, pp. 33-35 and passim; also -@smith04]     in brackets, with semicolons
                                                           between cites
    @doe99 [p. 12; see also @smith04]                      in the sentence, with more in
                                                           brackets after it

What else a text is made of (emphasis, code, links ...) is up to its format.  A format
hands in an `Inlines`, which takes one step over the construct at a position; so a
semicolon in code separates nothing, and a bracket in a link closes nothing.  Formats and
grammar call each other, as in pandoc (`Text.Pandoc.Readers.Markdown`).
"""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.syntax.keys import Key, key_at

#: A word or sign, and what has a digit or is a Roman numeral; nothing that may be
#: markup.
_PAGE_ALONE = regex(
    r"\[(?:[^\W\d_]+\.?|§{1,2}|¶{1,2})[ \xa0]?(?=[^\[\]\n]*[\divxlcdm])[^\[\]@\n<>\"`$\\{}*_^~]{1,80}\]"
)
#: Spaces with at most one line ending; never a blank line.
_SPACE = regex(r"[ \t]*(?:\n[ \t]*)?(?!\n)")
#: What makes a link, a span or a definition of brackets before it.
_GOES_ON = ("[", "(", "{")


@dataclass(frozen=True, slots=True)
class RawCite:
    """A cite as positions.

    Attributes:
        suppress: whether a minus precedes the `@`.
        prefix: `(start, end)` of what precedes the key.
        suffix: `(start, end)` of what follows it.
        secondary: whether the cite before it was read in this one.
    """

    key: str
    suppress: bool
    prefix: tuple[int, int]
    suffix: tuple[int, int]
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class RawCitation:
    """A citation as positions.

    Attributes:
        narrative: whether it is in the sentence; the first cite is then the one before
            the brackets.
        cites: none for what may be a page alone, `[p. 199]`.
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
    """One step, from `start` to `end`.  What it has inside is for the caller who
    collects.

    Attributes:
        word_end: where the last word in it ends, -1 for none; no key may follow there
            (`name@example.org`).
        citation: the citation that it is.
        children: the steps taken inside it.
        inner: the parts of it that are to be read on their own.
        note: the label of the footnote that it refers to, "" for a footnote that is
            written here.
    """

    start: int
    end: int
    word_end: int = -1
    citation: RawCitation | None = None
    children: tuple[Inline, ...] = ()
    inner: tuple[InnerText, ...] = ()
    note: str | None = None


class Inlines(Protocol):
    """A text with its format, in steps; a `loccit.essays.text_range.TextRange`.

    Attributes:
        suffix_ends: where a suffix ends that continues at a position; for this module.
        keyless: positions from which a prefix leads to no key; for this module.
    """

    text: str
    end: int
    suffix_ends: dict[int, int]
    keyless: set[int]

    def char(self, position: int) -> str:
        """Return the character at a position, "" at the end."""

    def has(self, characters: str, position: int) -> bool:
        """Return whether these characters are at a position."""

    def match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Match a pattern at a position."""

    def end_of(self, pattern: re.Pattern[str], position: int) -> int | None:
        """Return where a pattern ends that matches at a position."""

    def step(self, position: int, word_end: int) -> Inline | None:
        """Read the construct at a position; None where the run of text ends."""

    def is_link(self, start: int, end: int) -> bool:
        """Return whether brackets are the text of a link, or of anything that is not a
        citation.
        """

    def is_reference(self, start: int, end: int) -> bool:
        """Return whether brackets name a link or note defined elsewhere."""


def may_cite(text: str, start: int, end: int) -> bool:
    """Return whether there is a key, or what may be a page alone, in a text."""
    if text.find("@", start, end) >= 0:
        return True
    return bool(_PAGE_ALONE.search(text, start, end))


def bracketed(inlines: Inlines, position: int) -> RawCitation | None:
    """Read the citation in brackets at `position`, `[see @doe99, p. 3; @smith04]`."""
    if not inlines.has("[", position):
        return None
    start = inlines.end_of(_SPACE, position + 1)
    found = None if start is None else _cites(inlines, start)
    close = _close(inlines, found.end) if found else None
    if not found or close is None or inlines.is_link(position, close):
        return None
    return RawCitation(position, close, False, found.cites)


def page_alone(inlines: Inlines, position: int) -> RawCitation | None:
    """Read what may be a page of what was cited before, `[p. 199]`; whether its word is
    a locator's shows when it is read.
    """
    end = inlines.end_of(_PAGE_ALONE, position)
    if end is None or inlines.char(end) in (*_GOES_ON, ":"):
        return None
    if inlines.is_link(position, end) or inlines.is_reference(position, end):
        return None
    return RawCitation(position, end, False, ())


def narrative(inlines: Inlines, position: int) -> RawCitation | None:
    """Read the citation in the sentence at `position`, `@doe99` or `@doe99 [p. 3;
    @smith04]`.
    """
    key = key_at(inlines.text, position, inlines.end)
    if not key:
        return None
    found = _after_key(inlines, key)
    first = _first_cite(key, found.suffix if found else (key.end, key.end))
    if not found:
        return RawCitation(position, key.end, True, (first,))
    return RawCitation(position, found.end, True, (first, *found.cites))


def _first_cite(key: Key, suffix: tuple[int, int]) -> RawCite:
    return RawCite(key.name, key.suppress, (key.start, key.start), suffix)


class _AfterKey(NamedTuple):
    """The brackets after a key: its suffix, further cites, and their end."""

    suffix: tuple[int, int]
    cites: tuple[RawCite, ...]
    end: int


def _after_key(inlines: Inlines, key: Key) -> _AfterKey | None:
    """Read the brackets after a key, which may begin with a locator of it."""
    bracket = inlines.end_of(_SPACE, key.end)
    if bracket is None:
        bracket = key.end
    if not inlines.has("[", bracket):
        return None
    more = bracketed(inlines, bracket)
    if more:
        found: _AfterKey | None = _AfterKey((key.end, key.end), more.cites, more.end)
    else:
        found = _locator_first(inlines, bracket)
    if not found or inlines.is_reference(bracket, found.end):
        return None
    return found


def _locator_first(inlines: Inlines, bracket: int) -> _AfterKey | None:
    """Read `[p. 3; see @smith04]`: the suffix of the key before, then further cites."""
    if inlines.has("[^", bracket):
        return None
    suffix = _suffix(inlines, bracket + 1)
    if suffix is None:
        return None
    found = _Cites((), suffix[1])
    if inlines.has(";", found.end):
        start = inlines.end_of(_SPACE, found.end + 1)
        more = None if start is None else _cites(inlines, start)
        if not more:
            return None
        found = more
    close = _close(inlines, found.end)
    if close is None or inlines.char(close) in _GOES_ON:
        return None
    return _AfterKey(suffix, found.cites, close)


class _Cites(NamedTuple):
    """Cites with semicolons between them, and where they end."""

    cites: tuple[RawCite, ...]
    end: int


def _cites(inlines: Inlines, position: int) -> _Cites | None:
    cites: list[RawCite] = []
    while True:
        cite = _cite(inlines, position)
        if not cite:
            return None
        cites.append(cite)
        end = cite.suffix[1]
        start = inlines.end_of(_SPACE, end + 1) if inlines.has(";", end) else None
        if start is None:
            return _Cites(tuple(cites), end)
        position = start


def _close(inlines: Inlines, position: int) -> int | None:
    """Find the end of the bracket that closes after white space."""
    bracket = inlines.end_of(_SPACE, position)
    if bracket is None or not inlines.has("]", bracket):
        return None
    return bracket + 1


def _cite(inlines: Inlines, start: int) -> RawCite | None:
    key = _key_after_prefix(inlines, start)
    suffix = _suffix(inlines, key.end) if key else None
    if not key or not suffix:
        return None
    return RawCite(key.name, key.suppress, (start, key.start), suffix)


def _key_after_prefix(inlines: Inlines, position: int) -> Key | None:
    """Find the key that a cite's prefix leads to."""
    text, word_end = inlines.text, -1
    passed = []
    while position < inlines.end:
        after_word = position == word_end
        if not after_word and position in inlines.keyless:
            break
        sign = text[position]
        if sign in "@-" and not after_word:
            key = key_at(text, position, inlines.end)
            if key:
                return key
        step = None if sign in ";]" else inlines.step(position, word_end)
        if step is None:
            break
        if not after_word:
            passed.append(position)
        position, word_end = step.end, max(word_end, step.word_end)
    inlines.keyless.update(passed)
    return None


def _suffix(inlines: Inlines, start: int) -> tuple[int, int] | None:
    """Find the suffix from `start` to the semicolon or the bracket that ends its cite."""
    position = inlines.end_of(_SPACE, start)
    if position is None:
        return None
    word_end = -1
    passed = []
    while position < inlines.end and inlines.text[position] not in ";]":
        if position != word_end:
            known = inlines.suffix_ends.get(position)
            if known is not None:
                position = known
                break
            passed.append(position)
        step = inlines.step(position, word_end)
        if step is None:
            break
        position, word_end = step.end, max(word_end, step.word_end)
    inlines.suffix_ends.update(dict.fromkeys(passed, position))
    return start, position
