"""What a program printed for a citation whose keys are known: which words are a prefix,
a locator or a suffix, and which are the style's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.syntax.locators import take_locator
from loccit.model import Cite, CiteMode, Locator, RichText

#: A year, or what stands for one; a number in brackets; both with their brackets.
_YEAR = regex(
    r"[(\[]?(?:(?:1[0-9]|20)\d\d(?:/\d{2,4})?-?[a-z]{0,2}\b(?!\d)"
    r"|(?:n\. ?d\.|s\. ?d\.|s\. ?f\.|o\. ?J\.|z\. ?d\.|in press|forthcoming|im Druck|im Erscheinen)(?:-[a-z])?)"
)
_NUMBER = regex(r"\s*[\[(]?(\d{1,3})(?=\s*(?:[,:;\])]|\Z))")
_OPENING, _CLOSING = "([（［ ", ")]）］ "
_PAGES = regex(r"\A(.*?[^\W\d].*?),?\s+(\d+(?:[-–]\d+)?)\Z")
#: Words that may be in a name, and begin with a small letter.
_PARTICLES_NAMES = """
a al and at bin d da das de del della den der des di do dos du e el et ibn la le of
op ten ter the ’t 't to u und van vom von y z zu zum zur
"""
_PARTICLES = frozenset(_PARTICLES_NAMES.split())
_FIRST_WORDS = regex(
    r"((?:(?:[a-zà-ÿ][\w.’'-]*|See|Cf\.|Siehe|Vgl\.|Voir|Compare|But|Also|For example|E\.g\.),?\s+)+)(?=\S)"
)
#: Words that introduce a cite whose author is left out.
_INTRODUCES = frozenset(
    [
        "see",
        "cf.",
        "e.g.,",
        "compare",
        "also",
        "but",
        "siehe",
        "vgl.",
        "voir",
        "ver",
        "véase",
    ]
)
_LOCATED = regex(r"\bpp?\.|\b(?:ch|chap|sec|para|vol|S)\.|:\s*\d")
_WORD = regex(r"[^\W\d_][\w.’'-]*")
#: No citation is longer; what is would take long to read.
_LONGEST = 2000
#: What is between the links of two cites without a prefix or a suffix.
_JOINS = frozenset(["", ",", ";", "-", "–", "and", "&", "und", "et", "y"])


class Link(NamedTuple):
    """A link to the entry of a source, `text[start:end]`."""

    key: str
    start: int
    end: int


class Printed(NamedTuple):
    """A citation as it was printed."""

    mode: CiteMode
    cites: tuple[Cite, ...]


class _Part(NamedTuple):
    """The text of one cite: what precedes the words of the style, these, and the rest."""

    before: str
    text: str
    after: str = ""


def read_printed(
    text: str, keys: Sequence[str], links: Sequence[Link], words: Mapping[str, str]
) -> Printed | None:
    """Read the text of a citation.

    Args:
        text: what readers see.
        keys: its sources.
        links: the links in it.
        words: casefolded word or abbreviation to CSL locator term.

    Returns:
        None if words may belong to several sources.

    >>> [cite] = read_printed("(see Doe 2001, 46)", ["doe"], [], {}).cites
    >>> cite.prefix.plain, cite.locator
    ('see ', Locator(label='page', value='46'))
    """
    if len(text) > _LONGEST:
        return None
    parts = _linked(text, keys, links) or _separated(text, keys)
    if parts is None:
        if _LOCATED.search(text) or _has_own_words(text):
            return None
        return Printed("parenthetical", tuple(map(Cite, keys)))
    mode = _mode(text)
    cites = [_cite(key, part, words) for key, part in zip(keys, parts, strict=True)]
    if mode == "narrative":
        cites[0] = replace(cites[0], mode="narrative")
    elif cites[0].mode == "parenthetical":  # "(Doe, 2001, 2003)" has its author once
        cites = [replace(cite, mode="parenthetical") for cite in cites]
    return Printed(mode, tuple(cites))


def _linked(
    text: str, keys: Sequence[str], links: Sequence[Link]
) -> list[_Part] | None:
    """Separate the cites of a citation by its links; None if it has not one of each."""
    if [link.key for link in links] != [*keys]:
        return None
    befores, afters = [text[: links[0].start].lstrip(_OPENING)], []
    for first, second in pairwise(links):
        between = text[first.end : second.start]
        after, before = _split(between)
        afters.append(after)
        befores.append(before)
    afters.append(text[links[-1].end :].rstrip(_CLOSING))
    return [
        _Part(before, text[link.start : link.end], after)
        for before, link, after in zip(befores, links, afters, strict=True)
    ]


def _split(between: str) -> tuple[str, str]:
    """Split what is between two links into the suffix of one and the prefix of the
    other.
    """
    if between.strip(" []()") in _JOINS:
        return "", ""
    sign = ";" if ";" in between else ","
    after, _, before = between.rpartition(sign)
    return after, before.lstrip(_OPENING)


def _separated(text: str, keys: Sequence[str]) -> list[_Part] | None:
    """Separate the cites of a citation by its semicolons."""
    inner = text.strip()
    if inner[:1] in _OPENING and inner[-1:] in _CLOSING:
        inner = inner[1:-1]
    parts = [inner] if len(keys) == 1 else inner.split(";")
    return (
        [_Part("", part.strip()) for part in parts] if len(parts) == len(keys) else None
    )


def _has_own_words(text: str) -> bool:
    """Return whether a text has words that are no names."""
    words = [
        word.rstrip(".").lower() for word in _WORD.findall(text) if word[0].islower()
    ]
    return any(word not in _PARTICLES and len(word) > 1 for word in words)


def _mode(text: str) -> CiteMode:
    """Return whether the author is in the sentence: a bracket follows."""
    start = text.lstrip()
    year = _YEAR.search(start)
    if start[:1] in ("", *_OPENING) or not year:
        return "parenthetical"
    return "narrative" if year[0][0] in "([" else "parenthetical"


def _cite(key: str, part: _Part, words: Mapping[str, str]) -> Cite:
    text = part.text
    core = _NUMBER.match(text) or _YEAR.search(text)
    if core is None:
        return _without_year(key, part, words)
    before = part.before + text[: core.start()]
    rest = text[core.end() :].strip(_CLOSING) + part.after.rstrip(_CLOSING)
    if rest.startswith(":"):  # "2001: 46"
        rest = f",{rest[1:]}"
    locator, suffix = take_locator(RichText.of(rest), words)
    is_author_left_out = not before.strip(_OPENING) and _YEAR.match(
        text.lstrip(_OPENING)
    )
    return Cite(
        key,
        "suppress-author" if is_author_left_out else "parenthetical",
        RichText.of(_prefix(before)),
        suffix,
        locator,
    )


def _without_year(key: str, part: _Part, words: Mapping[str, str]) -> Cite:
    """Read a cite as the MLA prints it: a name and a page."""
    prefix = RichText.of(_prefix(part.before + part.text))
    pages = _PAGES.match(part.text.strip(_OPENING + _CLOSING))
    locator = Locator("page", pages[2]) if pages else None
    found, suffix = take_locator(RichText.of(part.after.rstrip(_CLOSING)), words)
    return Cite(key, "parenthetical", prefix, suffix, locator or found)


def _prefix(text: str) -> str:
    """Return the words before the names of a cite: "see also "."""
    text = text.lstrip(_OPENING)
    if all(word in _INTRODUCES for word in text.lower().split()):
        return text
    found = _FIRST_WORDS.match(text)
    if not found:
        return ""
    words = found[1].split(" ")
    while words and (not words[-1] or words[-1].lower() in _PARTICLES):
        words.pop()
    return " ".join(words) + " " if words else ""
