"""Headings of lists, however people set them apart: as headings, in bold, in capitals,
underlined, numbered, or before the first entry on its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.values.list_headings import ListKind, kinds_of_headings

_LONGEST = 80
_MOST_WORDS = 7
#: A slip in a shorter heading makes it another word: "Course", "Resource".
_LEAST_TO_MISSPELL = 8
_WORD = regex(r"[^\W\d_]+")
#: What people type around a heading: markup of other formats, rules, colons.
_DECORATION = "#*=_~-–—:.| \t\u00a0"
#: A number before a heading: `7.`, `IV.`, `A.`, `§ 3`.
_NUMBER = regex(r"(?:§ ?)?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])(?:[.):]|(?<=\d))\s*(?=\w)")
#: What is said about a list in its heading: `(APA)`, `[edit]`, `for Chapter 3`.
_REMARK = regex(r"\s+[(\[][\w ,.]*[)\]]\s*$|\s+\w+\s+\w+\s+\d+$|[,:–—-]\s*\w+ \d+$")
#: Two headings in one: "References and Notes".
_JOINED = regex(r"\s*(?:[/,&+|]|\b(?:and|und|et|y|e|i|en|och|og|и|和)\b)\s*")
#: A heading on the line of the first entry.
_INLINE = regex(r"[\W_]{0,6}([^\W\d_][^:\n]{2,40}?)[\W_]{0,4}:[\W_]{0,4}?(?=\S)")


class ListHeading(NamedTuple):
    """A heading of a list.

    Attributes:
        paragraph: the index of its paragraph.
        start, end: its place in the readable text of the paragraph.
        level: its level; None where only its words make it a heading.
        is_inline: whether the first entry is on its line.
        is_sure: whether its words head lists only, and have no others beside them.
    """

    kind: ListKind
    paragraph: int
    start: int
    end: int
    level: int | None = None
    is_inline: bool = False
    is_sure: bool = True


def list_headings(paragraphs: Sequence[Paragraph]) -> Iterator[ListHeading]:
    """Yield all headings of lists in an essay."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind not in ("cell", "note"):
            yield from _headings_in(paragraph, index)


def heading_kind(text: str) -> ListKind | None:
    """Return what a heading heads, if it heads a list.

    >>> heading_kind("VII. REFERENCES & NOTES:")
    'cited'
    >>> heading_kind("Sources of error")
    """
    words = text.strip(_DECORATION).casefold()
    if not words or len(words) > _LONGEST:
        return None
    return _kind(words) or _kind(_REMARK.sub("", words).strip(_DECORATION))


def _kind(words: str) -> ListKind | None:
    """Return the kind of a heading in small letters, with or without a number."""
    known = kinds_of_headings()
    unnumbered = _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words
    for form in (words, unnumbered):
        if form in known:
            return known[form]
    kinds = [known.get(part) for part in _JOINED.split(unnumbered)]
    if None in kinds or len(kinds) == 1:
        return None
    return "cited" if "cited" in kinds else kinds[0]


def _is_misspelt(text: str) -> bool:
    """Return whether a heading of a list of cited works has one slip of the keys.

    >>> _is_misspelt("Bibliograpy"), _is_misspelt("Refernces:"), _is_misspelt("Preferences")
    (True, True, False)
    """
    typed = text.strip(_DECORATION).casefold()
    if len(typed) < _LEAST_TO_MISSPELL:
        return False
    lengths = range(len(typed) - 1, len(typed) + 2)
    near = [_cited_headings().get((typed[0], length), []) for length in lengths]
    return any(_is_one_slip(typed, heading) for known in near for heading in known)


@cache
def _cited_headings() -> dict[tuple[str, int], list[str]]:
    """Return the headings of cited works by their first letter and their length."""
    headings: dict[tuple[str, int], list[str]] = {}
    for heading, kind in kinds_of_headings().items():
        if kind == "cited":
            headings.setdefault((heading[0], len(heading)), []).append(heading)
    return headings


def _is_one_slip(typed: str, meant: str) -> bool:
    """Return whether a letter is missing, doubled or wrong, or two changed places."""
    start = _first_difference(typed, meant)
    typed, meant = typed[start:][::-1], meant[start:][::-1]
    end = _first_difference(typed, meant)
    typed, meant = typed[end:], meant[end:]
    is_swap = len(typed) == 2 and typed == meant[::-1]
    return is_swap or max(len(typed), len(meant)) <= 1


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((index for index, (a, b) in pairs if a != b), shorter)


def _headings_in(paragraph: Paragraph, index: int) -> Iterator[ListHeading]:
    """Yield the lines of a paragraph that head lists."""
    if paragraph.kind == "heading":
        yield from _marked_heading(paragraph, index)
        return
    start = 0
    for line in paragraph.text.split("\n"):
        end = start + len(line)
        kind = heading_kind(line) if len(line) <= _LONGEST else None
        if kind:
            yield ListHeading(kind, index, start, end)
        elif len(line) <= _LONGEST and _is_misspelt(line):
            yield ListHeading("cited", index, start, end, is_sure=False)
        elif start == 0:
            yield from _inline_heading(paragraph, index)
        start = end + 1


def _marked_heading(paragraph: Paragraph, index: int) -> Iterator[ListHeading]:
    """Yield what the markup makes a heading, if it heads a list, or may do so."""
    kind = heading_kind(paragraph.text)
    end, level = len(paragraph.text), paragraph.level
    if kind:
        yield ListHeading(kind, index, 0, end, level)
    elif _names_list(paragraph.text) or _is_misspelt(paragraph.text):
        yield ListHeading("cited", index, 0, end, level, is_sure=False)


def _names_list(text: str) -> bool:
    """Return whether one of the words of a heading heads lists of cited works."""
    words = _WORD.findall(text.casefold())
    known = kinds_of_headings()
    return len(words) <= _MOST_WORDS and "cited" in [known.get(word) for word in words]


def _inline_heading(paragraph: Paragraph, index: int) -> Iterator[ListHeading]:
    found = _INLINE.match(paragraph.text)
    kind = heading_kind(found[1]) if found else None
    if found and kind:
        yield ListHeading(kind, index, 0, found.end(), is_inline=True)
