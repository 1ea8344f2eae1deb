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

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.essays.syntax.keys import Key, key_at

#: A word or sign, and what has a digit or is a Roman numeral; nothing that may be
#: markup.
_PAGE_ALONE = regex(
    r"\[(?:[^\W\d_]+\.?|§{1,2}|¶{1,2})[ \xa0]?(?=[^\[\]\n]*[\divxlcdm])[^\[\]@\n<>\"`$\\{}*_^~]{1,80}\]"
)
#: Words between semicolons that are surely no markup.
_WORDS = regex(r"[\w§¶(*][^\[\]<>`$\\~^|{}\"]*")
#: A page, which belongs to what was cited before the brackets.
_PAGE = regex(r"(?:[^\W\d_]{1,5}\.?|§{1,2}|¶{1,2})?\s*\d")
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
        semicolons: where a semicolon separates words without a key from a cite.
    """

    start: int
    end: int
    narrative: bool
    cites: tuple[RawCite, ...]
    semicolons: tuple[int, ...] = ()


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
    """Read the citation in brackets at `position`, `[see @doe99, p. 3; @smith04]`.

    Beyond pandoc, words that a semicolon separates from a cite are part of it:
    `[@doe99; p. 3]`, `[@doe99, p. 3; emphasis added]`, `[Roe, 1999; @doe99]`.
    """
    if not inlines.has("[", position):
        return None
    start = inlines.end_of(_SPACE, position + 1)
    parts = [] if start is None else _parts(inlines, start)
    found = _cites(inlines, parts)
    close = _close(inlines, parts[-1].end) if found else None
    if not found or close is None or inlines.is_link(position, close):
        return None
    return RawCitation(position, close, False, found.cites, found.semicolons)


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
    cites = (first, *found.cites)
    return RawCitation(position, found.end, True, cites, found.semicolons)


def _first_cite(key: Key, suffix: tuple[int, int]) -> RawCite:
    return RawCite(key.name, key.suppress, (key.start, key.start), suffix)


class _AfterKey(NamedTuple):
    """The brackets after a key: its suffix, further cites, and their end."""

    suffix: tuple[int, int]
    cites: tuple[RawCite, ...]
    end: int
    semicolons: tuple[int, ...]


def _after_key(inlines: Inlines, key: Key) -> _AfterKey | None:
    """Read the brackets after a key, which may begin with a locator of it."""
    bracket = inlines.end_of(_SPACE, key.end)
    if bracket is None:
        bracket = key.end
    if not inlines.has("[", bracket):
        return None
    start = inlines.end_of(_SPACE, bracket + 1)
    parts = [] if start is None else _parts(inlines, start)
    if parts and parts[0].cite:
        found = _cites_after_key(inlines, key, bracket, parts)
    else:
        found = _locator_first(inlines, bracket)
    if not found or inlines.is_reference(bracket, found.end):
        return None
    return found


def _cites_after_key(
    inlines: Inlines, key: Key, bracket: int, parts: list[_Part]
) -> _AfterKey | None:
    """Read `[@smith04; @roe]`: cites of their own."""
    cites = _cites(inlines, parts)
    close = _close(inlines, parts[-1].end)
    if not cites or close is None or inlines.is_link(bracket, close):
        return None
    return _AfterKey((key.end, key.end), cites.cites, close, cites.semicolons)


def _locator_first(inlines: Inlines, bracket: int) -> _AfterKey | None:
    """Read `[p. 3; see @smith04]`: the suffix of the key before, then further cites."""
    if inlines.has("[^", bracket):
        return None
    parts = _parts(inlines, bracket + 1)
    if not parts or parts[0].cite:
        return None
    end = parts.pop(0).end
    semicolons: list[int] = []
    # Words after the locator belong to it; the next cite ends them.
    while parts and _is_words(inlines, parts[0]):
        semicolons.append(end)
        end = parts.pop(0).end
    found = _cites(inlines, parts) if parts else _Cites((), ())
    if not found:
        return None
    close = _close(inlines, parts[-1].end if parts else end)
    if close is None or inlines.char(close) in _GOES_ON:
        return None
    semicolons += found.semicolons
    suffix = (bracket + 1, end)
    return _AfterKey(suffix, found.cites, close, tuple(semicolons))


class _Part(NamedTuple):
    """What is between two semicolons: a cite, or words without a key."""

    start: int
    end: int
    cite: RawCite | None


def _parts(inlines: Inlines, position: int) -> list[_Part]:
    """Read all parts in brackets; none where a blank line ends them."""
    parts: list[_Part] = []
    while True:
        cite = _cite(inlines, position)
        words = cite.suffix if cite else _suffix(inlines, position)
        if words is None:
            return []
        parts.append(_Part(position, words[1], cite))
        if not inlines.has(";", words[1]):
            return parts
        start = inlines.end_of(_SPACE, words[1] + 1)
        if start is None:
            return parts
        position = start


def _is_words(inlines: Inlines, part: _Part) -> bool:
    """Return whether a part is words alone, with no markup but emphasis."""
    if part.cite:
        return False
    return bool(_WORDS.fullmatch(inlines.text, part.start, part.end))


class _Cites(NamedTuple):
    """Cites, and the semicolons that separate words from them."""

    cites: tuple[RawCite, ...]
    semicolons: tuple[int, ...]


def _cites(inlines: Inlines, parts: list[_Part]) -> _Cites | None:
    """Join words to the cite before them, or else to the one after them."""
    if not all(part.cite or _is_words(inlines, part) for part in parts):
        return None
    if parts[0].cite is None and _PAGE.match(inlines.text, parts[0].start):
        return None
    cites: list[RawCite] = []
    semicolons: list[int] = []
    first: int | None = None
    end = 0
    for part in parts:
        if part.cite and first is not None:
            prefix = (first, part.cite.prefix[1])
            cites.append(replace(part.cite, prefix=prefix))
            first = None
        elif part.cite:
            cites.append(part.cite)
        elif cites:
            suffix = (cites[-1].suffix[0], part.end)
            cites[-1] = replace(cites[-1], suffix=suffix)
            semicolons.append(end)
        else:
            first = part.start if first is None else first
            semicolons.append(part.end)
        end = part.end
    return _Cites(tuple(cites), tuple(semicolons)) if cites else None


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
