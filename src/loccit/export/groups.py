"""Divide a list into groups with headings: by type, keyword, year, author or language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from loccit._startup.regex import regex
from loccit.csl import CollationKey, Locale, collation_key
from loccit.model import Source
from loccit.values.languages import own_name
from loccit.values.names import inverted_name, makers

_SEPARATOR = regex(r"\s*[,;]\s*")
_YEAR = regex(r"-?\d{1,9}")
#: The heading of sources that have nothing to be grouped by.
_NONE = "–"


def group(
    sources: Iterable[Source], by: str, locale: Locale
) -> list[tuple[str, list[str]]]:
    """Return the headings in order, each with the keys of its sources; sources without
    a heading come last, under a dash.

    A source with several keywords is in several groups.

    Args:
        sources: in the order of the list, which each group keeps.
        by: one of `GROUPINGS`.
        locale: has the words for types.

    >>> from loccit.csl import load_locale
    >>> group([Source("doe1999", "book"), Source("roe2001", "webpage")], "type", load_locale("en-US"))
    [('Book', ['doe1999']), ('Webpage', ['roe2001'])]
    """
    groups: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for source in sources:
        # "Prisons" and "prisons" are the same keyword.
        found = [title for title in GROUPINGS[by](source, locale) if title] or [_NONE]
        for title in found:
            titles.setdefault(title.casefold(), title)
        for folded in dict.fromkeys(map(str.casefold, found)):
            groups.setdefault(folded, []).append(source.key)
    ranked = sorted(groups, key=lambda folded: _rank(titles[folded], locale.language))
    return [(titles[folded], groups[folded]) for folded in ranked]


def _rank(title: str, language: str) -> tuple[bool, int, CollationKey]:
    """Sort years by number, also those before the common era, all other headings as
    the language does, and the dash last.
    """
    year = int(title) if _YEAR.fullmatch(title) else 0
    return title == _NONE, year, collation_key(title, language)


def _type(source: Source, locale: Locale) -> list[str]:
    name = locale.term(source.type) or source.type.replace("-", " ").replace("_", " ")
    return [name[:1].upper() + name[1:]]


def _keywords(source: Source, locale: Locale) -> list[str]:
    return _SEPARATOR.split(source.plain("keyword").strip())


def _year(source: Source, locale: Locale) -> list[str]:
    issued = source.date("issued")
    if issued is None or issued.start is None:
        return []
    return [str(issued.start.year)]


def _author(source: Source, locale: Locale) -> list[str]:
    """Return the first person or group that a work is known by, inverted."""
    return [inverted_name(name) for name in makers(source)[:1]]


def _language(source: Source, locale: Locale) -> list[str]:
    """The name that a language has for itself, which its readers know everywhere."""
    return [own_name(source.text("language"))]


#: The ways to group a list: each returns the headings of a source.
GROUPINGS: Mapping[str, Callable[[Source, Locale], list[str]]] = {
    "author": _author,
    "keyword": _keywords,
    "language": _language,
    "type": _type,
    "year": _year,
}
