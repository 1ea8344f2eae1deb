"""The order in which the style sorts the entries of a typed list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loccit import csl
from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.essay import CheckedEssay
from loccit.model import Name, Source

#: Who is first in an entry.
_ROLES = (
    "author",
    "composer",
    "director",
    "performer",
    "host",
    "editor",
    "editor-translator",
)
#: What does not count at the beginning of a group or of a title in the place of an author.
_ARTICLE = regex(r"(?:the|an?)\s+(?=\w)", re.IGNORECASE)
#: Figures are sorted as if they were spelt, which no style knows.
_FIGURE = regex(r"\W*\d")
_LETTERS = regex(r"[^\W\d_]+")
#: A surname before initials; one word, or a group of at least three, before the year.
_LEAD = regex(
    r"[^\W\d_][\w'’-]+(?=, [^\W\d_]\.|\. \()"
    r"|[^\W\d_][\w'’-]*(?: [\w'’&-]+){2,9}(?=\. \()"
)


def ranks(essay: CheckedEssay, *, with_articles: bool = True) -> Mapping[int, int]:
    """Return the place of each entry in the order of the style, by its number.

    Args:
        with_articles: whether an article in front counts, as it does in styles; the
            manual of APA leaves it out (section 9.49).
    """
    if with_articles:
        return {number: rank for rank, number in enumerate(essay.printed)}
    sources = {
        str(each.number): _without_article(each.source) for each in essay.entries
    }
    printed = csl.process(
        essay.style, sources, [], locale=essay.lang, uncited=[*sources]
    )
    return {int(each.key): rank for rank, each in enumerate(printed.bibliography)}


def has_article(entry: CheckedEntry) -> bool:
    """Return whether an entry begins with an article."""
    return _ARTICLE.match(entry.text) is not None


def _without_article(source: Source) -> Source:
    """Return a source whose entry begins with the first word that counts."""
    role, names = leading_names(source)
    if not names:
        title = _ARTICLE.sub("", source.text("title"), count=1)
        return source.with_variables({"title": title})
    first = names[0]
    literal = _ARTICLE.sub("", first.literal, count=1)
    return source.with_variables({role: (replace(first, literal=literal), *names[1:])})


def is_surely_sorted(entry: CheckedEntry) -> bool:
    """Return whether an entry begins with the names, or else the title, that were read:
    surely, or since nothing else is in front.
    """
    if _FIGURE.match(entry.text):
        return False
    role, names = leading_names(entry.source)
    first = sorted_name(names[0]) if names else entry.source.text("title")
    lead = _LEAD.match(entry.text)
    is_lead = lead is not None and _LETTERS.findall(lead[0]) == _LETTERS.findall(first)
    is_sure = is_lead or entry.is_sure(role or "title")
    return is_sure and _begins(entry.text, first)


def _begins(text: str, words: str) -> bool:
    """Return whether a text begins with words, whatever is between them."""
    expected = _LETTERS.findall(words.casefold())
    there = _LETTERS.findall(text[: 2 * len(words) + 20].casefold())
    return bool(expected) and there[: len(expected)] == expected


def leading_names(source: Source) -> tuple[str, Sequence[Name]]:
    """Return who is first in an entry, and as what."""
    for role in _ROLES:
        if names := source.names(role):
            return role, names
    return "", ()


def sorted_name(name: Name) -> str:
    """Return the part of a name that is sorted first."""
    parts = [name.dropping_particle, name.non_dropping_particle, name.family]
    return name.literal or " ".join(filter(None, parts))
