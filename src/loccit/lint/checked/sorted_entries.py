"""The order in which the style sorts the entries of a typed list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loccit import csl
from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked.entry import CheckedEntry
from loccit.lint.checked.essay import CheckedEssay
from loccit.model import Name, Source

#: Who stands first in an entry.
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


def ranks(essay: CheckedEssay) -> Mapping[int, int]:
    """Return the place of each entry in the order of the style, by its number."""
    sources = {str(each.number): each.source for each in essay.entries}
    sorted_by = {key: _without_article(source) for key, source in sources.items()}
    if sorted_by == sources:
        return {number: rank for rank, number in enumerate(essay.printed)}
    printed = csl.process(
        essay.style, sorted_by, [], locale=essay.lang, uncited=[*sorted_by]
    )
    return {int(each.key): rank for rank, each in enumerate(printed.bibliography)}


def _without_article(source: Source) -> Source:
    """Return a source whose entry begins with what it is sorted by (APA 7, 9.49)."""
    role, names = leading_names(source)
    if not names:
        title = _ARTICLE.sub("", source.text("title"), count=1)
        return source.with_variables({"title": title})
    first = names[0]
    literal = _ARTICLE.sub("", first.literal, count=1)
    if literal == first.literal:
        return source
    return source.with_variables({role: (replace(first, literal=literal), *names[1:])})


def is_surely_sorted(entry: CheckedEntry) -> bool:
    """Return whether an entry begins with the names, or else the title, that were
    surely read.
    """
    role, names = leading_names(entry.source)
    if _FIGURE.match(entry.text):
        return False
    if names:
        return entry.is_sure(role) and _begins(entry.text, sorted_name(names[0]))
    title = entry.source.text("title")
    return entry.is_sure("title") and _begins(entry.text, title)


def _begins(text: str, words: str) -> bool:
    """Return whether a text begins with words, whatever is between them."""
    expected = _LETTERS.findall(words.casefold())
    there = _LETTERS.findall(text[: 2 * len(words) + 20].casefold())
    return bool(expected) and there[: len(expected)] == expected


def leading_names(source: Source) -> tuple[str, Sequence[Name]]:
    """Return who stands first in an entry, and as what."""
    for role in _ROLES:
        if names := source.names(role):
            return role, names
    return "", ()


def sorted_name(name: Name) -> str:
    """Return the part of a name that is sorted first."""
    parts = [name.dropping_particle, name.non_dropping_particle, name.family]
    return name.literal or " ".join(filter(None, parts))
