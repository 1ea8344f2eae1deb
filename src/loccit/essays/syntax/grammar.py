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

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.syntax.bracket_parts import (
    SPACE,
    Cites,
    Part,
    is_words,
    join_parts,
    read_parts,
)
from loccit.essays.syntax.keys import Key, key_at
from loccit.essays.syntax.steps import Inlines, RawCitation, RawCite

#: A word or sign, and what has a digit or is a Roman numeral; nothing that may be
#: markup.
_PAGE_ALONE = regex(
    r"\[(?:[^\W\d_]+\.?|§{1,2}|¶{1,2})[ \xa0]?(?=[^\[\]\n]*[\divxlcdm])[^\[\]@\n<>\"`$\\{}*_^~]{1,80}\]"
)
#: What makes a link, a span or a definition of brackets before it.
_GOES_ON = ("[", "(", "{")
_GOES_ON_AFTER_PAGE = (*_GOES_ON, ":")


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
    start = inlines.end_of(SPACE, position + 1)
    parts = [] if start is None else read_parts(inlines, start)
    found = join_parts(inlines, parts)
    close = _close(inlines, parts[-1].end) if found else None
    if not found or close is None or inlines.is_link(position, close):
        return None
    return RawCitation(position, close, False, found.cites, found.semicolons)


def page_alone(inlines: Inlines, position: int) -> RawCitation | None:
    """Read what may be a page of what was cited before, `[p. 199]`; whether its word is
    a locator's shows when it is read.
    """
    end = inlines.end_of(_PAGE_ALONE, position)
    if end is None or inlines.char(end) in _GOES_ON_AFTER_PAGE:
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
    bracket = inlines.end_of(SPACE, key.end)
    if bracket is None:
        bracket = key.end
    if not inlines.has("[", bracket):
        return None
    start = inlines.end_of(SPACE, bracket + 1)
    parts = [] if start is None else read_parts(inlines, start)
    if parts and parts[0].cite:
        found = _cites_after_key(inlines, key, bracket, parts)
    else:
        found = _locator_first(inlines, bracket)
    if not found or inlines.is_reference(bracket, found.end):
        return None
    return found


def _cites_after_key(
    inlines: Inlines, key: Key, bracket: int, parts: list[Part]
) -> _AfterKey | None:
    """Read `[@smith04; @roe]`: cites of their own."""
    cites = join_parts(inlines, parts)
    close = _close(inlines, parts[-1].end)
    if not cites or close is None or inlines.is_link(bracket, close):
        return None
    return _AfterKey((key.end, key.end), cites.cites, close, cites.semicolons)


def _locator_first(inlines: Inlines, bracket: int) -> _AfterKey | None:
    """Read `[p. 3; see @smith04]`: the suffix of the key before, then further cites."""
    if inlines.has("[^", bracket):
        return None
    parts = read_parts(inlines, bracket + 1)
    if not parts or parts[0].cite:
        return None
    end = parts.pop(0).end
    semicolons: list[int] = []
    # Words after the locator belong to it; the next cite ends them.
    while parts and is_words(inlines, parts[0]):
        semicolons.append(end)
        end = parts.pop(0).end
    found = join_parts(inlines, parts) if parts else Cites((), ())
    if not found:
        return None
    close = _close(inlines, parts[-1].end if parts else end)
    if close is None or inlines.char(close) in _GOES_ON:
        return None
    semicolons += found.semicolons
    suffix = (bracket + 1, end)
    return _AfterKey(suffix, found.cites, close, tuple(semicolons))


def _close(inlines: Inlines, position: int) -> int | None:
    """Find the end of the bracket that closes after white space."""
    bracket = inlines.end_of(SPACE, position)
    if bracket is None or not inlines.has("]", bracket):
        return None
    return bracket + 1
