"""The parts of a citation in brackets, which semicolons separate.

Each is a cite, or, beyond pandoc, words without a key, which belong to a cite beside
them: `[@doe99; p. 3]`, `[@doe99, p. 3; emphasis added]`, `[Roe, 1999; @doe99]`.
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.syntax.keys import Key, key_at
from loccit.essays.syntax.steps import Inlines, RawCite

#: Words between semicolons that are surely no markup.
_WORDS = regex(r"[\w§¶(*][^\[\]<>`$\\~^|{}\"]*")
#: A page, which belongs to what was cited before the brackets.
_PAGE = regex(r"(?:[^\W\d_]{1,5}\.?|§{1,2}|¶{1,2})?\s*\d")
#: Spaces with at most one line ending; never a blank line.
SPACE = regex(r"[ \t]*(?:\n[ \t]*)?(?!\n)")


class Part(NamedTuple):
    """What is between two semicolons: a cite, or words without a key."""

    start: int
    end: int
    cite: RawCite | None


def read_parts(inlines: Inlines, position: int) -> list[Part]:
    """Read all parts in brackets; none where a blank line ends them."""
    parts: list[Part] = []
    while True:
        cite = _cite(inlines, position)
        words = cite.suffix if cite else read_suffix(inlines, position)
        if words is None:
            return []
        parts.append(Part(position, words[1], cite))
        if not inlines.has(";", words[1]):
            return parts
        start = inlines.end_of(SPACE, words[1] + 1)
        if start is None:
            return parts
        position = start


def is_words(inlines: Inlines, part: Part) -> bool:
    """Return whether a part is words alone, with no markup but emphasis."""
    if part.cite:
        return False
    return bool(_WORDS.fullmatch(inlines.text, part.start, part.end))


class Cites(NamedTuple):
    """Cites, and the semicolons that separate words from them."""

    cites: tuple[RawCite, ...]
    semicolons: tuple[int, ...]


def join_parts(inlines: Inlines, parts: list[Part]) -> Cites | None:
    """Join words to the cite before them, or else to the one after them."""
    if not parts:
        return None
    if not all(part.cite or is_words(inlines, part) for part in parts):
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
    return Cites(tuple(cites), tuple(semicolons)) if cites else None


def _cite(inlines: Inlines, start: int) -> RawCite | None:
    key = _key_after_prefix(inlines, start)
    suffix = read_suffix(inlines, key.end) if key else None
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


def read_suffix(inlines: Inlines, start: int) -> tuple[int, int] | None:
    """Find the suffix from `start` to the semicolon or the bracket that ends its cite."""
    position = inlines.end_of(SPACE, start)
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
