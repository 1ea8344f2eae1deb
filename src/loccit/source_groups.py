"""The groups of a list that is parted under headings: by type, keyword, year, author or language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from loccit.csl import Locale
from loccit.model import Source
from loccit.model.pattern import pattern

_SEPARATOR = pattern(r"\s*[,;]\s*")


def group(sources: Iterable[Source], by: str, locale: Locale) -> list[tuple[str, list[str]]]:
    """The headings in order, each with the keys of its sources; last what has no heading, under a dash.

    A source of several keywords stands under each of them.

    Args:
        sources: what is listed, in the order of the list, which each group keeps.
        by: one of `GROUPINGS`.
        locale: the words for types.

    >>> from loccit.csl import load_locale
    >>> group([Source("doe1999", "book"), Source("roe2001", "webpage")], "type", load_locale("en-US"))
    [('Book', ['doe1999']), ('Webpage', ['roe2001'])]
    """
    groups: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for source in sources:
        # "Prisons" and "prisons" are one keyword
        found = {title.casefold(): title for title in GROUPINGS[by](source, locale) if title} or {"": "–"}
        for folded, title in found.items():
            titles.setdefault(folded, title)
            groups.setdefault(folded, []).append(source.key)
    return [(titles[folded], groups[folded]) for folded in sorted(groups, key=_rank)]


def _rank(folded: str) -> tuple[bool, int, str]:
    """Years by number, those before the common era too, all else by the alphabet, nothing last."""
    return (not folded, int(folded) if _is_number(folded) else 0, folded)


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


def _type(source: Source, locale: Locale) -> list[str]:
    name = locale.term(source.type) or source.type.replace("-", " ").replace("_", " ")
    return [name[:1].upper() + name[1:]]


def _keywords(source: Source, locale: Locale) -> list[str]:
    return _SEPARATOR.split(source.plain("keyword").strip())


def _year(source: Source, locale: Locale) -> list[str]:
    issued = source.date("issued")
    return [str(issued.start.year)] if issued is not None and issued.start is not None else []


def _author(source: Source, locale: Locale) -> list[str]:
    """Whoever the list names first, as lists name people."""
    for name in source.names("author")[:1]:
        if name.literal:
            return [name.literal]
        family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
        return [", ".join(filter(None, (family, name.given)))]
    return []


def _language(source: Source, locale: Locale) -> list[str]:
    return [source.text("language")]


#: What lists can be grouped by: the headings that a source stands under.
GROUPINGS: Mapping[str, Callable[[Source, Locale], list[str]]] = {
    "author": _author,
    "keyword": _keywords,
    "language": _language,
    "type": _type,
    "year": _year,
}
