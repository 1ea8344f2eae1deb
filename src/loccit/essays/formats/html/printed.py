"""What a program printed for a citation whose keys are known: which words are a prefix,
a locator or a suffix, and which are the style's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.syntax.locators import take_locator
from loccit.model import Cite, CiteMode, RichText, Span

#: A year, or what stands for one; a number in brackets; both with their brackets.
_YEAR = regex(
    r"[(\[]?(?:(?:1[0-9]|20)\d\d(?:/\d{2,4})?-?[a-z]{0,2}\b(?!\d)"
    r"|(?:n\. ?d\.|s\. ?d\.|s\. ?f\.|o\. ?J\.|z\. ?d\.|in press|forthcoming|im Druck|im Erscheinen)(?:-[a-z])?)"
)
_NUMBER = regex(r"\s*[\[(]?(\d{1,3})(?=\s*(?:[,:;\])]|\Z))")
_OPENING, _CLOSING = "([（［ ", ")]）］ "
_BRACKETED_NUMBER = regex(r"\[(\d{1,3})(?=\s*[,\]])")
#: The number of a cite with its place: "[1, p. 3]".
_IN_BRACKETS = regex(r"\[\d{1,3}\s*(?:,[^\[\]]*)?\]")
#: Where a word begins after others, in a bracket or not.
_BORDER = regex(r"(?:\A|(?<=[\w.,])\s+)[(\[]?((?:\w+\.?(?=\s+[\divxlc]))|\d+)")
#: Names alone, and before a bracket.
_NAME = regex(r"([^()\[\],;:\d]+)\Z")
_NAME_AND_BRACKET = regex(r"([^()\[\]]+) [(\[][^()\[\]]+[)\]]")
#: Words after a name that are the writer's.
_SUFFIX = regex(r",\s+(?=[a-zà-ÿ])(?!and\b|et\b|und\b)|\s+(?:and\s+)?passim\b")
#: Words that may be in a name, and begin with a small letter.
_PARTICLE_WORDS = """
a al and at bin d da das de del della den der des di do dos du e el et ibn la le of
op ten ter the ’t 't to u und van vom von y z zu zum zur
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_FIRST_WORDS = regex(
    r"((?:(?:[a-zà-ÿ][\w.’'-]*|See|Cf\.|Siehe|Vgl\.|Voir|Compare|But|Also|For example|E\.g\.),?\s+)+)(?=\S)"
)
#: Words that introduce a cite whose author is left out.
_INTRODUCING_WORDS = "see cf. e.g., compare also but siehe vgl. voir ver véase"
_INTRODUCES = frozenset(_INTRODUCING_WORDS.split())
#: These at the end of what is between two cites.
_INTRODUCTION = regex(
    r",\s*((?:(?:see|cf\.|e\.g\.,?|compare|also|but|siehe|vgl\.|voir|ver|véase)\s+)+)\Z"
)
#: What a part of a citation and a key may have in common.
_WORD_IN_KEY = regex(r"[^\W\d_]{3,}|\d{4}[a-z]?")
_YEAR_LETTER = regex(r"(?<=\d{4})-?[a-z]\b")
_LOCATED = regex(r"\bpp?\.|\b(?:ch|chap|sec|para|vol|S)\.|:\s*\d")
_WORD = regex(r"[^\W\d_][\w.’'-]*")
#: Words for places in styles that other ones have not.
_OTHER_WORDS = {"par.": "paragraph", "pars.": "paragraph", "chs.": "chapter"}
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
    text: str,
    keys: Sequence[str],
    links: Sequence[Link],
    listed: Mapping[str, str],
    words: Mapping[str, str],
) -> Printed | None:
    """Read the text of a citation.

    Args:
        text: what readers see.
        keys: its sources.
        links: the links in it.
        listed: how the entries of sources begin, by their keys.
        words: casefolded word or abbreviation to CSL locator term.

    Returns:
        None if words may belong to several sources.

    >>> [cite] = read_printed("(see Doe 2001, 46)", ["doe"], [], {}, {}).cites
    >>> cite.prefix.plain, cite.locator
    ('see ', Locator(label='page', value='46'))
    """
    if len(text) > _LONGEST:
        return None
    words = {**_OTHER_WORDS, **words}
    mode = _mode(text)
    if sorted(link.key for link in links) == sorted(keys):
        parts = {
            link.key: part
            for link, part in zip(links, _linked(text, links), strict=True)
        }
        return Printed(mode, _cites({key: parts[key] for key in keys}, mode, words))
    separated = _separated(text, keys)
    if separated is None:
        is_unclear = _LOCATED.search(text) or _has_own_words(text)
        return None if is_unclear else Printed(mode, tuple(map(Cite, keys)))
    assigned = _assigned(separated, keys, listed)
    cites = _cites(assigned or dict(zip(keys, separated, strict=True)), mode, words)
    # A style may have sorted them; that matters for the words of a cite alone.
    has_words = any(cite.prefix or cite.locator or cite.suffix for cite in cites)
    return None if assigned is None and has_words else Printed(mode, cites)


def _cites(
    parts: Mapping[str, _Part], mode: CiteMode, words: Mapping[str, str]
) -> tuple[Cite, ...]:
    """Read the cites of a citation from their parts of its text."""
    cites = [_cite(key, part, words) for key, part in parts.items()]
    if mode == "narrative":
        cites[0] = replace(cites[0], mode="narrative")
    elif cites[0].mode == "parenthetical":  # "(Doe, 2001, 2003)" has its author once
        cites = [replace(cite, mode="parenthetical") for cite in cites]
    return tuple(cites)


