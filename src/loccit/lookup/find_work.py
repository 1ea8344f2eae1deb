"""Find a work whose identifier is unknown, by title, names and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.bibliography.duplicates import name_words, words
from loccit.lookup.http import Web
from loccit.lookup.identifiers import identify
from loccit.lookup.look_up import look_up
from loccit.lookup.lookup_result import LookupResult
from loccit.lookup.services import crossref, open_library
from loccit.model import Name, Source
from loccit.values.names import OTHERS

#: A shorter title may be that of another work.
_FEWEST_WORDS = 2
_ROLES = ("author", "editor")


def find_work(source: Source, web: Web | None = None) -> LookupResult | None:
    """Return the work that a source is: its identifier says so, or title, names and year
    agree; None if no service knows one, or several differ.

    Title, first name and year are sent.

    Args:
        source: what is known of the work.
        web: the network; None for a new connection.

    Raises:
        LookupFailed: a service could not be asked.
    """
    web = web or Web()
    identifier = identify(source.text("DOI") or source.text("ISBN"))
    if identifier:
        found = look_up(identifier, web)
        return found if agree(source, found.source) else None
    if not _is_enough(source):
        return None
    for service in (crossref, open_library):
        found_works = service.search(source, web.at(service))
        same = [each.source for each in found_works if agree(source, each.source)]
        if same and _are_one(same):
            return LookupResult(_common(same), service.NAME)
    return None


def agree(source: Source, other: Source) -> bool:
    """Return whether two sources agree in title, names and year, as far as the first has
    them; the subtitle and further names may be missing.

    >>> doe = Source("", "book", {"title": "On Harbors", "author": (Name("Doe"),)})
    >>> agree(doe, doe.with_variables({"title": "On Harbors: A History"}))
    True
    >>> agree(doe, doe.with_variables({"author": (Name("Roe"),)}))
    False
    """
    title, other_title = words(source.plain("title")), words(other.plain("title"))
    if other_title[: len(title)] != title and title[: len(other_title)] != other_title:
        return False
    return (
        bool(other_title)
        and _names_agree(source, other)
        and _years_agree(source, other)
    )


def _is_enough(source: Source) -> bool:
    """Return whether a title and a name say which work it is."""
    has_names = any(source.names(role) for role in _ROLES)
    return has_names and len(name_words(source.plain("title"))) >= _FEWEST_WORDS


def _names_agree(source: Source, other: Source) -> bool:
    for role in _ROLES:
        names = _surnames(source.names(role))
        if names and names != _surnames(other.names(role))[: len(names)]:
            return False
    return True


def _surnames(names: Sequence[Name]) -> list[tuple[str, ...]]:
    return [name_words(name.family or name.literal) for name in names if name != OTHERS]


def _years_agree(source: Source, other: Source) -> bool:
    years = set(_years(source))
    return not years or not years.isdisjoint(_years(other))


def _years(source: Source) -> Iterator[int]:
    issued = source.date("issued")
    if issued and issued.start:
        yield issued.start.year


def _are_one(sources: Sequence[Source]) -> bool:
    """Return whether all are one work, as far as anybody can tell."""
    first, *others = sources
    return all(
        agree(first, other) and agree(other, first) and first.type == other.type
        for other in others
    )


def _common(sources: Sequence[Source]) -> Source:
    """Return what several records of one work agree in: not the ISBN of one edition."""
    first, *others = sources
    differs = {
        name
        for other in others
        for name, value in other.variables.items()
        if first.variables.get(name, value) != value
    }
    return first.with_variables(dict.fromkeys(differs))
