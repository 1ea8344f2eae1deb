"""Works known through others: `[@rabin1941, as cited in @lyon2014]` (APA 7, section
8.6).

Pandoc reads the second key as a citation within the first one's suffix, so a draft that
says so is read there as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.syntax.grammar import RawCite
from loccit.essays.syntax.keys import key_at

#: What says that a work was read in another, in the languages that students write in.
_WORDS = (
    r"(?:as )?(?:cited|quoted) (?:in|by)|qtd\. in|apud"
    r"|(?:zitiert|zit\.) (?:nach|in|n\.)"
    r"|(?:cité|citée|cités|citées) (?:dans|par)"
    r"|(?:como se )?(?:citó|citado|citada|citados|citadas) (?:en|por|em)"
    r"|cit(?:ato|ata|ati|ate|\.) (?:in|da)"
    r"|(?:geciteerd|aangehaald) (?:in|door)"
    r"|(?:citerad|citeret|sitert|refererad) (?:i|efter|etter)"
).replace(" ", r"[ \n]+")
_BEFORE_KEY = regex(rf"(?i)(?:^|(?<=[\s,]))({_WORDS})[ \n]+(?=-?@)")
_AT_END = regex(rf"(?i)(?:^|(?<=[\s,]))({_WORDS})\s*$")


def with_secondaries(text: str, cites: Iterable[RawCite]) -> tuple[RawCite, ...]:
    """The cites of a citation, what each was read in as a cite of its own behind it.

    >>> def cite(text, end):
    ...     return RawCite("rabin", False, (0, 0), (6, end))
    >>> text = "@rabin, p. 2, as cited in @lyon, p. 9"
    >>> first, second = with_secondaries(text, [cite(text, len(text))])
    >>> text[slice(*first.suffix)], second.key, text[slice(*second.prefix)], text[slice(*second.suffix)]
    (', p. 2', 'lyon', 'as cited in ', ', p. 9')
    """
    parted: list[RawCite] = []
    for cite in cites:
        before = _words_before(text, cite) if parted else None
        if before is not None and (
            before == cite.prefix[0] or parted[-1].suffix[0] == parted[-1].suffix[1]
        ):
            # `@rabin [p. 2, as cited in @lyon]`, where what stands before the words is
            # the first one's locator
            if before > cite.prefix[0]:
                parted[-1] = replace(
                    parted[-1],
                    suffix=(
                        cite.prefix[0],
                        _without_comma(text, cite.prefix[0], before),
                    ),
                )
            cite = replace(cite, prefix=(before, cite.prefix[1]), secondary=True)
        parted.append(cite)
        while (rest := _part(text, parted[-1])) is not None:
            parted[-1:] = rest
    return tuple(parted)


def _words_before(text: str, cite: RawCite) -> int | None:
    """Where the words begin that end a cite's prefix."""
    start, end = cite.prefix
    found = _AT_END.search(text[start:end])
    return start + found.start(1) if found else None


def _part(text: str, cite: RawCite) -> tuple[RawCite, RawCite] | None:
    """A cite whose suffix names what it was read in, and that."""
    start, end = cite.suffix
    found = _BEFORE_KEY.search(text[start:end])
    if found and text.count("`", start, start + found.start()) % 2:  # code
        return None
    key = key_at(text, start + found.end(), end) if found else None
    if found is None or key is None or not key.name:
        return None
    words = start + found.start(1)
    first = replace(cite, suffix=(start, _without_comma(text, start, words)))
    return first, RawCite(
        key.name, key.suppress, (words, key.start), (key.end, end), secondary=True
    )


def _without_comma(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ", \n":
        end -= 1
    return end