def _assigned(
    parts: Sequence[_Part], keys: Sequence[str], listed: Mapping[str, str]
) -> dict[str, _Part] | None:
    """Assign parts to keys by the words that they share with entries, or where there are
    none with the keys themselves, `doe2001`.

    Returns:
        None where they do not say which is whose.
    """
    found: dict[str, _Part] = {}
    left = [*parts]
    for key in keys:
        texts = [part.text for part in parts]
        if key not in listed:  # the letters of "2001a" may be others in `doe2001a`
            texts = [_YEAR_LETTER.sub("", text) for text in texts]
        known = listed.get(key, key).casefold()
        likeness = [_likeness(text, known) for text in texts]
        best = max(likeness)
        if best and likeness.count(best) == 1:
            found[key] = parts[likeness.index(best)]
            left = [part for part in left if part is not found[key]]
    unknown = [key for key in keys if key not in found]
    if len(unknown) == len(left) == 1:
        found[unknown[0]] = left.pop()
    if left or len(found) < len(keys):
        return None
    return {key: found[key] for key in keys}


def _likeness(text: str, known: str) -> int:
    """Return how many words of a text are known."""
    words = {word.casefold() for word in _WORD_IN_KEY.findall(text)}
    words.update(f"[{number}]" for number in _BRACKETED_NUMBER.findall(text))
    return sum(word in known for word in words)


def _linked(text: str, links: Sequence[Link]) -> list[_Part]:
    """Separate the cites of a citation by its links."""
    befores, afters = [text[: links[0].start].lstrip(_OPENING)], []
    for first, second in pairwise(links):
        after, before = _split(text[first.end : second.start])
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
    if ";" in between:
        after, _, before = between.rpartition(";")
    elif found := _INTRODUCTION.search(between):
        after, before = between[: found.start()], found[1]
    else:
        after, _, before = between.rpartition(",")
    return after, before.lstrip(_OPENING)


def _separated(text: str, keys: Sequence[str]) -> list[_Part] | None:
    """Separate the cites of a citation by its semicolons, or numbers in brackets."""
    numbers = [Link("", *found.span()) for found in _IN_BRACKETS.finditer(text)]
    if len(numbers) == len(keys) > 1:
        return _linked(text, numbers)
    inner = text.strip()
    if inner.startswith(("(", "[")) and inner.endswith((")", "]")):
        is_one = inner.count(inner[0]) == 1
        inner = inner[1:-1] if is_one else inner
    parts = [inner] if len(keys) == 1 else inner.split(";")
    if len(parts) != len(keys):
        return None
    return [_Part("", part.strip()) for part in parts]


def _has_own_words(text: str) -> bool:
    """Return whether a text has words that are no names."""
    words = [
        word.rstrip(".").lower() for word in _WORD.findall(text) if word[0].islower()
    ]
    return any(word not in _PARTICLES and len(word) > 1 for word in words)


def _mode(text: str) -> CiteMode:
    """Return whether the author is in the sentence: a bracket follows."""
    start = text.lstrip()
    if start[:1] in ("", *_OPENING):
        return "parenthetical"
    year = _YEAR.search(start)
    if year:
        return "narrative" if year[0][0] in "([" else "parenthetical"
    name = _NAME_AND_BRACKET.match(start) or _NAME.match(start)
    if name and not all(word in _INTRODUCES for word in name[1].lower().split()):
        return "narrative"
    return "parenthetical"


def _cite(key: str, part: _Part, words: Mapping[str, str]) -> Cite:
    text = part.text
    style = _style_words(part, words)
    is_number = len(style) > 0 and _NUMBER.match(text[style.start :]) is not None
    before = part.before + text[: style.start]
    rest = text[style.end :] + part.after
    if is_number:
        rest = rest.replace("]", "", 1)
    rest = rest.lstrip(")]").rstrip(_CLOSING)
    if rest[:1].isalnum() or rest.startswith(":"):  # "Doe 46", "2001: 46"
        rest = f", {rest.removeprefix(':').lstrip()}"
    locator, suffix = take_locator(RichText.of(rest), words)
    is_author_left_out = bool(text) and not is_number and not before.strip(_OPENING)
    mode: CiteMode = "suppress-author" if is_author_left_out else "parenthetical"
    return Cite(key, mode, RichText.of(_prefix(before)), suffix, locator)


def _style_words(part: _Part, words: Mapping[str, str]) -> Span:
    """Return what a style prints for a source without its place: the year of
    author-date styles, the number of numeric ones; where the place begins in others.
    """
    text = part.text
    number = _NUMBER.match(text) or _BRACKETED_NUMBER.search(text)
    if number and part.before.endswith("(") and part.before.strip("( "):
        return Span(0, 0)  # "Doe (46)" is a page
    found = number or _YEAR.search(text)
    if found:
        return Span(*found.span())
    for border in _BORDER.finditer(text):
        if border[1] in words or border[1].isdecimal():
            return Span(border.start(), border.start(1))
    suffix = _SUFFIX.search(text)
    end = suffix.start() if suffix else len(text)
    return Span(end, end)


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
