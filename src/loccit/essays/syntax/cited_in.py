"""Works known through others: `[@rabin1941, as cited in @lyon2014]` (APA 7, section
8.6).

Pandoc reads the second key as a citation within the first one's suffix, so a draft that
says so is read in the same way there.
"""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.syntax.keys import key_at
from loccit.essays.syntax.steps import RawCite

#: What says that a work was read in another, in the languages that students write in.
WORDS = (
    r"(?:as )?(?:cited|quoted) (?:in|by)|qtd\. in|apud"
    r"|(?:zitiert|zit\.) (?:nach|in|n\.)"
    r"|(?:cité|citée|cités|citées) (?:dans|par)"
    r"|(?:como se )?(?:citó|citado|citada|citados|citadas) (?:en|por|em)"
    r"|cit(?:ato|ata|ati|ate|\.) (?:in|da)"
    r"|(?:geciteerd|aangehaald) (?:in|door)"
    r"|(?:citerad|citeret|sitert|refererad) (?:i|efter|etter)"
).replace(" ", r"[ \n]+")
_BEFORE_KEY = regex(rf"(?i)(?:^|(?<=[\s,]))({WORDS})[ \n]+(?=-?@)")
_AT_END = regex(rf"(?i)(?:^|(?<=[\s,]))({WORDS})\s*$")


def ends_with_words(prefix: str) -> bool:
    """Return whether a prefix says that the work before it was read in the next one.

    >>> ends_with_words("as cited in "), ends_with_words("see ")
    (True, False)
    """
    return bool(_AT_END.search(prefix))


def with_secondaries(text: str, cites: Iterable[RawCite]) -> tuple[RawCite, ...]:
    """Make the work that another was read in a cite of its own, after that one.

    >>> text = "@rabin, p. 2, as cited in @lyon, p. 9"
    >>> cite = RawCite("rabin", False, (0, 0), (6, len(text)))
    >>> first, second = with_secondaries(text, [cite])
    >>> text[slice(*first.suffix)], second.key
    (', p. 2', 'lyon')
    >>> text[slice(*second.prefix)], text[slice(*second.suffix)]
    ('as cited in ', ', p. 9')
    """
    found: list[RawCite] = []
    for cite in cites:
        if found:
            found[-1:] = _join_prefix(text, found[-1], cite)
        else:
            found.append(cite)
        while rest := _split_suffix(text, found[-1]):
            found[-1:] = rest
    return tuple(found)


def _join_prefix(text: str, before: RawCite, cite: RawCite) -> list[RawCite]:
    """Make a cite secondary whose prefix ends with the words.

    In `@rabin [p. 2, as cited in @lyon]`, what precedes the words is the first one's
    locator.
    """
    start, end = cite.prefix
    found = _AT_END.search(text[start:end])
    if not found:
        return [before, cite]
    words = start + found.start(1)
    if words > start:
        if len(range(*before.suffix)):
            return [before, cite]
        before = replace(before, suffix=(start, _without_comma(text, start, words)))
    return [before, replace(cite, prefix=(words, end), secondary=True)]


def _split_suffix(text: str, cite: RawCite) -> list[RawCite]:
    """Split a cite whose suffix names the work that it was read in."""
    start, end = cite.suffix
    found = _BEFORE_KEY.search(text[start:end])
    if not found:
        return []
    is_in_code = text.count("`", start, start + found.start()) % 2 == 1
    key = key_at(text, start + found.end(), end)
    if is_in_code or key is None or not key.name:
        return []
    words = start + found.start(1)
    first = replace(cite, suffix=(start, _without_comma(text, start, words)))
    prefix, suffix = (words, key.start), (key.end, end)
    second = RawCite(key.name, key.suppress, prefix, suffix, secondary=True)
    return [first, second]


def _without_comma(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ", \n":
        end -= 1
    return end
